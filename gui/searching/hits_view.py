"""The list of what a search has found, with its keyboard and mouse."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gui.searching.copying_places import copy_places
from gui.searching.hits_delegate import HitsDelegate
from gui.searching.hits_model import HitsTableModel
from gui.theme.focus import draw_ring
from gui.widgets.empty_state import draw_empty_state
from gui.widgets.plain_rows import show_plain_rows
from models.translation import _

Move = QAbstractItemView.CursorAction
Select = QItemSelectionModel.SelectionFlag
SELECTING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
FORWARD, BACKWARD = (Move.MoveDown, Move.MoveNext, Move.MoveRight), (Move.MoveUp, Move.MovePrevious, Move.MoveLeft)


class HitsView(QTableView):
    """Lists places in the texts, one of which is current. A heading acts for the first place of its article.

    With Shift or Ctrl several are selected, to be copied, and none is gone to.
    """

    opened = Signal()
    """Enter or a click: the current place is to be worked on."""
    walked = Signal()
    """A key has made another place the current one."""
    escaped = Signal()
    typed = Signal(str)
    """Text was typed here, to search for something else."""
    topped = Signal()
    """Up at the first place: the words that are searched for are to have the keyboard."""

    def __init__(self, model: HitsTableModel, hint: Callable[[], tuple[str, str]]) -> None:
        super().__init__()
        self._hits, self._hint = model, hint
        self._look = HitsDelegate(self)
        self.setObjectName("hits")
        self.setAccessibleName(_("Places found"))
        self.setModel(model)
        self.setItemDelegate(self._look)
        show_plain_rows(self)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultSectionSize(self._look.row_height(self.fontMetrics()))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def go_to_row(self, row: int) -> None:
        """Make a row current, and scroll to it with the heading above it."""
        index = self._hits.index(row, 0)
        self.selectionModel().setCurrentIndex(index, Select.ClearAndSelect | Select.Rows)
        if (above := self._hits.hit(row - 1)) and above.found is None:
            self.scrollTo(self._hits.index(row - 1, 0))
        self.scrollTo(index)

    def copy(self) -> None:
        """Copy the selected places, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        copy_places(filter(None, map(self._hits.hit, rows)))

    # Keyboard and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, and leave with Esc or upwards."""
        before = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Up and self._hits.step(before, -1) < 0:
            self.topped.emit()
        else:
            super().keyPressEvent(event)
            if self.currentIndex().row() != before and not event.modifiers() & SELECTING:
                self.walked.emit()

    def keyboardSearch(self, search: str) -> None:
        """Pass what is typed on to the line above."""
        self.typed.emit(search)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go from place to place, past the headings."""
        here, last = self.currentIndex().row(), self._hits.rowCount() - 1
        if action in FORWARD or action in BACKWARD:
            row = self._hits.step(here, 1 if action in FORWARD else -1)
        elif action in (Move.MoveHome, Move.MoveEnd):
            row = self._hits.step(-1, 1) if action == Move.MoveHome else last
        else:
            there = super().moveCursor(action, modifiers).row()
            row = self._hits.step(there - 1, 1)  # a page further can be a heading
        return self._hits.index(row if row >= 0 else here, 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place that is clicked; the list does not keep the keyboard."""
        index = self.indexAt(event.position().toPoint())
        if event.modifiers() & SELECTING:
            super().mousePressEvent(event)
            return
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.go_to_row(self._hits.step(index.row() - 1, 1))
            self.opened.emit()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select nothing by dragging: what is pressed was gone to."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do nothing more."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do nothing more than with a click."""
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Highlight the row under the pointer."""
        if event.type() in (QEvent.Type.MouseMove, QEvent.Type.Leave):
            row = self.rowAt(int(event.position().y())) if isinstance(event, QMouseEvent) else -1
            if row != self._look.hovered:
                self._look.hovered = row
                self.viewport().update()
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the list, or what an empty one means."""
        super().paintEvent(event)
        if self._hits.rowCount() == 0:
            painter = QPainter(self.viewport())
            draw_empty_state(painter, self.viewport().rect(), *self._hint())
            if self.hasFocus():
                draw_ring(painter, self.viewport().rect())
