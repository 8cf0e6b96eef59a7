"""Mark where an article has places without a record: a dot beside the line, and a stroke on the scroll bar."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QTextEdit

from gui.article.look import PADDING
from gui.article.page_display import PageDisplay
from gui.article.scroll_strokes import ScrollStrokes
from gui.article.scrolling import Scrolling
from gui.theme import theme

DOT = 2.5
"""The radius of a dot, in pixels."""


class PlaceMarks:
    """The dots of one article, in the padding to the right of its lines, where nothing else is marked."""

    def __init__(self, edit: QTextEdit, display: PageDisplay, scrolling: Scrolling) -> None:
        self._edit, self._display, self._scrolling = edit, display, scrolling
        self._starts: list[int] = []
        self._strokes = ScrollStrokes(edit)

    def show(self, starts: Sequence[int]) -> None:
        """Mark the lines in which these places begin (code points, in order), and no others."""
        before, self._starts = self._starts, [*starts]
        if before != self._starts:
            for start in {*self._visible(before)} ^ {*self._visible(self._starts)}:
                self._edit.viewport().update(self._around(self._middle_of(start)).toAlignedRect())
            self._strokes.show_starts(self._starts, len(self._display.page.text))

    def paint(self, painter: QPainter) -> None:
        """Paint the dots of the lines that are visible; places that begin in one line share one."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme().scheme.faint))
        for middle in {self._middle_of(start) for start in self._visible(self._starts)}:
            painter.drawEllipse(self._around(middle).center(), DOT, DOT)
        painter.restore()

    def _around(self, middle: float) -> QRectF:
        """Return the rectangle around a dot at a height, with the softened pixels at its edge."""
        side = 2 * (DOT + 1)
        return QRectF(self._edit.viewport().width() - PADDING // 2 - side / 2, middle - side / 2, side, side)

    def _visible(self, starts: Sequence[int]) -> list[int]:
        page = self._display.page
        if not starts or starts[-1] > len(page.text):
            return []
        start, end = page.lines.bounds(self._scrolling.first_line)[0], page.lines.bounds(self._scrolling.last_line)[1]
        found = starts[bisect_left(starts, start) : bisect_right(starts, end)]
        return [each for each in found if page.document.block(page.lines.at(each)).isVisible()]

    def _middle_of(self, start: int) -> float:
        return self._edit.cursorRect(self._display.page.document.cursor(start, start)).center().y()
