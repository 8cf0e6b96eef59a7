"""A view whose cells are typed in: how a cell is opened, finished and left."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

from gui.tables.columns import Opening
from gui.tables.editor import CellEditor
from gui.tables.lines_view import LinesView
from gui.tables.table_model import LinesTableModel

Index = QModelIndex | QPersistentModelIndex
EditHint = QAbstractItemDelegate.EndEditHint
STEPS = {EditHint.EditNextItem: 1, EditHint.EditPreviousItem: -1}


class TypedInView(LinesView):
    """Opens and closes cells. `returned` says that the coder is through and goes back to the text.

    `hinted` says why a cell cannot be typed in, or what else could not be done.
    """

    returned = Signal()
    hinted = Signal(str)

    def __init__(self, model: LinesTableModel[Any], name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name, parent)
        self._return_after = False
        self._opening = False

    def edit_cell(self, row: int, column: int, opening: Opening | None = None, *, from_text: bool = False) -> bool:
        """Open a cell; one opened `from_text` returns there when it is closed. False: not editable."""
        if not self.lines.editable(row, column) or not self.finish_editing():
            return False
        index = self.show_cell(row, column)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cells.open_next(opening)
        self._return_after = from_text
        self.edit(index)
        return True

    def edit(self, index: Index, trigger: Any = None, event: Any = None) -> Any:
        """Open a cell, as Qt asks for it; one that was refused comes first."""
        if trigger is None:
            super().edit(index)
            self._open_list()
            return None
        if self._opening:
            return False  # the key that opens a cell came back from its editor, which has no use for it
        if trigger & self.editTriggers() and not self.finish_editing():
            return False
        self._opening = True
        try:
            opened = super().edit(index, trigger, event)
        finally:
            self._opening = False
        if opened and self.cells.editor is not None and not self.cells.editor.touched:
            self._open_list()
        return opened

    def _open_list(self) -> None:
        """Show what an open cell can become, before anything is typed."""
        if self.cells.editor is not None:
            self.cells.editor.open_list()

    def type_into(self, text: str) -> CellEditor | None:
        """Open the current cell with a text in place of its own; say why where it cannot be opened."""
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
        """Open a cell with what an input method gives at once, as a dead key does; Qt would lose it."""
        if self.cells.editor is None and event.commitString() and not event.preeditString():
            self.type_into(event.commitString())
        else:
            super().inputMethodEvent(event)

    def finish_editing(self) -> bool:
        """Save the cell that is open, if something was typed or filled in; False when it is refused and stays open."""
        editor = self.cells.editor
        if editor is None:
            return True
        hint = EditHint.RevertModelCache if editor.declined else EditHint.NoHint
        if self.cells.finish(editor, hint, confirmed=editor.confirmed):
            return True
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def closeEditor(self, editor: QWidget, hint: EditHint) -> None:
        """Close a cell. Enter goes a line down, Tab to the next cell; who came from the text returns there.

        Qt also asks when another cell becomes the current one: then what was typed is saved first, or refused and kept.
        """
        if isinstance(editor, CellEditor) and not editor.done:
            self.cells.finish(editor, EditHint.NoHint, confirmed=editor.confirmed)
            return
        super().closeEditor(editor, EditHint.NoHint)
        returns = self._return_after
        self._return_after = False
        if hint in STEPS:
            target = self.next_editable(STEPS[hint])
            if target is not None and self.edit_cell(*target, from_text=returns):
                return
        if returns and hint != EditHint.NoHint:
            self.returned.emit()
        elif hint == EditHint.SubmitModelCache and isinstance(editor, CellEditor) and editor.step:
            self._go(editor.step)

    def _go(self, step: int) -> None:
        """Go a line up or down in the same column; cells that stretch count once."""
        current = self.currentIndex()
        first, last = self.lines.group(current.row()) if current.isValid() else (0, 0)
        if not self.lines.columns[current.column()].of_claim:
            first = last = current.row()
        row = last + 1 if step > 0 else first - 1
        if current.isValid() and 0 <= row < self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(row, current.column()))

    def next_editable(self, step: int) -> tuple[int, int] | None:
        """The next cell, in reading order, that can be typed in; cells that stretch count once."""
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
