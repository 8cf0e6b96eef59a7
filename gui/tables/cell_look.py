"""Draw the cells of a table: plain text in the colours of the scheme, and a frame around the current cell."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from gui.tables.columns import Look
from gui.tables.painting import CellFonts, draw_line, draw_wrapped
from gui.theme import fonts, theme

PAD_X, PAD_Y = 8, 7
CORNER, FLAG = 7, 7
"""The side of the triangle of a note, and the length of a flag, in pixels."""


class CellLook:
    """The fonts and measures of cells."""

    def __init__(self) -> None:
        self.fonts = CellFonts.of(fonts.interface_font(), fonts.table_font())

    def row_height(self, lines: int = 1) -> int:
        """Return the height of a row that shows so many lines of text."""
        return lines * self.fonts.spacing + 2 * PAD_Y

    def draw_frame(self, painter: QPainter, option: QStyleOptionViewItem, background: str) -> None:
        """Draw the background of a cell, if it has a colour, the line below it, and the frame of the current one."""
        rect: QRect = option.rect
        scheme = theme().scheme
        if background:
            painter.fillRect(rect, QColor(background))
        painter.setPen(QColor(scheme.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(scheme.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def draw_remark(self, painter: QPainter, rect: QRect, discuss: bool, note: str) -> None:
        """Draw the marks of a record in the corner of its cell: a triangle for a note, and a flag to discuss."""
        if not (discuss or note):
            return
        scheme, corner = theme().scheme, rect.topRight() + QPoint(1, 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if note:
            painter.setBrush(QColor(scheme.muted))
            painter.drawPolygon([corner - QPoint(CORNER, 0), corner, corner + QPoint(0, CORNER)])
        if discuss:
            painter.setBrush(QColor(scheme.error))
            mast = corner + QPoint(-CORNER - FLAG, 2)
            painter.drawRect(QRect(mast, QSize(1, FLAG + 3)))
            painter.drawPolygon([mast, mast + QPoint(FLAG, FLAG // 2), mast + QPoint(0, FLAG)])

    def draw_text(self, painter: QPainter, rect: QRect, text: str, look: Look) -> None:
        """Draw the text of a cell."""
        inner = rect.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y + 2)
        ink = getattr(theme().scheme, look.ink)
        if look.wraps:
            draw_wrapped(painter, inner, text, ink, self.fonts)
        else:
            painter.setFont(self.fonts.font(figures=look.right, bold=look.bold))
            draw_line(painter, inner, text, ink, right=look.right)
