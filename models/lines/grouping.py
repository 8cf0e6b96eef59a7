"""Group lines that are in memory by a column, as `models.store.groups` groups the statements of a file."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from models.attributes.comparing import Operator
from models.codebook.kinds.answer_kind import Unfit
from models.lines.criteria import Criterion, HasRecords
from models.lines.group import ALL_LINES, MOST, Figures, Group, Groups, groups_by_member, label, members, together
from models.lines.matching import Matching
from models.lines.order import Condition
from models.text.folding import folded

L = TypeVar("L", bound=HasRecords)
FiguresOf = Callable[[L], Figures]
"""Returns the figures of one line; no two lines have a claim or a number in common."""


def group_lines(lines: Iterable[L], column: str, matching: Matching, figures_of: FiguresOf[L]) -> Groups:
    """Return the groups of lines by a column."""
    found = list(lines)
    whole = Group(ALL_LINES, (), together([figures_of(line) for line in found]))
    criterion = matching.criterion(column)
    if criterion is None:
        return Groups((whole,))
    by_member = groups_by_member(criterion)
    group = _by_member if by_member else _by_value
    valued = list(group(found, criterion, matching, figures_of))
    listed = valued if by_member else valued[:MOST]
    without = _without(found, criterion, matching, figures_of)
    return Groups((whole, *listed, *without), len(valued) - len(listed))


def _by_member(
    lines: Iterable[L], criterion: Criterion, matching: Matching, figures_of: FiguresOf[L]
) -> Iterator[Group]:
    """Yield the groups of a closed list, or of the choices of a variable, each with those below it."""
    figures: defaultdict[str, list[Figures]] = defaultdict(list)
    for line in lines:
        value = criterion.value(line, matching.asked(line))
        if value is not None and not isinstance(value, Unfit):
            for member in criterion.kind.members(value):
                figures[member].append(figures_of(line))
    for member, words, level in members(criterion):
        yield Group(words, (Condition(criterion.column, Operator.IS, (member,)),), together(figures[member]), level)


def _by_value(
    lines: Iterable[L], criterion: Criterion, matching: Matching, figures_of: FiguresOf[L]
) -> Iterator[Group]:
    """Yield the groups of the values that lines have, those of most lines first."""
    alike: defaultdict[tuple[str, ...], list[L]] = defaultdict(list)
    for line in lines:
        conditions = criterion.like(line, matching.asked(line))
        if conditions and conditions[0].operator is not Operator.EMPTY:
            alike[tuple(folded(value) for each in conditions for value in each.values)].append(line)
    found = [(each[-1], [figures_of(line) for line in each]) for each in alike.values()]
    for line, figures in sorted(found, key=lambda group: (-len(group[1]), _sort_key(group[0], criterion, matching))):
        asked = matching.asked(line)
        yield Group(label(criterion, line, asked), criterion.like(line, asked), together(figures))


def _sort_key(line: L, criterion: Criterion, matching: Matching) -> tuple[bool, str | float]:
    key = criterion.kind.sort_key(criterion.value(line, matching.asked(line)))
    return key is not None, 0 if key is None else key


def _without(lines: Iterable[L], criterion: Criterion, matching: Matching, figures_of: FiguresOf[L]) -> list[Group]:
    """Return the group of the lines that could have a value but have none, if there are any."""
    if Operator.EMPTY not in criterion.operators():
        return []
    empty = Condition(criterion.column, Operator.EMPTY)
    figures = [figures_of(line) for line in lines if matching.meets(line, (empty,))]
    return [Group(criterion.operators()[Operator.EMPTY], (empty,), together(figures))] if figures else []
