"""What a list is asked for: its sorting, and the conditions that its lines have to meet."""

from dataclasses import dataclass

from models.attributes.comparing import Operator

Key = tuple[int, int]
"""The rows of a line's claim and number in their tables; 0 if the line has none. Valid while the file is open."""

VARIABLE = "variable:"
"""Comes before the id of a variable, where an order names one."""


@dataclass(frozen=True, slots=True)
class Sort:
    """A column by which lines are sorted; those without a value come last in both directions.

    `column` names a criterion (`models.lines.criteria`).
    """

    column: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """What a line has to be like: an operator is true of its value in a column.

    `values` are what it is compared with, as `models.attributes.comparing` stores them: one, the two ends for
    "between", or none. Where there are several, one of them has to fit.
    """

    column: str
    operator: Operator
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """How the lines of a list are filtered and sorted: by the first sort, then by the next, then in text order.

    A line has to meet all conditions. `text` holds the words of the filter, each of which may be anywhere in a line.
    """

    sorts: tuple[Sort, ...] = ()
    conditions: tuple[Condition, ...] = ()
    text: str = ""
    numbers_only: bool = False

    @property
    def filters(self) -> bool:
        """Whether some lines may be left out."""
        return bool(self.conditions or self.text.split() or self.numbers_only)

    def is_about(self, column: str) -> bool:
        """Return whether lines are sorted or filtered by a column."""
        return column in (*(each.column for each in self.sorts), *(each.column for each in self.conditions))
