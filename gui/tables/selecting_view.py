"""A table in which cells are selected as in a spreadsheet: rectangles, whole rows and whole columns."""

from collections.abc import Iterable, Sequence
from itertools import product
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from gui.tables.freezing_view import FreezingView
from gui.tables.header import ColumnsHeader
from gui.tables.picked import Picked, Rows, merged, picked
from gui.tables.rows_header import RowsHeader
from gui.tables.table_model import LinesTableModel

Index = QModelIndex | QPersistentModelIndex
Move = QAbstractItemView.CursorAction
Select = QItemSelectionModel.SelectionFlag

MOST_FOLLOWED = 1_000
"""Selected rows that stay selected when lines move."""


class SelectingView(FreezingView):
    """Selects cells with keys and the mouse. Its headers do not know them: Qt would go through every row for them."""

    header: ColumnsHeader

    def __init__(self, model: LinesTableModel[Any]) -> None:
        super().__init__()
        self.lines: LinesTableModel[Any] = model
        self._alone = False
        self._left: tuple[int, int] | None = None
        """Row and column that were current last: arrow keys go on from there after the line is deleted."""
        self._kept: Rows = ()
        """Rows that stay selected while others are selected by their numbers."""
        self.freeze_with(ColumnsHeader(self))
        self.header.sectionPressed.disconnect()  # Qt would select the column too where a click sorts
        self.header.sectionEntered.disconnect()
        self.header.column_picked.connect(self.select_column)
        self.rows_header = RowsHeader(self.lines_with, self.picked, self._row_number, self)
        self.setVerticalHeader(self.rows_header)
        self.rows_header.sectionPressed.disconnect()
        self.rows_header.sectionEntered.disconnect()
        self.rows_header.row_pressed.connect(self.select_row)
        self.rows_header.row_reached.connect(self.select_rows_up_to)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def setModel(self, model: Any) -> None:
        if isinstance(before := self.model(), LinesTableModel):
            before.rearranging.disconnect(self._select_less)
            before.modelReset.disconnect(self._forget_place)
        super().setModel(model)
        for header in (self.header, self.rows_header):
            header.setSelectionModel(QItemSelectionModel(model, model))
        model.rearranging.connect(self._select_less)
        model.modelReset.connect(self._forget_place)
        self._forget_place()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.rows_header.viewport().update()

    def _row_number(self, row: int) -> str:
        return self.lines.row_number(row)  # of the lines that are shown now

    # The current cell

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self.lines.following:
            self._left = current.row(), current.column()

    def _forget_place(self) -> None:
        self._left = None

    def _place_left(self) -> QModelIndex:
        """Return the cell where the current one was last; an invalid index if none was current."""
        if self._left is None:
            return QModelIndex()
        row, column = self._left
        return self.lines.index(min(row, self.lines.rowCount() - 1), column)

    # What is selected

    def selected_ranges(self) -> Rows:
        """Return the ranges of rows with selected cells."""
        return self.picked().rows

    def selected_rows(self) -> list[int]:
        """Return the selected rows whose lines are in memory, from top to bottom; there may be a million others."""
        ranges = self.selected_ranges()
        return [row for row in self.lines.known_rows() if any(row in rows for rows in ranges)]

    def picked(self) -> Picked:
        """Return the selected cells. Of cells that are as high as all lines of one claim, the first line counts."""
        cells = picked(self.selectionModel().selection(), self.header.shown())
        if not cells.rows or not all(self.lines.columns[column].of_claim for column in cells.columns):
            return cells
        lines = self.lines_with(cells.rows[0].start)
        if cells.rows[-1].stop > lines.stop:
            return cells
        first = (range(lines.start, lines.start + 1),)
        return Picked(dict.fromkeys(cells.columns, first), first)

    def lines_with(self, row: int) -> range:
        """Return the rows of the claim that a row belongs to, as they are one cell in columns of claims."""
        first, last = self.lines.group(row)
        return range(first, last + 1)

    def select_cells(self, rows: range, columns: Sequence[int]) -> None:
        """Select a block; its first cell becomes the current one."""
        cells = QItemSelection()
        for column in columns:
            cells.select(self.lines.index(rows.start, column), self.lines.index(rows.stop - 1, column))
        first = self.lines.index(rows.start, columns[0])
        self.selectionModel().setCurrentIndex(first, Select.NoUpdate)
        self.selectionModel().select(cells, Select.ClearAndSelect)

    # Keys and the mouse

    def setCurrentIndex(self, index: Index) -> None:
        """Go to a cell, and select it alone even if Shift or Ctrl is held."""
        self._alone = True
        super().setCurrentIndex(index)
        self._alone = False

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """Select with Ctrl and an arrow key as without Ctrl: the key only goes further."""
        command = self._command(index, event)
        self.note_selecting(index, event, command)
        return command

    def _command(self, index: Index, event: QEvent | None) -> QItemSelectionModel.SelectionFlag:
        if event is None and self._alone:
            return Select.ClearAndSelect
        if isinstance(event, QKeyEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                return Select.SelectCurrent
            return Select.ClearAndSelect
        return super().selectionCommand(index, event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go to the last cell in a direction with Ctrl and an arrow key, to a corner with Ctrl and Home or End."""
        if modifiers & Qt.KeyboardModifier.ControlModifier and (far := self._farthest(action)):
            return self.lines.index(*far)
        left = QModelIndex() if self.currentIndex().isValid() else self._place_left()
        return left if left.isValid() else super().moveCursor(action, modifiers)

    def _farthest(self, action: QAbstractItemView.CursorAction) -> tuple[int, int] | None:
        """Return the row and the column of the last cell that a key leads to; None where it leads to none."""
        current, shown, last = self.currentIndex(), self.header.shown(), self.lines.rowCount() - 1
        if not shown:
            return None
        far = {Move.MoveHome: (0, shown[0]), Move.MoveEnd: (last, shown[-1])}
        if current.isValid():
            row, column = current.row(), current.column()
            leads = self.lines.columns[column].of_claim
            far[Move.MoveUp] = 0, column
            far[Move.MoveDown] = self.lines_with(last).start if leads else last, column
            far[Move.MoveLeft], far[Move.MoveRight] = (row, shown[0]), (row, shown[-1])
        return far.get(action)

    def _select_less(self) -> None:
        """Select only the current cell if lines are about to move: Qt would follow each of very many selected ones."""
        if self.picked().row_count > MOST_FOLLOWED:
            self.selectionModel().select(self.currentIndex(), Select.ClearAndSelect)

    def select_whole_rows(self) -> None:
        """Select the whole rows of the selected cells."""
        self._select_whole(self.selected_ranges(), [range(len(self.lines.columns))])

    def select_row(self, row: int, onward: bool = False, added: bool = False) -> None:
        """Select a row with the others of its claim: alone, with all from the current row on, or added to others."""
        self.setFocus()
        if not onward or not self.currentIndex().isValid():
            self._stay_at(row)
        self._kept = self.selected_ranges() if added and not onward else ()
        self.select_rows_up_to(row)

    def _stay_at(self, row: int) -> None:
        """Make the first cell of a claim's row the current one, without scrolling."""
        shown = self.header.shown()
        column = next((each for each in shown if self.lines.columns[each].of_claim), shown[0])
        self.setAutoScroll(False)
        first = self.lines.index(self.lines_with(row).start, column)
        self.selectionModel().setCurrentIndex(first, Select.NoUpdate)
        self.setAutoScroll(True)

    def select_rows_up_to(self, row: int) -> None:
        """Select all rows from the current one to another, and show that one."""
        ends = self.lines_with(self.currentIndex().row()), self.lines_with(row)
        between = range(min(each.start for each in ends), max(each.stop for each in ends))
        self._select_whole(merged((*self._kept, between)), [range(len(self.lines.columns))])
        across = self.horizontalScrollBar().value()
        self.scrollTo(self.lines.index(row, self.currentIndex().column()))
        self.horizontalScrollBar().setValue(across)

    def select_whole_columns(self) -> None:
        """Select the whole columns of the selected cells."""
        self._select_whole([range(self.lines.rowCount())], [range(each, each + 1) for each in self.picked().columns])

    def select_column(self, section: int, onward: bool) -> None:
        """Select a column, or all from that of the current cell to this one."""
        shown, current = self.header.shown(), self.currentIndex()
        ends = [shown.index(each) for each in (section, current.column()) if each in shown]
        between = shown[min(ends) : max(ends) + 1] if onward else [section]
        if self.lines.rowCount():
            self.setFocus()
            if not onward:
                self.setCurrentIndex(self.lines.index(max(current.row(), 0), section))
            self._select_whole([range(self.lines.rowCount())], [range(each, each + 1) for each in between])

    def _select_whole(self, rows: Iterable[range], columns: Sequence[range]) -> None:
        cells = QItemSelection()
        for across, down in product(columns, rows):
            if down:
                first = self.lines.index(down.start, across.start)
                cells.select(first, self.lines.index(down.stop - 1, across.stop - 1))
        self.selectionModel().select(cells, Select.ClearAndSelect)
