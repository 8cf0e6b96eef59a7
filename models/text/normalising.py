"""The one form in which texts are kept, and the lines of a text."""

import re
from collections.abc import Iterator

LINE_BREAKS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029\ufdd0\ufdd1"
"""What Qt, an operating system, Word or a PDF treats as the end of a line."""

DROPPED = "\0\ufeff"
"""Characters that are removed: a byte order mark inside a text, where files were joined, is invisible and splits words.
"""

NORMAL = str.maketrans(LINE_BREAKS, "\n" * len(LINE_BREAKS), DROPPED)

REPLACED = re.compile(f"[{LINE_BREAKS}{DROPPED}]")
"""What few texts have, and none that is normalised; to look for it takes a tenth of the time of replacing it."""

SURROGATE = re.compile("[\ud800-\udfff]")


def normalise(text: str) -> str:
    r"""Return the text in the form that is stored: only \n ends a line; no NUL, byte order mark or lone surrogate."""
    if SURROGATE.search(text):
        # A surrogate pair is one character that came in two halves; the codec joins those and drops lone ones.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    text = text.replace("\r\n", "\n")
    return text.translate(NORMAL) if REPLACED.search(text) else text


def line_ranges(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Return the lines between two offsets that are not blank, trimmed of blanks: code points, half-open."""
    for line in text[start:end].split("\n"):
        inner = line.strip()
        if inner:
            at = start + line.index(inner)
            yield at, at + len(inner)
        start += len(line) + 1
