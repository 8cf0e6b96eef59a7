"""Draw the message of an empty table: what is missing, and which key makes it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from gui.theme import fonts, theme

MARGIN = 32
HEIGHT = 0.4
"""How far down the first line is, as a share of the table: a little above the middle looks like the middle."""


def draw_empty_state(painter: QPainter, area: QRect, title: str, advice: str) -> None:
    """Draw two lines of plain text in the middle of an area."""
    area = area.adjusted(MARGIN, 0, -MARGIN, 0)
    middle = area.top() + round(area.height() * HEIGHT)
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    font = fonts.interface_font()
    painter.setPen(QColor(theme().scheme.muted))
    painter.setFont(font)
    painter.drawText(QRect(area.left(), middle + 6, area.width(), area.bottom() - middle), flags, advice)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    upper = QRect(area.left(), area.top(), area.width(), middle - area.top())
    painter.drawText(upper, flags | Qt.AlignmentFlag.AlignBottom, title)
