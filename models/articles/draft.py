"""An article before it is in a project."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as it was read. Offsets are code points into `text`, half-open; anything uncertain is None.

    `published` is YYYY-MM-DD or YYYY-MM-DDTHH:MM, and `published_words` the date as it is printed if it was not read
    with certainty; `language` is a code of ISO 639-1; `warnings` are for people. `key` is what the file itself calls
    the article, such as the id of a row: any JSON value.
    """

    text: str
    title: str
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    published_words: str | None = None
    address: str | None = None
    language: str | None = None
    boilerplate: tuple[tuple[int, int], ...] = ()
    file_name: str | None = None
    original: bytes | None = None
    encoding: str | None = None
    warnings: tuple[str, ...] = ()
    key: object = None

    @property
    def body(self) -> str:
        """Return the text without the lines of boilerplate; its paragraphs are separated as before."""
        starts = {start for start, _ in self.boilerplate}
        kept: list[str] = []
        at = 0
        for line in self.text.split("\n"):
            first = at + len(line) - len(line.lstrip())
            at += len(line) + 1
            # A blank line counts only after text that was kept, so that boilerplate leaves no gap.
            if first not in starts and (line.strip() or (kept and kept[-1].strip())):
                kept.append(line)
        return "\n".join(kept).strip()
