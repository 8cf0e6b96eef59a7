"""What can be done with the selected cells of a table: copy, paste, clear, and fill them."""

from collections.abc import Callable
from functools import partial
from itertools import chain
from typing import Any

from PySide6.QtCore import QObject, Signal

from gui.dialogs.refused_cells import RefusedCells
from gui.tables.copying_cells import Copied, Copying
from gui.tables.lines_view import LinesView
from gui.tables.picked import Picked
from gui.tables.reading_lines import ReadingLines
from gui.tables.writing_cells import ROWS_CHANGED, Given, WritingCells
from models.actions.cells import Written
from models.translation import _, counted

MANY = 1_000
"""Rows from which on it is said that they are being read."""
UNEVEN = _("Select the same rows in each column, so that they can be copied as one block.")
NO_CELL = _("Choose a cell of the table first.")
NOTHING_ABOVE = _("There is no cell above this one.")
OUTSIDE = _("The table ends before the copied block does; the rest of the block was not pasted.")


class CellWork(QObject):
    """Works with the selected cells of a view. `hinted` says what was done, or why nothing was."""

    hinted = Signal(str)

    def __init__(self, view: LinesView) -> None:
        super().__init__(view)
        self._view = view
        self._reading: ReadingLines | None = None

    def _selected(self) -> Picked:
        """Return the selected cells; ask for some if there are none."""
        cells = self._view.picked()
        if not cells.rows:
            self.hinted.emit(NO_CELL)
        return cells

    # Copying

    def copy(self, *, titles: bool = False) -> None:
        """Copy the selected cells as one block, with the titles of the columns if wanted."""
        cells = self._selected()
        if not cells.rows:
            return
        if not cells.is_even:
            self.hinted.emit(UNEVEN)
            return
        copying = Copying(self._view.lines, cells.columns)
        if titles:
            copying.take_titles()
        if cells.row_count > MANY:
            self.hinted.emit(_("Copying {count:,} rows …").format(count=cells.row_count))
        self._stop_reading()
        self._reading = ReadingLines(
            self._view.lines, cells.rows, copying.take, lambda: self._end_copying(copying), self._say_changed
        )
        self._reading.go()

    def _end_copying(self, copying: Copying) -> None:
        self._reading = None
        copying.put_on_clipboard()
        if copying.rows > 1:
            self.hinted.emit(counted("Copied {count:,} row.", "Copied {count:,} rows.", copying.rows))

    def _say_changed(self) -> None:
        self._reading = None
        self.hinted.emit(ROWS_CHANGED)

    def _stop_reading(self) -> None:
        if self._reading:
            self._reading.stop()
            self._reading = None

    # Pasting

    def paste(self, copied: Copied) -> None:
        """Paste a block: from the first selected cell on, repeated if the selection is as high or wide several times.

        One cell is pasted into all selected cells.
        """
        cells = self._selected()
        if not cells.rows:
            return
        if copied.is_one:
            self._write(cells, lambda *_cell: copied.cells[0][0], exact=copied.exact)
            return
        rows, columns, outside = self._target(cells, copied)
        at = {column: place for place, column in enumerate(columns)}
        height, width = len(copied.cells), len(copied.cells[0])

        def given(row: int, column: int, _line: Any) -> str:
            return copied.cells[(row - rows.start) % height][at[column] % width]

        self._view.select_cells(rows, columns)
        self._write(self._view.picked(), given, exact=copied.exact, then=partial(self._tell, outside=outside))

    def _target(self, cells: Picked, copied: Copied) -> tuple[range, list[int], bool]:
        """Return the rows and columns that a block is pasted into, and whether some of it lies outside the table."""
        shown, first = self._view.header.shown(), cells.rows[0]
        height = _extent(len(first) if len(cells.rows) == 1 else 1, len(copied.cells))
        width = _extent(len(cells.columns), len(copied.cells[0]))
        rows = range(first.start, min(first.start + height, self._view.lines.rowCount()))
        columns = shown[shown.index(cells.columns[0]) :][:width]
        return rows, columns, len(rows) < height or len(columns) < width

    # Clearing and filling

    def clear(self) -> None:
        """Clear the selected cells that can be empty; say why if none can."""
        cells = self._selected()
        if cells.rows:
            self._write(cells, lambda *_cell: "", exact=True, then=self._end_clearing)

    def _end_clearing(self, written: Written) -> None:
        required = [each for each in written.refused if each.cell.attribute]
        if required or (written.refused and not written.count):
            self.hinted.emit((required or written.refused)[0].reason)

    def fill(self, typed: str) -> None:
        """Write what was typed into all selected cells."""
        self._write(self._view.picked(), lambda *_cell: typed, exact=True)

    def fill_down(self) -> None:
        """Give the selected cells what the first of their column has; those of a single row, what is above them."""
        cells = self._selected()
        if not cells.rows:
            return
        first = cells.rows[0]
        if cells.row_count == len(self._view.lines_with(first.start)):
            self.take_above()
            return
        self._repeat(cells, first.start)

    def take_above(self) -> None:
        """Give the cells of the first selected row what the cells above them have."""
        cells = self._selected()
        if not cells.rows:
            return
        above = self._view.lines_with(cells.rows[0].start).start - 1
        if above < 0:
            self.hinted.emit(NOTHING_ABOVE)
            return
        self._repeat(cells, above)

    def _repeat(self, cells: Picked, source: int) -> None:
        """Give the selected cells below a row what the cells of the same columns have there."""
        model, texts = self._view.lines, dict[int, str]()

        def given(row: int, column: int, line: Any) -> str | None:
            if row == source:
                texts[column] = model.edit_text(line, model.columns[column])
                return None
            return texts.get(column) if cells.holds(row, column) else None

        self._write(cells, given, exact=True, also=source)

    def _write(
        self,
        cells: Picked,
        given: Given,
        *,
        exact: bool,
        also: int | None = None,
        then: Callable[[Written], None] | None = None,
    ) -> None:
        """Write texts into the selected cells; `also` is a row to be read before them."""

        def if_selected(row: int, column: int, line: Any) -> str | None:
            return given(row, column, line) if row == also or cells.holds(row, column) else None

        writing = WritingCells(self._view.lines, cells.columns, if_selected, exact=exact)
        writing.hinted.connect(self.hinted)
        writing.told.connect(then or self._tell)
        before = () if also is None else (range(also, also + 1),)
        writing.begin(tuple(chain(before, cells.rows)))

    def _tell(self, written: Written, *, outside: bool = False) -> None:
        """Say how many cells were changed, and list those that were not."""
        words = [counted("Changed {count:,} cell.", "Changed {count:,} cells.", written.count)]
        if written.refused:
            words.append(counted("{count:,} was refused.", "{count:,} were refused.", len(written.refused)))
            RefusedCells(written.refused, written.count, self._view.window()).show()
        if outside:
            words.append(OUTSIDE)
        self.hinted.emit(" ".join(words))


def _extent(selected: int, copied: int) -> int:
    """Return how many rows or columns are pasted: as many as are selected if the block fits into them, or one block."""
    return selected if selected % copied == 0 else copied
