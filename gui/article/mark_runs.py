"""Turn nested and overlapping marks into separate runs, each in one style; knows no widget."""

from collections import Counter
from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple

from gui.article.mark_looks import MarkKind, Style, style_of
from gui.article.marks import BOILERPLATE, Mark
from models.ids import Id


class Run(NamedTuple):
    """A part of a text in one style; code points, half-open."""

    start: int
    end: int
    style: Style


def runs(
    marks: Iterable[Mark], start: int, end: int, selected: Id | None = None, *, boilerplate: bool = False
) -> list[Run]:
    """Return the text from start to end as disjoint runs in order, without those that have no style."""
    kinds = [
        (MarkKind(mark.layer, mark.role, mark.id == selected), max(mark.start, start), min(mark.end, end))
        for mark in marks
    ]
    if boilerplate:
        kinds.append((MarkKind(BOILERPLATE), start, end))
    bounds = [(first, 1, kind) for kind, first, last in kinds if first < last]
    bounds += [(last, -1, kind) for kind, first, last in kinds if first < last]
    found: list[Run] = []
    covering = Counter[MarkKind]()
    before = start
    for at, gain, kind in sorted(bounds, key=itemgetter(0)):
        if at > before:
            if any(covering.values()):
                _append(found, Run(before, at, style_of(covering)))
            before = at
        covering[kind] += gain
    return found


def _append(found: list[Run], run: Run) -> None:
    """Add a run, joined with the one before it if both look the same."""
    if run.style == Style():
        return
    if found and found[-1].end == run.start and found[-1].style == run.style:
        run = Run(found.pop().start, run.end, run.style)
    found.append(run)
