"""The margin beside a column of text, where the mouse acts as at the nearest place of the column."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

_MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
}


class Margin(QWidget):
    """Passes the mouse, the wheel and the context menu on to the column.

    Qt offers what the column ignores to the parents of the column. A margin is not one of them, and has no children, so
    that an event that was passed on can never come back.
    """

    def __init__(self, parent: QWidget, column: QWidget) -> None:
        super().__init__(parent)
        self._column = column
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def event(self, event: QEvent) -> bool:
        copy = self._copy(event)
        if copy is None:
            return super().event(event)
        QCoreApplication.sendEvent(self._column, copy)
        event.accept()  # the parents have been asked by the column already
        return True

    def _copy(self, event: QEvent) -> QEvent | None:
        """Return the event as the column would get it, or None if it is not for the column."""
        if isinstance(event, QMouseEvent) and event.type() in _MOUSE:
            return moved_to(event, QPointF(self._moved(event.position().toPoint())))
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        if isinstance(event, QContextMenuEvent):
            return QContextMenuEvent(event.reason(), self._moved(event.pos()), event.globalPos(), event.modifiers())
        return None

    def _wheel(self, event: QWheelEvent) -> QWheelEvent:
        place = QPointF(self._moved(event.position().toPoint()))
        return QWheelEvent(
            place, event.globalPosition(), event.pixelDelta(), event.angleDelta(),
            event.buttons(), event.modifiers(), event.phase(), event.inverted(),
        )  # fmt: skip

    def _moved(self, point: QPoint) -> QPoint:
        return self._column.mapFrom(self.window(), self.mapTo(self.window(), point))


def moved_to(event: QMouseEvent, point: QPointF) -> QMouseEvent:
    """Return the same event at another point."""
    copy = QMouseEvent(event.type(), point, event.globalPosition(), event.button(), event.buttons(), event.modifiers())
    copy.setTimestamp(event.timestamp())
    return copy
