"""The cells that are selected in a table, by the columns on the screen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection

PAGE = 200
"""Rows whose lines are read from the file at once, counted from the first row."""

Rows = tuple[range, ...]
"""Ranges of rows from top to bottom, which neither overlap nor touch."""


@dataclass(frozen=True, slots=True)
class Picked:
    """The selected rows of each column that is shown and has any, from left to right; and those of any column."""

    rows_of: Mapping[int, Rows]
    rows: Rows

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns with selected cells, from left to right."""
        return tuple(self.rows_of)

    @property
    def is_even(self) -> bool:
        """Whether the same rows are selected in every column, so that the cells can be copied as one block."""
        return all(rows == self.rows for rows in self.rows_of.values())

    @property
    def row_count(self) -> int:
        """How many rows have selected cells."""
        return sum(map(len, self.rows))

    @property
    def cell_count(self) -> int:
        """How many cells are selected."""
        return sum(len(rows) for column in self.rows_of.values() for rows in column)

    def holds(self, row: int, column: int) -> bool:
        """Return whether a cell is selected."""
        return any(row in rows for rows in self.rows_of.get(column, ()))


def picked(selection: QItemSelection, shown: Sequence[int]) -> Picked:
    """Return what a selection holds of the columns that are shown."""
    parts = [
        (range(each.left(), each.right() + 1), range(each.top(), each.bottom() + 1)) for each in selection.toList()
    ]
    by_column = {column: merged(rows for columns, rows in parts if column in columns) for column in shown}
    return Picked({column: rows for column, rows in by_column.items() if rows}, merged(rows for _, rows in parts))


def merged(ranges: Iterable[range]) -> Rows:
    """Return the rows of some ranges as ranges that neither overlap nor touch, from top to bottom."""
    found: list[range] = []
    for rows in sorted(ranges, key=lambda each: each.start):
        if found and rows.start <= found[-1].stop:
            found[-1] = range(found[-1].start, max(found[-1].stop, rows.stop))
        else:
            found.append(rows)
    return tuple(found)


def pages(rows: Iterable[range]) -> Iterator[range]:
    """Yield ranges of rows in pieces, none of which is on two pages."""
    for each in rows:
        start = each.start
        while start < each.stop:
            end = min(each.stop, (start // PAGE + 1) * PAGE)
            yield range(start, end)
            start = end
