"""Mark a row with changes that could not be saved: a broken line below it, and at its beginning a sign of warning."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.theme import theme

BAR = 3
"""The width of the bar at the beginning of the row, in pixels."""
SIGN = 14
"""The side of the sign, in pixels."""


def draw_unsaved(painter: QPainter, rect: QRect, *, sign: bool, left: bool = False) -> None:
    """Draw a broken line along the lower edge of a cell; in the first one also a bar and a `sign` in its right corner,
    or in the `left` one.
    """
    painter.setPen(QPen(QColor(theme().scheme.error), 2, Qt.PenStyle.DashLine))
    painter.drawLine(rect.bottomLeft() - QPoint(0, 1), rect.bottomRight() - QPoint(0, 1))
    if sign:
        painter.fillRect(QRect(rect.topLeft(), QSize(BAR, rect.height())), QColor(theme().scheme.error))
        place = BAR + 2 if left else rect.width() - SIGN - 2
        corner = QPoint(rect.left() + place, rect.bottom() - SIGN - 3)
        theme().icon("warning").paint(painter, QRect(corner, QSize(SIGN, SIGN)))
