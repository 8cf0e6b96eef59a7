"""What a list of the statements of a whole project is asked for: sort, direction and filter."""

from dataclasses import dataclass

Key = tuple[int, int]
"""The rows of a line's claim and number in their tables; 0 if the line has none. Valid while the file is open."""

VARIABLE = "variable:"
"""Comes before the id of a variable, where an order names one."""


@dataclass(frozen=True, slots=True)
class Sort:
    """A column by which lines are sorted, and in which direction."""

    column: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """How the lines of a list are filtered and sorted.

    `column` is a name in `store.statement_lists.SORTS`, or the id of a variable after VARIABLE. `text` holds the words
    of the filter, each of which may be anywhere in a line.
    """

    column: str = "place"
    descending: bool = False
    text: str = ""
    numbers_only: bool = False
