"""Mark beside the text where a claim or number begins that has a note or is to be discussed."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QTextCursor
from PySide6.QtWidgets import QTextEdit

from gui.article.look import PADDING
from gui.article.page_display import PageDisplay
from gui.article.scrolling import Scrolling
from gui.widgets.remark_marks import draw_remark


@dataclass(frozen=True, slots=True)
class RemarkAt:
    """Where the words of a record with a remark begin, in code points, and what it has."""

    start: int
    discuss: bool
    noted: bool


class MarginMarks:
    """The marks of one article, in the padding to the left of its lines."""

    def __init__(self, edit: QTextEdit, display: PageDisplay, scrolling: Scrolling) -> None:
        self._edit, self._display, self._scrolling = edit, display, scrolling
        self._remarks: list[RemarkAt] = []

    def show(self, remarks: Iterable[RemarkAt]) -> None:
        """Mark other places."""
        before, self._remarks = self._remarks, sorted(remarks, key=lambda remark: remark.start)
        if before != self._remarks:
            self._edit.viewport().update(0, 0, PADDING, self._edit.viewport().height())

    def paint(self, painter: QPainter) -> None:
        """Paint the marks of the lines that are visible; records that begin in one line share them."""
        lines: dict[int, list[RemarkAt]] = {}
        for remark in self._visible():
            lines.setdefault(self._top_of(remark), []).append(remark)
        for top, remarks in lines.items():
            place = QRect(0, top + 3, PADDING // 2 - 1, PADDING)
            discuss, noted = any(each.discuss for each in remarks), any(each.noted for each in remarks)
            draw_remark(painter, place, discuss=discuss, noted=noted)

    def _visible(self) -> list[RemarkAt]:
        if not self._remarks:
            return []
        page = self._display.page
        start, end = page.lines.bounds(self._scrolling.first_line)[0], page.lines.bounds(self._scrolling.last_line)[1]
        starts = [remark.start for remark in self._remarks]
        found = self._remarks[bisect_left(starts, start) : bisect_right(starts, end)]
        return [each for each in found if page.document.block(page.lines.at(each.start)).isVisible()]

    def _top_of(self, remark: RemarkAt) -> int:
        document = self._display.page.document
        cursor = QTextCursor(document.qt)
        cursor.setPosition(document.positions.to_qt(remark.start))
        return self._edit.cursorRect(cursor).top()
