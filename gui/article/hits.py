"""Find what is under the mouse; a click beside folded lines means the nearest line that is visible."""

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTextEdit

from gui.article.fold_labels import FoldLabels
from gui.article.folds import Fold
from gui.article.margin import moved_to
from gui.article.page import Page
from gui.article.page_display import PageDisplay
from gui.article.scrolling import Scrolling


class Hits:
    """Answers by points of the viewport, in pixels."""

    def __init__(self, edit: QTextEdit, display: PageDisplay, scrolling: Scrolling, labels: FoldLabels) -> None:
        self._edit, self._display, self._scrolling, self._labels = edit, display, scrolling, labels

    def offset_at(self, point: QPoint) -> int:
        """Return the offset at a point (code points), never in a hidden line."""
        position = self._edit.cursorForPosition(self.visible_point(point)).position()
        return self._display.page.document.positions.to_text(position)

    def word_at(self, point: QPoint) -> int | None:
        """Return the offset at a point on the text; None beside it or between paragraphs."""
        cursor = self._edit.cursorForPosition(point)
        place = self._edit.cursorRect(cursor)
        if abs(place.center().x() - point.x()) > place.height() or not place.top() <= point.y() <= place.bottom():
            return None
        return self.offset_at(point)

    def labelled_fold_at(self, point: QPointF) -> Fold | None:
        """Return the fold whose label is at a point."""
        return self._labels.fold_at(point)

    def visible_point(self, point: QPoint) -> QPoint:
        """Return the point, or the nearest in a visible line where Qt would put the caret into a hidden one."""
        page, line = self._display.page, self._edit.cursorForPosition(point).blockNumber()
        if not page.folds.is_hidden(line):
            return point
        before, after = page.folds.shown_around(line)
        middles = [_middle(page, before, last=True)] if before is not None else []
        middles += [_middle(page, after, last=False)] if after is not None else []
        heights = [round(middle - self._scrolling.offset) for middle in middles]
        return QPoint(point.x(), min(heights, key=lambda height: abs(height - point.y()), default=point.y()))

    def on_visible_line(self, event: QMouseEvent) -> QMouseEvent:
        """Return the same event at the nearest point in a visible line."""
        return moved_to(event, QPointF(self.visible_point(event.position().toPoint())))


def _middle(page: Page, number: int, *, last: bool) -> float:
    """Return the height, in the document, of the middle of a paragraph's first or last line."""
    block = page.document.block(number)
    layout = block.layout()
    top = page.document.qt.documentLayout().blockBoundingRect(block).top()
    if layout.lineCount() == 0:
        return top
    line = layout.lineAt(layout.lineCount() - 1 if last else 0)
    return top + line.y() + line.height() / 2
