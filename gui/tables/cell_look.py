"""Draw the cells of a table: plain text in the colours of the scheme, and a frame around the current cell."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from gui.tables.columns import Look
from gui.tables.painting import CellFonts, draw_line, draw_wrapped
from gui.theme import fonts, theme

PAD_X, PAD_Y = 8, 7
TICK = 13
"""The side of the box of a tick, in pixels."""


class CellLook:
    """The fonts and measures of cells."""

    def __init__(self) -> None:
        self.fonts = CellFonts.of(fonts.interface_font(), fonts.table_font())
        self._leaning = CellFonts.of(_leaning(fonts.interface_font()), _leaning(fonts.table_font()))

    def row_height(self, lines: int = 1) -> int:
        """Return the height of a row that shows this many lines of text."""
        return lines * self.fonts.spacing + 2 * PAD_Y

    def lines_needed(self, text: str, width: int, most: int, *, leaning: bool) -> int:
        """Return how many lines the text of a cell of that width takes, counted up to `most`."""
        return (self._leaning if leaning else self.fonts).lines_needed(text, width - 2 * PAD_X, most)

    def draw_frame(
        self, painter: QPainter, option: QStyleOptionViewItem, background: str, *, dotted: bool = False
    ) -> None:
        """Draw the background of a cell, if it has a colour, the line below it, and the frame of the current one."""
        rect: QRect = option.rect
        scheme = theme().scheme
        if background:
            painter.fillRect(rect, QColor(background))
        painter.setPen(QPen(QColor(scheme.edge), 1, Qt.PenStyle.DotLine) if dotted else QColor(scheme.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(scheme.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def draw_text(self, painter: QPainter, rect: QRect, text: str, look: Look, *, leaning: bool = False) -> None:
        """Draw the text of a cell; what is no record leans."""
        used = self._leaning if leaning else self.fonts
        inner = rect.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y + 2)
        ink = getattr(theme().scheme, look.ink)
        if look.wraps:
            draw_wrapped(painter, inner, text, ink, used)
        else:
            painter.setFont(used.font(figures=look.right, bold=look.bold))
            draw_line(painter, inner, text, ink, right=look.right)

    @staticmethod
    def tick_rect(rect: QRect) -> QRect:
        """Return the box of a tick in a cell."""
        return QRect(rect.topLeft() + QPoint(PAD_X, PAD_Y + 1), QSize(TICK, TICK))

    def draw_tick(self, painter: QPainter, rect: QRect, *, ticked: bool) -> None:
        """Draw a box at the left of a cell, with a tick or empty."""
        scheme, box = theme().scheme, self.tick_rect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(scheme.muted), 1))
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 3, 3)
        if ticked:
            painter.setPen(QPen(QColor(scheme.number), 2))
            left, middle, right = QPoint(3, 6), QPoint(5, 9), QPoint(10, 3)
            painter.drawPolyline([box.topLeft() + each for each in (left, middle, right)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _leaning(font: QFont) -> QFont:
    leaning = QFont(font)
    leaning.setItalic(True)
    return leaning
