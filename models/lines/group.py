"""A group of the lines of a list: those with one value in a column, counted and summed up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.attributes.comparing import MARKS, MEMBERS, Operator
from models.attributes.kinds import Questions
from models.codebook.kinds.answer_kind import AnswerKind
from models.lines.criteria import Criterion, HasRecords
from models.lines.order import Condition
from models.text.folding import folded
from models.translation import _

MOST = 1_000
"""Groups of different values that are listed, the largest first."""

ALL_LINES = _("All lines")
NONE = (0, 0, 0)
"""Counts of no lines."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How many lines, claims and numbers there are, and what their values come to.

    The values are absent if there are none, or if they are of `several_units`: these cannot be added up. `unit` is that
    of all of them, if they have one.
    """

    lines: int
    claims: int
    numbers: int
    several_units: bool = False
    unit: str | None = None
    total: float | None = None
    least: float | None = None
    greatest: float | None = None


ONE = Figures(1, 0, 0)
"""The figures of a line that has no claim and no number."""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that meet some conditions besides those of their list; without any, all of its lines.

    `level` is how many choices are above that of the group, whose figures are also those of the choices below it.
    """

    label: str
    conditions: tuple[Condition, ...]
    figures: Figures
    level: int = 0


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups of a list: all lines, those with each value, and those without one.

    Choices are in the order of the codebook, with none of the lines too; values are sorted by how many lines have them.
    Of these, the MOST with most lines are listed, and others are `left_out`.
    """

    listed: tuple[Group, ...] = ()
    left_out: int = 0


def can_group(criterion: Criterion) -> bool:
    """Return whether lines can be grouped by a criterion: whether a condition can say that a value is a certain one."""
    return Operator.IS in criterion.operators() or criterion.kind.comparison is MARKS


def groups_by_member(criterion: Criterion) -> bool:
    """Return whether there is a group for each member of a list, also for those that no line has."""
    return criterion.kind.comparison is MEMBERS


def members(criterion: Criterion) -> Iterator[tuple[str, str, int]]:
    """Yield what a value can be, as conditions store it and as it is shown, and its level."""
    kind = criterion.kind
    if isinstance(kind, AnswerKind) and kind.has_choices:
        for choice in kind.codebook.choices_of(kind.variable.id):
            yield choice.id, choice.label, len(kind.codebook.path(choice)) - 1
    else:
        yield from kind.listed_members()


def label(criterion: Criterion, line: HasRecords, asked: Questions) -> str:
    """Return what the group of a line is called: what its conditions say, such as 12 for both 12 and "at least 12"."""
    stored = [value for each in criterion.like(line, asked) for value in each.values]
    shown = [criterion.kind.comparison.label(criterion.kind, each, asked) for each in stored]
    return ", ".join(shown) or str(criterion.kind.show(criterion.value(line, asked)))


def together(several: Sequence[Figures]) -> Figures:
    """Return the figures of lines that have no claim and no number in common."""
    lines, claims, numbers = (sum(counts) for counts in zip(*map(_counts, several), strict=True)) if several else NONE
    valued = [each for each in several if each.total is not None]
    units = {folded(each.unit or "") for each in valued}
    if any(each.several_units for each in several) or len(units) > 1:
        return Figures(lines, claims, numbers, several_units=True)
    if not valued:
        return Figures(lines, claims, numbers)
    total = sum(each.total for each in valued if each.total is not None)
    least = min(each.least for each in valued if each.least is not None)
    greatest = max(each.greatest for each in valued if each.greatest is not None)
    return Figures(lines, claims, numbers, False, valued[-1].unit, total, least, greatest)


def _counts(figures: Figures) -> tuple[int, int, int]:
    return figures.lines, figures.claims, figures.numbers
