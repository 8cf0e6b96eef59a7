"""What is asked for with a list of the statements of a whole project: sort, direction and filter."""

from dataclasses import dataclass

Key = tuple[int, int]
"""The rows of a line's claim and number in their tables; 0 where the line has none. Good while the file is open."""


@dataclass(frozen=True, slots=True)
class Order:
    """How the lines of a list are chosen and sorted: by a name in `store.statement_lists.SORTS`, and by the
    words of `text`, each anywhere in a line."""

    column: str = "place"
    descending: bool = False
    text: str = ""
    numbers_only: bool = False
