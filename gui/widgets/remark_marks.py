"""Mark a record with a note, or one that is to be discussed, in the corner of its cell or row."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from gui.theme import theme

CORNER, FLAG = 7, 7
"""The side of the triangle of a note, and the length of a flag, in pixels."""


def draw_remark(painter: QPainter, rect: QRect, *, discuss: bool, noted: bool, left: bool = False) -> None:
    """Draw in the upper right corner of a rectangle, or in the `left` one, a triangle for a note, and a flag for what
    is to be discussed.
    """
    if not (discuss or noted):
        return
    scheme = theme().scheme
    corner = rect.topLeft() if left else rect.topRight() + QPoint(1, 0)
    inwards, mast_at = (1, 2) if left else (-1, -FLAG - 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if noted:
        painter.setBrush(QColor(scheme.muted))
        painter.drawPolygon([corner + QPoint(inwards * CORNER, 0), corner, corner + QPoint(0, CORNER)])
    if discuss:
        painter.setBrush(QColor(scheme.error))
        mast = corner + QPoint(mast_at + (inwards * (CORNER - 2) if noted else 0), 2)
        painter.drawRect(QRect(mast, QSize(1, FLAG + 3)))
        painter.drawPolygon([mast, mast + QPoint(FLAG, FLAG // 2), mast + QPoint(0, FLAG)])
