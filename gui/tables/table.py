"""A table of lines: its keys, its columns, what it says when it is empty, and the typing in its cells."""

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.tables.delegate import CellDelegate
from gui.tables.editor import CellEditor
from gui.tables.header import ColumnsHeader
from gui.tables.hints import draw_hint
from gui.tables.table_model import LinesTableModel, as_text
from gui.theme import theme

Index = QModelIndex | QPersistentModelIndex
EditHint = QAbstractItemDelegate.EndEditHint

ROOMY = 700


class Table(QTableView):
    """The view all tables share. Signals come from what the coder does, never from `choose`."""

    record_chosen = Signal(str)
    returned = Signal()
    height_in_lines = 0
    """How many lines of text each row shows while the table is narrow; 0 leaves that to a subclass."""
    opened = Signal(QModelIndex)
    """Enter, F2 or a double click on a cell that cannot be typed in."""

    def __init__(self, model: LinesTableModel[Any], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: LinesTableModel[Any] = model
        self.hint = ("", "")
        self._quiet = False
        self._return_after = False
        self._remembered: str | None = None
        self.cells = CellDelegate(lambda: self.lines, self.is_chosen, self)
        self.header = ColumnsHeader(self)
        self.setHorizontalHeader(self.header)
        self.setItemDelegate(self.cells)
        self.setObjectName(name)
        self.setAccessibleName(name.capitalize())
        self._dress()
        self.setModel(model)
        theme().changed.connect(self.viewport().update)

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.cells.row_height())

    def set_lines(self, model: LinesTableModel[Any]) -> None:
        """Show another model's lines."""
        old = self.selectionModel()
        self.lines = model
        self.setModel(model)
        if old is not None:
            old.deleteLater()

    def setModel(self, model: Any) -> None:
        super().setModel(model)
        model.modelAboutToBeReset.connect(self._remember, Qt.ConnectionType.UniqueConnection)
        model.modelReset.connect(self._recall, Qt.ConnectionType.UniqueConnection)
        self.header.take_columns(self.lines.columns)

    # What is chosen

    def record(self) -> str | None:
        """The record that the current cell is about."""
        index = self.currentIndex()
        return self.lines.record_at(index.row(), index.column()) if index.isValid() else None

    def chosen(self) -> tuple[str, ...]:
        """The records of the selected lines, each once, in the order of the lines."""
        column = self.currentIndex().column()
        found = (self.lines.record_at(row, column) for row in self._selected_rows()) if column >= 0 else ()
        return tuple(dict.fromkeys(record for record in found if record))

    def choose(self, record: str | None) -> None:
        """Show the line of a record as the chosen one, without taking the focus or telling anybody."""
        if record is not None and self.record() == record and record in self.chosen():
            return
        row = self.lines.row_of(record) if record else None
        self._quiet = True
        if row is None or record is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self._show_row(row, record)
        self._quiet = False

    def _show_row(self, row: int, record: str) -> None:
        current = self.currentIndex()
        columns = [current.column()] if current.isValid() else []
        columns += self.header.shown()
        column = next((c for c in columns if self.lines.record_at(row, c) == record), columns[0])
        index = self.lines.index(row, column)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def is_chosen(self, row: int) -> bool:
        """Whether a row is drawn as chosen: selected, or a line of the current claim."""
        current = self.currentIndex()
        if current.isValid():
            first, last = self.lines.group(current.row())
            if first <= row <= last:
                return True
        return self.selectionModel().isRowSelected(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if self._quiet or self.lines.following or not current.isValid():
            return
        record = self.lines.record_at(current.row(), current.column())
        if record:
            self.record_chosen.emit(record)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click; one on the cell that is current already says again what is chosen."""
        before = self.currentIndex()
        super().mousePressEvent(event)
        record = self.record()
        if record and self.currentIndex() == before and self.indexAt(event.position().toPoint()) == before:
            self.record_chosen.emit(record)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus; that the first cell then becomes the current one is no choice of the coder's."""
        self._quiet = True
        super().focusInEvent(event)
        self._quiet = False

    def _remember(self) -> None:
        self._remembered = self.record()

    def _recall(self) -> None:
        if self._remembered is not None:
            self.choose(self._remembered)
        self._remembered = None

    # Typing

    def edit_cell(self, row: int, column: int, text: str | None = None, *, from_text: bool = False) -> bool:
        """Open a cell, with `text` filled in; whoever comes `from_text` is sent back there. False: not editable."""
        if not self.lines.editable(row, column) or not self.finish_editing():
            return False
        index = self.lines.index(row, column)
        self._quiet = True
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self._quiet = False
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cells.fill_next(text)
        self._return_after = from_text
        self.edit(index)
        return True

    def edit(self, index: Index, trigger: Any = None, event: Any = None) -> Any:
        """Open a cell, as Qt asks for it; one that was refused comes first."""
        if trigger is None:
            return super().edit(index)
        if trigger & self.editTriggers() and not self.finish_editing():
            return False
        return super().edit(index, trigger, event)

    def finish_editing(self) -> bool:
        """Save the cell that is open, as far as something was typed; False when it was refused and stays open."""
        editor = self.cells.editor
        if editor is None or self.cells.finish(editor, EditHint.NoHint, confirmed=editor.touched):
            return True
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def closeEditor(self, editor: QWidget, hint: EditHint) -> None:
        """Close a cell; Tab goes on to the next that can be typed in, and who came from the text returns there.

        Qt also asks when another cell becomes the current one: then what was typed is saved first, or refused and kept.
        """
        if isinstance(editor, CellEditor) and not editor.done:
            self.cells.finish(editor, EditHint.NoHint, confirmed=editor.touched)
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
        key, bare = Qt.Key(event.key()), event.modifiers() in (NO_KEY, Qt.KeyboardModifier.KeypadModifier)
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

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab stays in the table while it has lines; F6 and Esc lead out."""
        return False if self.lines.rowCount() else super().focusNextPrevChild(onward)

    def _tab(self, step: int) -> None:
        target = self._next_editable(step)
        if target is not None:
            self.setCurrentIndex(self.lines.index(*target))

    def copy(self) -> None:
        """Put the current cell on the clipboard, or several selected lines with their titles, tabs between cells."""
        rows = self._selected_rows()
        several = as_text(self.lines, rows, self.header.shown())
        QGuiApplication.clipboard().setText(several if len(rows) > 1 else self.lines.data(self.currentIndex()) or "")

    def _selected_rows(self) -> list[int]:
        return sorted({index.row() for index in self.selectionModel().selectedRows(0)})

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.arrange(self.viewport().width())
        if self.height_in_lines:
            narrow = self.viewport().width() < ROOMY
            self.verticalHeader().setDefaultSectionSize(self.cells.row_height(self.height_in_lines if narrow else 1))

    # Nothing to show

    def set_hint(self, title: str, advice: str) -> None:
        """Say this where there are no lines: what is missing, and which key makes it."""
        if self.hint != (title, advice):
            self.hint = (title, advice)
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.lines.rowCount() == 0 and any(self.hint):
            painter = QPainter(self.viewport())
            draw_hint(painter, self.viewport().rect(), *self.hint)
            painter.end()


NO_KEY = Qt.KeyboardModifier.NoModifier
