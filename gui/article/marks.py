"""From spans that nest and overlap to runs that do not, each in one style; knows no widget."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from gui.article.line_index import LineIndex
from models.entities import Role
from models.ids import Id


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch to be shown: the claim or number `id`, its span, and what the span does for it."""

    id: Id
    span: Id
    role: Role
    start: int
    end: int


class Ground(IntEnum):
    """What lies behind the letters, from nothing to the strongest."""

    BARE = 0
    LINKED = 1  # source and cue of the chosen claim
    CLAIM = 2
    OVERLAP = 3  # two claims at once
    CHOSEN = 4


class Style(NamedTuple):
    """How a run looks. Roles add up: a number inside a claim is both."""

    ground: Ground = Ground.BARE
    number: bool = False
    source: bool = False
    cue: bool = False
    dim: bool = False


class Run(NamedTuple):
    """A stretch in one style, code points, half-open."""

    start: int
    end: int
    style: Style


def runs(marks: Iterable[Mark], start: int, end: int, chosen: Id | None = None, *, dim: bool = False) -> list[Run]:
    """The stretch from start to end as disjoint runs in order; what has no style of its own is left out."""
    steps = []
    for mark in marks:
        if mark.start < end and start < mark.end:
            kind = _ROLES.index(mark.role) + len(_ROLES) * (mark.id == chosen)
            steps += [(max(mark.start, start), 1, kind), (min(mark.end, end), -1, kind)]
    found: list[Run] = []
    counts = [0] * (2 * len(_ROLES))
    before = start
    for at, gain, kind in [*sorted(steps), (end, 0, 0)]:
        if at > before:
            _append(found, Run(before, at, _style(counts, dim)))
            before = at
        counts[kind] += gain
    return found


_ROLES = (Role.CONTENT, Role.CUE, Role.SOURCE, Role.NUMBER)


def _style(counts: list[int], dim: bool) -> Style:
    """The style where so many marks of each role lie, first those of other records, then the chosen one's."""
    content, cue, source, number, own_content, own_cue, own_source, own_number = counts
    if own_content or own_number:
        ground = Ground.CHOSEN
    elif content:
        ground = Ground.OVERLAP if content > 1 else Ground.CLAIM
    else:
        ground = Ground.LINKED if own_cue or own_source else Ground.BARE
    return Style(ground, number + own_number > 0, source + own_source > 0, cue + own_cue > 0, dim)


def _append(found: list[Run], run: Run) -> None:
    if run.style == Style():
        return
    if found and found[-1].end == run.start and found[-1].style == run.style:
        run = Run(found.pop().start, run.end, run.style)
    found.append(run)


class MarkIndex:
    """The marks of one article, found by span, by record and by line, so that one change touches only its lines."""

    def __init__(self, lines: LineIndex, marks: Iterable[Mark] = ()) -> None:
        self._lines = lines
        self._by_span: dict[Id, Mark] = {}
        self._by_record: dict[Id, list[Mark]] = {}
        self._by_line: dict[int, list[Mark]] = {}
        for mark in marks:
            self.add(mark)

    def add(self, mark: Mark) -> range:
        """Take a mark in, in place of one with the same span; returns the lines it lies in."""
        self.remove(mark.span)
        self._by_span[mark.span] = mark
        self._by_record.setdefault(mark.id, []).append(mark)
        touched = self._lines.touched(mark.start, mark.end)
        for line in touched:
            self._by_line.setdefault(line, []).append(mark)
        return touched

    def remove(self, span: Id) -> range:
        """Forget a span; returns the lines it lay in, none if it is unknown."""
        mark = self._by_span.pop(span, None)
        if mark is None:
            return range(0)
        self._by_record[mark.id].remove(mark)
        touched = self._lines.touched(mark.start, mark.end)
        for line in touched:
            self._by_line[line].remove(mark)
        return touched

    def of_line(self, line: int) -> list[Mark]:
        """The marks that lie in a line, wholly or in part."""
        return self._by_line.get(line, [])

    def lines(self) -> Iterator[int]:
        """The lines that have ever held a mark."""
        return iter(self._by_line)

    def of_record(self, record: Id) -> list[Mark]:
        """The stretches of a claim or number, the words themselves first, then source and cue; each in text order."""
        return sorted(self._by_record.get(record, []), key=lambda mark: (_ORDER[mark.role], mark.start))

    def at(self, offset: int) -> list[Mark]:
        """The marks that a caret at the offset is in, or at an end of."""
        return [mark for mark in self.of_line(self._lines.at(offset)) if mark.start <= offset <= mark.end]

    def innermost(self, offset: int) -> Mark | None:
        """The mark a caret at the offset is in: a number before source and cue before content, the shortest first.

        A mark that ends at the offset counts only if none holds it.
        """
        return min(
            self.at(offset),
            key=lambda mark: (offset == mark.end, _DEPTH[mark.role], mark.end - mark.start, mark.span),
            default=None,
        )


_ORDER = {Role.CONTENT: 0, Role.NUMBER: 0, Role.SOURCE: 1, Role.CUE: 2}
_DEPTH = {Role.NUMBER: 0, Role.SOURCE: 1, Role.CUE: 1, Role.CONTENT: 2}
