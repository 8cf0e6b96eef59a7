"""Find and replace in a text, as a spreadsheet does in its cells."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from models.text.finding import character_end
from models.text.folding import folded, folded_with_offsets


@dataclass(frozen=True, slots=True)
class Found:
    """A place in a text (code points, half-open), and what is put there."""

    start: int
    end: int
    put: str


Replace = Callable[[str], str | None]
"""Returns a text with the replacement; None for a text in which nothing is found."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """What is to be found in a text, and what is put there.

    Without more, all words that are the same for a search are found: capitals and accents do not matter, and a blank is
    any blanks. `exact` finds the characters as they are. `whole` finds only a text that is nothing else. A regular
    `expression` can be typed too; what is put can then name its groups.
    """

    find: str
    put: str
    whole: bool = False
    exact: bool = False
    expression: bool = False

    def prepared(self) -> Replace:
        """Return the function that replaces. Raises OnrecordError if the expression cannot be understood.

        The function raises OnrecordError if an expression takes too long.
        """
        search = self._by_expression() if self.expression else self._by_words()

        def replaced(text: str) -> str | None:
            found = search(text) if self.find else []
            return _with(text, found) if found else None

        return replaced

    def _by_expression(self) -> Callable[[str], list[Found]]:
        from models.text.expressions import Expression

        expression = Expression(self.find, self.put, exact=self.exact)
        return expression.match_whole if self.whole else expression.find_all

    def _by_words(self) -> Callable[[str], list[Found]]:
        find = self.find.strip() if self.whole else self.find
        blanks, wanted = ("", find) if self.exact else (" +", folded(find))
        parts = re.split(blanks, wanted) if blanks else [wanted]
        pattern = re.compile(r" +".join(map(re.escape, parts)))
        if not wanted:
            return lambda _text: []
        return lambda text: [Found(*place, self.put) for place in self._places(text, pattern)]

    def _places(self, text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
        """Yield where words are found in a text, but not half a ligature or a letter without its accent."""
        seen, offsets = (text, range(len(text) + 1)) if self.exact else folded_with_offsets(text)
        for found in pattern.finditer(seen):
            start, end = offsets[found.start()], character_end(text, offsets[found.end() - 1])
            cuts = (found.start() and offsets[found.start() - 1] == start) or offsets[found.end()] < end
            if not cuts and not (self.whole and (start, end) != (0, len(text))):
                yield start, end


def _with(text: str, found: list[Found]) -> str:
    """Return a text with other words at some places, which are in order and do not overlap."""
    pieces, at = [], 0
    for each in found:
        pieces += [text[at : each.start], each.put]
        at = each.end
    return "".join([*pieces, text[at:]])
