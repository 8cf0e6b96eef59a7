"""The marks of one article: the parts of its text that belong to records, to suggestions and to other layers."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from math import inf
from typing import NewType

from gui.article.line_index import LineIndex
from models.entities import Role
from models.ids import Id

Layer = NewType("Layer", str)
"""What a mark is shown for. `mark_looks.py` has the look of each kind of mark in each layer."""

RECORDS = Layer("records")
BOILERPLATE = Layer("boilerplate")
MATCHES = Layer("matches")
SUGGESTIONS = Layer("suggestions")
CURRENT = Layer("current suggestion")


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of the text to show: the claim or number `id`, its span and role, from start to end (code points).

    A suggestion is in no file, but has ids too.
    """

    id: Id
    span: Id
    role: Role
    start: int
    end: int
    layer: Layer = RECORDS


class MarkIndex:
    """Finds marks by span, by record and by line, so that a change touches only the lines of its mark.

    The marks that it begins with are given in the order of their starts, and taken in as far as they are asked for: of
    a long article, only those near the first lines are needed before it is shown.
    """

    def __init__(
        self, lines: LineIndex, marks: Iterable[Mark] = (), found: Callable[[range], object] = lambda _lines: None
    ) -> None:
        """`found` is told the lines of each of the first marks when it is taken in."""
        self._lines, self._found = lines, found
        self._by_span: dict[Id, Mark] = {}
        self._by_record: dict[Id, dict[Id, Mark]] = {}
        self._by_line: dict[int, dict[Id, Mark]] = {}
        self._coming = iter(marks)
        self._reached: float = 0
        """Every mark that begins before this offset has been taken in."""

    @property
    def is_complete(self) -> bool:
        """Whether every mark has been taken in."""
        return self._reached == inf

    def take_in(self, count: int) -> None:
        """Take in this many more marks."""
        for mark in islice(self._coming, count):
            self._reached = mark.start
            self._found(self._put(mark))
            count -= 1
        if count:
            self._reached = inf

    def reach(self, offset: float) -> None:
        """Take in every mark that begins before an offset."""
        while self._reached < offset:
            self.take_in(1)

    def add(self, mark: Mark) -> range:
        """Add a mark, or replace the one of the same span; return the numbers of the lines that it touches."""
        self.remove(mark.span)
        return self._put(mark)

    def _put(self, mark: Mark) -> range:
        self._by_span[mark.span] = mark
        self._by_record.setdefault(mark.id, {})[mark.span] = mark
        touched = self._lines.touched(mark.start, mark.end)
        for line in touched:
            self._by_line.setdefault(line, {})[mark.span] = mark
        return touched

    def remove(self, span: Id) -> range:
        """Remove the mark of a span; return the numbers of the lines that it touched, none if it is unknown."""
        self.reach(inf)
        mark = self._by_span.pop(span, None)
        if mark is None:
            return range(0)
        del self._by_record[mark.id][span]
        touched = self._lines.touched(mark.start, mark.end)
        for line in touched:
            del self._by_line[line][span]
        return touched

    def of_line(self, line: int) -> list[Mark]:
        """Return the marks that a line contains, wholly or in part."""
        self.reach(self._lines.bounds(line)[1] + 1)
        return [*self._by_line.get(line, {}).values()]

    def lines(self) -> Iterator[int]:
        """Iterate over the numbers of the lines that have ever held one of the marks taken in."""
        return iter(self._by_line)

    def of_record(self, record: Id) -> list[Mark]:
        """Return the marks of a claim or number: its own words first, then source, then cue, each in text order."""
        self.reach(inf)
        return sorted(self._by_record.get(record, {}).values(), key=lambda mark: (_ORDER[mark.role], mark.start))

    def at(self, offset: int) -> list[Mark]:
        """Return the marks of records that a caret at the offset is in, or at an end of."""
        here = self.of_line(self._lines.at(offset))
        return [mark for mark in here if mark.layer == RECORDS and mark.start <= offset <= mark.end]

    def suggested(self, offset: int) -> Mark | None:
        """Return the shortest mark of a suggestion that a caret at the offset is in, or at an end of."""
        here = (mark for mark in self.of_line(self._lines.at(offset)) if mark.layer in (SUGGESTIONS, CURRENT))
        words = (mark for mark in here if mark.role in _WORDS and mark.start <= offset <= mark.end)
        return min(words, key=lambda mark: (offset == mark.end, mark.end - mark.start, mark.span), default=None)

    def innermost(self, offset: int) -> Mark | None:
        """Return the mark that a caret at the offset is in: a number, else a source or cue, else the shortest content.

        A mark that ends at the offset counts only if no other holds it.
        """
        return min(
            self.at(offset),
            key=lambda mark: (offset == mark.end, _DEPTH[mark.role], mark.end - mark.start, mark.span),
            default=None,
        )


_ORDER = {Role.CONTENT: 0, Role.NUMBER: 0, Role.SOURCE: 1, Role.CUE: 2}
_WORDS = (Role.CONTENT, Role.NUMBER)
_DEPTH = {Role.NUMBER: 0, Role.SOURCE: 1, Role.CUE: 1, Role.CONTENT: 2}
