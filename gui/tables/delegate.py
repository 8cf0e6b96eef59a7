"""How a cell is drawn and typed in: plain text in the scheme's inks, and an editor that keeps what is refused."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemDelegate, QStyledItemDelegate, QWidget

from gui.tables.columns import Column, Opening
from gui.tables.editor import CellEditor
from gui.tables.painting import CellFonts, draw_line, draw_wrapped
from gui.tables.table_model import LinesTableModel
from gui.theme import Scheme, theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex

PAD_X, PAD_Y = 8, 7
EDGES = 24
"""Pixels of an editor's width that are not its text's: the border, the padding and the caret."""
KEYS: dict[int, QAbstractItemDelegate.EndEditHint] = {
    Qt.Key.Key_Return: QAbstractItemDelegate.EndEditHint.SubmitModelCache,
    Qt.Key.Key_Enter: QAbstractItemDelegate.EndEditHint.SubmitModelCache,
    Qt.Key.Key_Tab: QAbstractItemDelegate.EndEditHint.EditNextItem,
    Qt.Key.Key_Backtab: QAbstractItemDelegate.EndEditHint.EditPreviousItem,
}


@cache
def focused() -> "QStyle.StateFlag":
    """The state of the cell that has the focus; asked for when a cell is drawn, since the enums of styles take 5 ms."""
    from PySide6.QtWidgets import QStyle

    return QStyle.StateFlag.State_HasFocus


class CellDelegate(QStyledItemDelegate):
    """Draws the cells of a table and owns the typing in them. `is_chosen` says whether a row is shown as chosen."""

    def __init__(self, model: Callable[[], LinesTableModel[Any]], is_chosen: Callable[[int], bool], parent: QWidget):
        super().__init__(parent)
        self._model, self._is_chosen = model, is_chosen
        self._opening: Opening | None = None
        self.fonts = CellFonts.of(theme().interface_font(), theme().table_font())
        self._committing = False
        self.editor: CellEditor | None = None

    # Drawing

    def row_height(self, lines: int = 1) -> int:
        """The height of a row that shows so many lines of text."""
        return lines * self.fonts.spacing + 2 * PAD_Y

    def paint(self, painter: QPainter, option: "QStyleOptionViewItem", index: Index) -> None:
        model, scheme = self._model(), theme().scheme
        rect: QRect = option.rect
        painter.save()
        if self._is_chosen(index.row()):
            painter.fillRect(rect, QColor(scheme.row))
        painter.setPen(QPen(QColor(scheme.line)))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        line = model.line(index.row())
        if line is not None:
            self._draw_text(painter, rect, model.columns[index.column()], line, scheme)
        if option.state & focused():
            painter.setPen(QPen(QColor(scheme.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _draw_text(self, painter: QPainter, rect: QRect, column: Column[Any], line: Any, scheme: Scheme) -> None:
        inner = rect.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y + 2)
        text, ink, bold = column.display(line), column.ink, column.bold
        if not text:
            text, ink, bold = column.placeholder(line), "faint", False
        if not text:
            return
        painter.setFont(self.fonts.font(figures=column.right, bold=bold))
        if column.wraps:
            draw_wrapped(painter, inner, text, getattr(scheme, ink), self.fonts.spacing)
        else:
            draw_line(painter, inner, text, getattr(scheme, ink), right=column.right)

    # Typing

    def open_next(self, opening: Opening | None) -> None:
        """Open the next editor like this, and not with the cell's own text."""
        self._opening = opening

    def createEditor(self, parent: QWidget, option: "QStyleOptionViewItem", index: Index) -> QWidget:  # noqa: ARG002
        model = self._model()
        assert model.project is not None
        column = model.columns[index.column()]
        opening, self._opening = self._opening, None
        editor = CellEditor(parent, index, opening.offers if opening else column.offers(model.project), opening)
        editor.setFont(self.fonts.plain)
        editor.setAccessibleName(column.title)
        editor.setPlaceholderText(opening.prompt if opening else column.prompt())
        editor.widened.connect(lambda: self._widen(editor))
        editor.taken.connect(lambda: self.finish(editor, QAbstractItemDelegate.EndEditHint.SubmitModelCache))
        self.editor = editor
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEditor):
            editor.dismiss()
        if self.editor is editor:
            self.editor = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, CellEditor)
        line = self._model().line(index.row())
        text = self._model().columns[index.column()].edit_text(line) if line is not None else ""
        editor.fill(editor.opening.text if editor.opening else text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Nothing: a cell is written by `finish`, which can be refused."""

    def updateEditorGeometry(self, editor: QWidget, option: "QStyleOptionViewItem", index: Index) -> None:  # noqa: ARG002
        rect = QRect(option.rect)
        rect.setHeight(min(rect.height(), self.row_height()))
        editor.setGeometry(rect)
        if isinstance(editor, CellEditor):
            self._widen(editor)

    @staticmethod
    def _widen(editor: CellEditor) -> None:
        """Make a cell as wide as what stands in it, as far as there is room."""
        pane = editor.parentWidget()
        rect, room = editor.geometry(), pane.width() if pane else editor.width()
        shown = editor.text() or editor.placeholderText()
        needed = editor.fontMetrics().horizontalAdvance(shown) + EDGES
        rect.setWidth(min(max(rect.width(), needed), room))
        if rect.right() >= room:
            rect.moveRight(room - 1)
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter and Tab finish, Esc cancels, leaving finishes. Qt's own filter would finish without asking."""
        if not isinstance(editor, CellEditor):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # With Ctrl the keys are the window's: Ctrl+Enter is "article done", which first writes the cell.
            if (
                event.key() in (*KEYS, Qt.Key.Key_Escape)
                and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            ):
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(editor, event)
        elif event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self._left(editor, event)
        return False

    def _key(self, editor: CellEditor, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._close(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
            return True
        hint = KEYS.get(key)
        if hint is not None:
            up = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            editor.step = -1 if up else 1
            self.finish(editor, hint)
        return hint is not None

    def _left(self, editor: CellEditor, event: QFocusEvent) -> None:
        """Save what was typed when the coder goes elsewhere in this window; another window changes nothing."""
        elsewhere = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if event.reason() not in elsewhere and not self._committing:
            self.finish(editor, QAbstractItemDelegate.EndEditHint.NoHint, confirmed=editor.confirmed)

    def finish(self, editor: CellEditor, hint: QAbstractItemDelegate.EndEditHint, *, confirmed: bool = True) -> bool:
        """Write a cell and close it; False when it was refused: it then stays open with its reason.

        What was not `confirmed`, neither typed nor filled in for the coder to see, is left out.
        """
        if self._committing:
            return False
        if not editor.index.isValid():  # its line is gone, and the cell with it
            self.destroyEditor(editor, editor.index)
            return True
        self._committing = True
        try:
            write = editor.opening.write if editor.opening else None
            reason = self._model().write(editor.index, editor.value(), write) if confirmed else None
        finally:
            self._committing = False
        if reason is not None:
            editor.refuse(reason)
            return False
        self._close(editor, hint)
        return True

    def _close(self, editor: CellEditor, hint: QAbstractItemDelegate.EndEditHint) -> None:
        editor.done = True
        self.closeEditor.emit(editor, hint)
