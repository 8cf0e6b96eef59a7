"""A text in a column of a readable width, in the middle of however much room there is."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from gui.article.margin import Margin


class ColumnEdit(QTextEdit):
    """A read-only text whose viewport is the column; the lines break anew only when the room is narrower than it.

    The margins beside the column take the mouse and the wheel as the text itself does. `column_moved` tells the width
    of the margins, in pixels.
    """

    column_moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = 600
        viewport = self.viewport()
        viewport.setCursor(Qt.CursorShape.IBeamCursor)
        self._margins = (Margin(self, viewport), Margin(self, viewport))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # A scroll bar that comes and goes would change the width, and break every line of a long text again.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().rangeChanged.connect(self._rest_bar)

    def set_column(self, width: int) -> None:
        """Give the column so many pixels, its padding included."""
        self._column = width
        self._centre()

    @contextmanager
    def place_kept(self) -> Iterator[None]:
        """While lines break anew, keep the first line that is seen where it is."""
        bar = self.verticalScrollBar()
        if bar.value() == 0:
            yield
            return
        place = self.cursorForPosition(QPoint(self.viewport().width() // 2, 1)).position()
        top = self._top_of(place)
        yield
        bar.setValue(bar.value() + self._top_of(place) - top)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            with self.place_kept():
                self._centre()
                return super().event(event)
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Leave composed letters alone: Qt would put them into a read-only text too."""
        event.ignore()

    def _rest_bar(self, lowest: int, highest: int) -> None:
        """A bar with nothing to scroll is disabled; the style then leaves its handle away."""
        self.verticalScrollBar().setEnabled(highest > lowest)

    def _centre(self) -> None:
        """Before Qt sizes the viewport, so that it is sized once."""
        room = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()
        spare = max(0, room - self._column)
        self.setViewportMargins(spare // 2, 0, spare - spare // 2, 0)
        self._lay_margins()
        self.column_moved.emit(spare // 2)

    def _lay_margins(self) -> None:
        """Cover what is left and right of the viewport."""
        column, beside = self.viewport().geometry(), self.viewportMargins()
        left, right = self._margins
        left.setGeometry(QRect(column.left() - beside.left(), column.top(), beside.left(), column.height()))
        right.setGeometry(QRect(column.right() + 1, column.top(), beside.right(), column.height()))

    def _top_of(self, position: int) -> int:
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        return self.cursorRect(cursor).top()
