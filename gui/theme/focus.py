"""Draw the focus ring where a stylesheet cannot draw it."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.theme import theme

RING, ROUND = 2, 5


def draw_ring(painter: QPainter, area: QRect) -> None:
    """Draw the focus ring just inside an area."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme().scheme.accent), RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inside = RING / 2
    painter.drawRoundedRect(QRectF(area).adjusted(inside, inside, -inside, -inside), ROUND, ROUND)
    painter.restore()
