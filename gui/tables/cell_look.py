"""Draw the cells of a table: plain text in the colours of the scheme, and a frame around the current cell."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from gui.tables.columns import Look
from gui.tables.painting import CellFonts, draw_line, draw_wrapped
from gui.theme import fonts, theme

PAD_X, PAD_Y = 8, 7


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

    def draw_text(self, painter: QPainter, rect: QRect, text: str, look: Look) -> None:
        """Draw the text of a cell."""
        inner = rect.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y + 2)
        ink = getattr(theme().scheme, look.ink)
        if look.wraps:
            draw_wrapped(painter, inner, text, ink, self.fonts)
        else:
            painter.setFont(self.fonts.font(figures=look.right, bold=look.bold))
            draw_line(painter, inner, text, ink, right=look.right)
