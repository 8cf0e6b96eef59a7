"""A table that is typed in: its keys, and how a cell is opened, finished and left."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

from gui.tables.columns import Opening
from gui.tables.editor import CellEditor
from gui.tables.lines_view import LinesView
from gui.tables.table_model import LinesTableModel, as_text

Index = QModelIndex | QPersistentModelIndex
EditHint = QAbstractItemDelegate.EndEditHint
NO_KEY = Qt.KeyboardModifier.NoModifier


class Table(LinesView):
    """The view all tables share. `returned` says that the coder is through and goes back to the text."""

    returned = Signal()
    opened = Signal(QModelIndex)
    """Enter or F2 on a cell that cannot be typed in."""

    def __init__(self, model: LinesTableModel[Any], name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name, parent)
        self._return_after = False

    def edit_cell(self, row: int, column: int, opening: Opening | None = None, *, from_text: bool = False) -> bool:
        """Open a cell; whoever comes `from_text` is sent back there. False: not editable."""
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
        if trigger & self.editTriggers() and not self.finish_editing():
            return False
        opened = super().edit(index, trigger, event)
        if opened and self.cells.editor is not None and not self.cells.editor.touched:
            self._open_list()
        return opened

    def _open_list(self) -> None:
        """Show what an open cell can become, before anything is typed."""
        if self.cells.editor is not None:
            self.cells.editor.open_list()

    def finish_editing(self) -> bool:
        """Save the cell that is open, as far as something was typed; False when it was refused and stays open."""
        editor = self.cells.editor
        if editor is None or self.cells.finish(editor, EditHint.NoHint, confirmed=editor.confirmed):
            return True
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def closeEditor(self, editor: QWidget, hint: EditHint) -> None:
        """Close a cell; Tab goes on to the next that can be typed in, and who came from the text returns there.

        Qt also asks when another cell becomes the current one: then what was typed is saved first, or refused and kept.
        """
        if isinstance(editor, CellEditor) and not editor.done:
            self.cells.finish(editor, EditHint.NoHint, confirmed=editor.confirmed)
            return
        steps = {EditHint.EditNextItem: 1, EditHint.EditPreviousItem: -1}
        super().closeEditor(editor, EditHint.NoHint)
        returns = self._return_after
        self._return_after = False
        if hint in steps:
            target = self._next_editable(steps[hint])
            if target is not None and self.edit_cell(*target, from_text=returns):
                return
        if returns and hint != EditHint.NoHint:
            self.returned.emit()

    def _next_editable(self, step: int) -> tuple[int, int] | None:
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bare = event.key(), event.modifiers() in (NO_KEY, Qt.KeyboardModifier.KeypadModifier)
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif bare and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and index.isValid():
            if self.lines.editable(index.row(), index.column()):
                self.edit_cell(index.row(), index.column())
            else:
                self.opened.emit(index)
        elif bare and key == Qt.Key.Key_Escape:
            self.returned.emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._tab(1 if key == Qt.Key.Key_Tab else -1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do not jump to another line when a letter is pressed where nothing can be typed."""

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab stays in the table while it has lines; F6 and Esc lead out."""
        return False if self.lines.rowCount() else super().focusNextPrevChild(onward)

    def _tab(self, step: int) -> None:
        target = self._next_editable(step)
        if target is not None:
            self.setCurrentIndex(self.lines.index(*target))

    def copy(self) -> None:
        """Put the current cell on the clipboard, or several selected lines with their titles, tabs between cells."""
        rows = self.selected_rows()
        several = as_text(self.lines, rows, self.header.shown())
        QGuiApplication.clipboard().setText(several if len(rows) > 1 else self.lines.data(self.currentIndex()) or "")
