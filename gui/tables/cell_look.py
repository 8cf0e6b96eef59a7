"""Draw the cells of a table: plain text in the colours of the scheme, and a frame around the current cell."""

from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from gui.tables.columns import Column
from gui.tables.painting import CellFonts, draw_line, draw_wrapped
from gui.theme import Scheme, theme

PAD_X, PAD_Y = 8, 7


class CellLook:
    """The fonts and measures of cells."""

    def __init__(self) -> None:
        self.fonts = CellFonts.of(theme().interface_font(), theme().table_font())

    def row_height(self, lines: int = 1) -> int:
        """Return the height of a row that shows so many lines of text."""
        return lines * self.fonts.spacing + 2 * PAD_Y

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, column: Column[Any], line: Any, *, chosen: bool
    ) -> None:
        """Draw one cell; `line` is None where it is gone."""
        rect: QRect = option.rect
        scheme = theme().scheme
        painter.save()
        if chosen:
            painter.fillRect(rect, QColor(scheme.row))
        painter.setPen(QPen(QColor(scheme.line)))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if line is not None:
            self._draw_text(painter, rect, column, line, scheme)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(scheme.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _draw_text(self, painter: QPainter, rect: QRect, column: Column[Any], line: Any, scheme: Scheme) -> None:
        inner = rect.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y + 2)
        text, ink, bold = column.display(line), column.ink, column.bold
        if not text:
            text, ink, bold = column.placeholder(line), "faint", False
        if not text:
            return
        painter.setFont(self.fonts.font(figures=column.right, bold=bold))
        if column.wraps:
            draw_wrapped(painter, inner, text, getattr(scheme, ink), self.fonts.spacing)
        else:
            draw_line(painter, inner, text, getattr(scheme, ink), right=column.right)
