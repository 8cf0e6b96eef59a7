"""Read the lines of an article, each when it is first needed and only once."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from models.suggestions.paragraphs import Paragraph, paragraph
from models.suggestions.verbs import reporting_words
from models.text.ranges import Range

_SIGNS = re.compile("[“”„«»\"‘`:]|(?<!\\w)'|''")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 6_000
"""Characters of a line that are read as one paragraph; longer lines are divided after a sentence, or between words."""


class Reading:
    """The lines of a text that are to be read, without the ranges that are skipped.

    `own` are the forms of reporting verbs that the project adds, in small letters.
    """

    def __init__(self, text: str, skipped: Sequence[Range], own: frozenset[str] = frozenset()) -> None:
        self._text, self._own = text, own
        self._lines = tuple(_lines(text, sorted(skipped)))
        self._read: dict[int, Paragraph] = {}

    def __len__(self) -> int:
        return len(self._lines)

    def paragraph(self, at: int) -> Paragraph:
        """Return a line, read."""
        if at not in self._read:
            self._read[at] = paragraph(self._text, *self._lines[at], self._own)
        return self._read[at]

    def end(self, at: int) -> int:
        """Return where a line ends."""
        return self._lines[at][1]

    def line_at(self, offset: int) -> int:
        """Return the first line that ends after an offset, or else how many lines there are."""
        return bisect_right(self._lines, offset, key=lambda line: line[1])

    def may_claim(self, at: int) -> bool:
        """Return whether a line has anything that a claim is found by: a reporting verb, a quotation mark, a colon."""
        line = self._text[slice(*self._lines[at])]
        words = _WORD.findall(line.lower())
        reports = not (reporting_words().isdisjoint(words) and self._own.isdisjoint(words))
        return reports or _SIGNS.search(line) is not None


def _lines(text: str, skipped: Sequence[Range]) -> Iterator[Range]:
    """Yield the ranges of the lines, without blank ones and those that overlap a range in `skipped`."""
    at, past = 0, 0
    for line in text.split("\n"):
        start, end = at, at + len(line)
        at = end + 1
        while past < len(skipped) and skipped[past][1] <= start:
            past += 1
        if line.strip() and not (past < len(skipped) and skipped[past][0] < end):
            yield from _pieces(text, start, end)


def _pieces(text: str, start: int, end: int) -> Iterator[Range]:
    while end - start > _LONGEST:
        last = start + _LONGEST
        cut = max(text.rfind(stop, start, last) + 2 for stop in (". ", ".” ", '." '))
        cut = cut if cut > start + 2 else text.rfind(" ", start, last) + 1 or last
        cut = cut if cut > start else last
        yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end
