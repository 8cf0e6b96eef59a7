"""Find the sentences in which words are, and the sentences around them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from models.text.excerpts import words_at
from models.text.ranges import Range, range_around
from models.text.sentences import sentences


class Context(NamedTuple):
    """The sentence or sentences in which some words are, and those before and after; None where there is none."""

    before: str | None
    sentence: str | None
    after: str | None


NO_CONTEXT = Context(None, None, None)


class Sentences:
    """The sentences of an article, found once. Those of its boilerplate are never before or after a claim.

    Offsets are code points, half-open; `boilerplate` is in order.
    """

    def __init__(self, text: str, language: str | None, boilerplate: Sequence[Range] = ()) -> None:
        self._text, self._boilerplate = text, boilerplate
        self._ranges = sentences(text, language or "en")

    def around(self, parts: Iterable[Range]) -> Context:
        """Return the context of words in some parts of the text."""
        places = sorted({place for part in parts for place in self._holding(part)})
        if not places:
            return NO_CONTEXT
        words = words_at(self._text, map(self._range, _runs(places)))
        return Context(self._beside(places[0], -1), words, self._beside(places[-1], 1))

    def _holding(self, part: Range) -> range:
        """Return the places of the sentences that a part of the text is in."""
        start, end = part
        first = bisect_right(self._ranges, start, key=itemgetter(1))
        return range(first, bisect_left(self._ranges, end, key=itemgetter(0)))

    def _range(self, run: Range) -> Range:
        first, last = run
        return self._ranges[first][0], self._ranges[last][1]

    def _beside(self, place: int, step: int) -> str | None:
        """Return the first sentence of the article before a place, or after it, by the sign of the step."""
        place += step
        while 0 <= place < len(self._ranges):
            start, end = self._ranges[place]
            if not range_around(self._boilerplate, start):
                return self._text[start:end]
            place += step
        return None


def _runs(places: Sequence[int]) -> list[Range]:
    """Return the first and the last of places that follow each other without a gap."""
    runs: list[Range] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


AROUND = 120
"""Code points before and after some words that are shown of their line, at most."""


class InLine(NamedTuple):
    """Some words with what is before and after them in their line; blanks and line breaks are single blanks."""

    before: str
    words: str
    after: str


def words_around(text: str, place: Range) -> InLine:
    """Return the words at a place (code points, half-open), and the whole words around them in their line."""
    start, end = place
    first = max(text.rfind("\n", 0, start) + 1, start - AROUND)
    last = text.find("\n", end, end + AROUND)
    before, after = text[first:start], text[end : end + AROUND if last < 0 else last]
    if first and text[first - 1] != "\n":
        before = _from_next_word(before)
    if last < 0 and end + AROUND < len(text):
        after = _from_next_word(after[::-1])[::-1]
    return InLine(_with_single_blanks(before.lstrip()), " ".join(text[start:end].split()), _with_single_blanks(after))


def _from_next_word(part: str) -> str:
    """Leave out the word that a part of a text begins with, which may be cut; " …" takes its place."""
    _cut, blank, rest = part.partition(" ")
    return f"… {rest}" if blank else f"…{part}"


def _with_single_blanks(part: str) -> str:
    return re.sub(r"\s+", " ", part)
