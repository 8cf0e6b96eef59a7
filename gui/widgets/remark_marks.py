"""Mark a record with a note, or one that is to be discussed, in the corner of its cell or row."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from gui.theme import theme

CORNER, FLAG = 7, 7
"""The side of the triangle of a note, and the length of a flag, in pixels."""


def draw_remark(painter: QPainter, rect: QRect, *, discuss: bool, noted: bool) -> None:
    """Draw in the upper right corner of a rectangle a triangle for a note, and a flag for what is to be discussed."""
    if not (discuss or noted):
        return
    scheme, corner = theme().scheme, rect.topRight() + QPoint(1, 0)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if noted:
        painter.setBrush(QColor(scheme.muted))
        painter.drawPolygon([corner - QPoint(CORNER, 0), corner, corner + QPoint(0, CORNER)])
    if discuss:
        painter.setBrush(QColor(scheme.error))
        mast = corner + QPoint(-FLAG - (CORNER if noted else 2), 2)
        painter.drawRect(QRect(mast, QSize(1, FLAG + 3)))
        painter.drawPolygon([mast, mast + QPoint(FLAG, FLAG // 2), mast + QPoint(0, FLAG)])
