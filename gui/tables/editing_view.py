"""A table whose cells are edited: how a cell is opened, finished and left."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

from gui.editors.line_editor import LineEditor
from gui.editors.making import Editor
from gui.tables.lines_view import LinesView
from gui.tables.open_cell import Prefill, State

Index = QModelIndex | QPersistentModelIndex
EditHint = QAbstractItemDelegate.EndEditHint
STEPS = {EditHint.EditNextItem: 1, EditHint.EditPreviousItem: -1}


class EditingView(LinesView):
    """Opens and closes cells. `returned` says that the coder is done and goes back to the text.

    `hinted` says why a cell cannot be edited, or what else could not be done.
    """

    returned = Signal()
    hinted = Signal(str)
    _row_begun: int | None = None
    _scrolled: int | None = None
    """How far the columns were scrolled when the coder came from the text."""

    def edit_cell(self, row: int, column: int, prefill: Prefill | None = None, *, from_text: bool = False) -> bool:
        """Open a cell; one opened `from_text` returns there when it is closed. Return whether it could be opened."""
        if not self.lines.editable(row, column) or not self.finish_editing():
            return False
        if not from_text:
            self._scrolled = None
        elif self._scrolled is None:
            self._scrolled = self.horizontalScrollBar().value()
        index = self.show_cell(row, column)
        self.cells.prepare(index, prefill, from_text=from_text)
        self.edit(index)
        return True

    def edit(self, index: Index, trigger: Any = None, event: Any = None) -> Any:
        """Open a cell when Qt asks for it; a refused one comes first."""
        if trigger is None:
            return super().edit(index)  # which happens again with every trigger
        cell = self.cells.open
        if cell is not None and cell.editor is not None and cell.state is State.OPENING:
            return False  # the key that opens a cell came back unused from its editor
        if trigger & self.editTriggers() and not self.finish_editing():
            return False
        opened = super().edit(index, trigger, event)
        self._begin_typing()
        return opened

    def _begin_typing(self) -> None:
        """Show the completions of an open cell, unless the key that opened it was typed in it already."""
        cell = self.cells.open
        if cell is None or cell.editor is None:
            self.cells.open = None
            return
        if cell.state is State.OPENING:
            cell.state = State.TYPING
            if isinstance(cell.editor, LineEditor) and not cell.editor.touched:
                cell.editor.open_list()

    def type_into(self, text: str) -> Editor | None:
        """Open the current cell with a text in place of what it holds; say why if it cannot be opened."""
        index = self.currentIndex()
        if not index.isValid():
            return None
        if not self.lines.editable(index.row(), index.column()):
            self.hinted.emit(self.lines.why_not(index.row(), index.column()))
            return None
        if self.edit_cell(index.row(), index.column()) and self.cells.editor is not None:
            self.cells.editor.begin_with(text)
        return self.cells.editor

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Open a cell with text from an input method, such as a dead key; Qt would lose it."""
        if self.cells.editor is None and event.commitString() and not event.preeditString():
            self.type_into(event.commitString())
        else:
            super().inputMethodEvent(event)

    def finish_editing(self) -> bool:
        """Save the cell that is open, if something was typed or filled in; False when it is refused and stays open."""
        cell = self.cells.open
        if cell is None or cell.editor is None:
            return True
        hint = EditHint.RevertModelCache if cell.declined else EditHint.NoHint
        if self.cells.finish(hint, confirmed=cell.confirmed):
            return True
        cell.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def closeEditor(self, editor: QWidget, hint: EditHint) -> None:
        """Close a cell. Enter moves a line down, Tab to the next cell; a cell opened from the text returns there, with
        Tab after the last cell of its claim or number.

        Qt also asks when another cell becomes current: then what was typed is saved first, or refused and kept.
        """
        cell = self.cells.open
        if cell is None or cell.editor is not editor:
            super().closeEditor(editor, EditHint.NoHint)
            return
        if cell.state is not State.CLOSED:
            self.cells.finish(EditHint.NoHint, confirmed=cell.confirmed)
            return
        super().closeEditor(editor, EditHint.NoHint)
        target, begun = (self.next_editable(STEPS[hint]) if hint in STEPS else None), self.row_begun()
        if cell.from_text and target and target[0] not in self.lines_with(self.currentIndex().row()):
            target = None
        if target is not None and self.edit_cell(*target, from_text=cell.from_text):
            self.begin_row(begun)
            return
        if cell.from_text and hint != EditHint.NoHint:
            self._scroll_back()
            self.returned.emit()
        elif hint == EditHint.SubmitModelCache and cell.step:
            self._go(cell.step)

    def _scroll_back(self) -> None:
        """Show the columns again that were shown before the coder came from the text."""
        if self._scrolled is not None:
            self.horizontalScrollBar().setValue(self._scrolled)
            self._scrolled = None

    def row_begun(self) -> int:
        """Return the column from which the coder went on with Tab; without Tab, that of the current cell."""
        return self.currentIndex().column() if self._row_begun is None else self._row_begun

    def begin_row(self, column: int) -> None:
        """Note where the row was begun, to which Enter returns, until the coder goes elsewhere."""
        self._row_begun = column

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Follow the current cell; without Tab, no row has been begun."""
        super().currentChanged(current, previous)
        self._row_begun = None

    def _go(self, step: int) -> None:
        """Go lines up or down, to the column in which the row was begun; a cell over several lines counts once."""
        current, column = self.currentIndex(), self.row_begun()
        if not current.isValid():
            return
        row = current.row()
        lines = self.lines_with(row) if self.lines.columns[column].of_claim else range(row, row + 1)
        row = lines.stop if step > 0 else lines.start - 1
        if 0 <= row < self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(row, column))

    def next_editable(self, step: int) -> tuple[int, int] | None:
        """Return the next cell, in reading order, that can be edited; a cell over several lines counts once."""
        current = self.currentIndex()
        columns = self.header.shown()
        if not current.isValid() or current.column() not in columns:
            return None
        count = len(columns)
        at = current.row() * count + columns.index(current.column())
        while 0 <= (at := at + step) < self.lines.rowCount() * count:
            row, column = at // count, columns[at % count]
            leads = not self.lines.columns[column].of_claim or self.lines.group(row)[0] == row
            if leads and self.lines.editable(row, column):
                return row, column
        return None
