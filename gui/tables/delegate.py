"""Type in the cells of a table: open an editor, write what was typed, keep open what is refused."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QStyleOptionViewItem, QWidget

from gui.editors.line_editor import LineEditor
from gui.editors.making import Editor, make_editor
from gui.editors.text_editor import TextEditor
from gui.tables.cell_look import CellLook
from gui.tables.open_cell import OpenCell, Prefill, State
from gui.tables.painted_cells import PaintedCells
from gui.tables.table_model import LinesTableModel
from gui.widgets.interruptions import is_interruption
from gui.widgets.window_keys import is_export_for_window, is_undo_for_window
from models.attributes.attribute import Attribute
from models.codebook.guidance import guidance

Index = QModelIndex | QPersistentModelIndex
EndEditHint = QAbstractItemDelegate.EndEditHint

EDGES = 24
"""Pixels of an editor's width that are not its text's: the border, the padding and the caret."""
KEYS: dict[int, EndEditHint] = {
    Qt.Key.Key_Return: EndEditHint.SubmitModelCache,
    Qt.Key.Key_Enter: EndEditHint.SubmitModelCache,
    Qt.Key.Key_Tab: EndEditHint.EditNextItem,
    Qt.Key.Key_Backtab: EndEditHint.EditPreviousItem,
}


class CellDelegate(PaintedCells):
    """Owns the cell that is open."""

    guided = Signal(str)
    """What is to be read about the open cell and the picked row of its list; nothing when it is closed."""

    lost = Signal(str)
    """What was typed in a cell whose line is gone, such as that of a record that was deleted in another window."""

    fill_wanted = Signal(str)
    """A text is to be written into all selected cells."""

    def __init__(self, model: Callable[[], LinesTableModel[Any]], look: CellLook, parent: QWidget) -> None:
        super().__init__(model, look, parent)
        self._view = parent
        self.open: OpenCell | None = None

    @property
    def editor(self) -> Editor | None:
        """The editor of the open cell."""
        return self.open.editor if self.open else None

    # Opening

    def prepare(self, index: Index, prefill: Prefill | None, *, from_text: bool) -> None:
        """Set how the cell that the view asks for next is to be opened."""
        self.open = OpenCell(QPersistentModelIndex(index), prefill, from_text)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        model = self._model()
        column, line = model.columns[index.column()], model.shown(index.row())
        edited = column.edited(line) if line is not None else None
        assert edited is not None, "only a cell that can be edited is opened"
        if self.open is None or self.open.editor or self.open.index != index:
            self.prepare(index, None, from_text=False)
        assert self.open is not None
        prefill = self.open.prefill
        editor = self.open.editor = self._make(edited[0], prefill, parent)
        editor.setObjectName("cell_editor")
        editor.setFont(self._look.fonts.plain)
        editor.setAccessibleName(column.title)
        editor.setPlaceholderText(prefill.prompt if prefill else edited[0].hint or column.title)
        editor.textChanged.connect(lambda: self._widen(editor))
        editor.refusal.dropped.connect(lambda: self._forget(editor))
        return editor

    def _forget(self, editor: Editor) -> None:
        """Take note that nothing typed is left in an editor: it was written, or dropped."""
        if project := self._model().project:
            project.unsaved.forget(editor)

    def _make(self, attribute: Attribute[Any, Any], prefill: Prefill | None, parent: QWidget) -> Editor:
        registry = self._model().registry
        editor = LineEditor(prefill.offers, parent) if prefill else make_editor(attribute, registry, parent)
        if isinstance(editor, LineEditor):
            editor.taken.connect(lambda: self.finish(EndEditHint.SubmitModelCache))
            editor.chosen.connect(self._write_chosen)
            editor.pointed.connect(lambda row: self.guided.emit(guidance(attribute, row)))
        self.guided.emit(guidance(attribute))
        return editor

    def _write_chosen(self) -> None:
        """Write at once what a digit has chosen. A cell opened from the text waits for Tab or Enter, which go on."""
        if self.open and not self.open.from_text:
            self.finish(EndEditHint.SubmitModelCache)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill an editor once: what is typed is never overwritten."""
        cell = self.open
        if cell is None or cell.editor is not editor or cell.state is not State.OPENING:
            return
        line = self._model().shown(index.row())
        text = self._model().edit_text(line, self._model().columns[index.column()]) if line is not None else ""
        cell.editor.fill(cell.prefill.text if cell.prefill else text)
        cell.editor.select_backwards()
        if isinstance(cell.editor, LineEditor) and cell.prefill:
            cell.editor.pick_first = cell.prefill.picked
            cell.editor.lean(cell.prefill.picked and not cell.prefill.text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Write nothing: a cell is written by `finish`, which can be refused."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        rect = QRect(option.rect)
        if not isinstance(editor, TextEditor):
            rect.setHeight(min(rect.height(), self._look.row_height()))
        editor.setGeometry(rect)
        self._widen(editor)

    @staticmethod
    def _widen(editor: QWidget) -> None:
        """Make a cell of one line as wide as its text, if there is room."""
        pane = editor.parentWidget()
        if pane is None or not isinstance(editor, LineEditor):
            return
        rect = editor.geometry()
        needed = editor.fontMetrics().horizontalAdvance(editor.text() or editor.placeholderText()) + EDGES
        rect.setWidth(min(max(rect.width(), needed), pane.width()))
        if rect.right() >= pane.width():
            rect.moveRight(pane.width() - 1)
        editor.setGeometry(rect)

    # Keys and the focus

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let Enter and Tab write, and Esc cancel; leaving the cell writes. Qt's own filter would
        write without asking.
        """
        cell = self.open
        if cell is None or cell.editor is None or cell.editor is not editor:
            return False
        if is_undo_for_window(cell.editor, event):
            cell.declined = True
            event.ignore()
            return True
        if is_export_for_window(event):
            event.ignore()
            return True
        match event:
            case QKeyEvent() if event.type() == QEvent.Type.ShortcutOverride:
                return self._claims(event)
            case QKeyEvent() if event.type() == QEvent.Type.KeyPress:
                return self._press(cell, event)
            case QFocusEvent() if event.gotFocus() and not cell.editor.touched:
                cell.editor.select_backwards()
            case QFocusEvent() if event.lostFocus() and not is_interruption(event) and cell.is_open:
                self.finish(EndEditHint.NoHint, confirmed=cell.confirmed)
        return False

    def _claims(self, event: QKeyEvent) -> bool:
        """Keep a key from the shortcuts of the window, except with Ctrl: Ctrl+Enter first writes the cell, unless it
        fills several.
        """
        with_ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() not in (*KEYS, Qt.Key.Key_Escape) or (with_ctrl and not self._fills(event)):
            return False
        event.accept()
        return True

    def _press(self, cell: OpenCell, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._close(cell, EndEditHint.RevertModelCache)
            return True
        if self._fills(event):
            self._fill(cell)
            return True
        hint = KEYS.get(event.key())
        if hint is None or (isinstance(cell.editor, TextEditor) and cell.editor.breaks_line(event)):
            return False
        cell.step = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        self.finish(hint)
        return True

    def _fills(self, event: QKeyEvent) -> bool:
        """Return whether a key writes into all selected cells: Ctrl+Enter, if there are several."""
        with_ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return self.several and bool(with_ctrl) and KEYS.get(event.key()) == EndEditHint.SubmitModelCache

    def _fill(self, cell: OpenCell) -> None:
        """Close the cell, and ask for its text in all selected ones; if it cannot have that itself, it stays open."""
        assert cell.editor is not None
        typed = cell.editor.value()
        if reason := self._model().refusal(cell.index, typed):
            cell.editor.refuse(reason)
            return
        self._close(cell, EndEditHint.NoHint)
        self.fill_wanted.emit(typed)

    # Closing

    def finish(self, hint: EndEditHint, *, confirmed: bool = True) -> bool:
        """Write the open cell and close it; False if it was refused: it then stays open with its reason.

        Text that is not `confirmed`, neither typed nor filled in for the coder to see, is dropped.
        """
        cell = self.open
        if cell is None or cell.editor is None or cell.state is State.WRITING:
            return False
        if not cell.index.isValid():  # its line is gone, and the cell with it
            self.destroyEditor(cell.editor, cell.index)
            return True
        cell.state = State.WRITING
        try:
            write = cell.prefill.write if cell.prefill else None
            typed = cell.editor.value()
            reason = self._model().write(cell.index, typed, write, kept_in=cell.editor) if confirmed else None
        finally:
            cell.state = State.TYPING
        if reason is not None:
            cell.editor.refuse(reason)
            return False
        self._close(cell, EndEditHint.NoHint if cell.stays else hint)
        return True

    def stay(self) -> None:
        """Keep the line of the open cell current when it is closed: a question about it comes first."""
        if self.open:
            self.open.stays = True

    def _close(self, cell: OpenCell, hint: EndEditHint) -> None:
        cell.state = State.CLOSED
        assert cell.editor is not None
        self.closeEditor.emit(cell.editor, hint)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, Editor):
            editor.dismiss()
        if self.open and self.open.editor is editor and isinstance(editor, Editor):
            lost = editor.text() if self.open.state is State.TYPING and editor.touched else ""
            self.open = None
            self.guided.emit("")
            if lost:
                self._view.setFocus()
                self.lost.emit(lost)
        super().destroyEditor(editor, index)
