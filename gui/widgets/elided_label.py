"""A label that asks for no more room than there is."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

NARROWEST = 40


class ElidedLabel(QLabel):
    """A line of plain text, shortened where there is no room for it, so that it pushes nothing else aside."""

    def __init__(self, parent: QWidget | None = None, elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__(parent)
        self._elide = elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(NARROWEST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.paint_words(QPainter(self), self.contentsRect())

    def paint_words(self, painter: QPainter, area: QRect) -> None:
        """Paint as much of the text as an area has room for."""
        shown = self.fontMetrics().elidedText(self.text(), self._elide, area.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
