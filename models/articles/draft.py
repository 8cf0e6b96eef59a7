"""An article before it is in a project, and the one form in which its text is kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LINE_BREAKS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029\ufdd0\ufdd1"
"""What Qt, an operating system, Word or the pages of a PDF take for the end of a line."""

DROPPED = "\0\ufeff"
"""No letters: a byte order mark inside a text, where files were joined, cannot be seen and breaks words."""

NORMAL = str.maketrans(LINE_BREAKS, "\n" * len(LINE_BREAKS), DROPPED)

SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as it was read. Offsets are code points into `text`, half-open; what is not known for sure is None.

    `published` is YYYY-MM-DD or YYYY-MM-DDTHH:MM, `language` a code of ISO 639-1, `warnings` are for a person to read.
    """

    text: str
    title: str
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    address: str | None = None
    language: str | None = None
    boilerplate: tuple[tuple[int, int], ...] = ()
    file_name: str | None = None
    original: bytes | None = None
    encoding: str | None = None
    warnings: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        """The text without its boilerplate lines, with its paragraphs separated as before."""
        starts = {start for start, _ in self.boilerplate}
        kept: list[str] = []
        at = 0
        for line in self.text.split("\n"):
            first = at + len(line) - len(line.lstrip())
            at += len(line) + 1
            # A blank line counts only after something that was kept, so that boilerplate leaves no gap.
            if first not in starts and (line.strip() or (kept and kept[-1].strip())):
                kept.append(line)
        return "\n".join(kept).strip()


def normalise(text: str) -> str:
    """Give the text the form that is stored: only \\n ends a line, no NUL, no byte order mark, no half of a pair."""
    if SURROGATE.search(text):
        # A whole pair is one character that came in two halves; the codec joins those and drops the lonely ones.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    return text.replace("\r\n", "\n").translate(NORMAL)


def line_ranges(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The lines between two offsets that are not blank, without the blanks around them: code points, half-open."""
    for line in text[start:end].split("\n"):
        inner = line.strip()
        if inner:
            at = start + line.index(inner)
            yield at, at + len(inner)
        start += len(line) + 1
