"""Where the mouse points in a text with folded lines: at a line that shows, though Qt may find a hidden one nearer."""

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QMouseEvent, QTextCursor

from gui.article.page import Page


def hits_hidden(page: Page, cursor: QTextCursor) -> bool:
    """Whether Qt would put the caret into a folded line."""
    return page.folds.is_hidden(cursor.blockNumber())


def nearest_shown(page: Page, point: QPoint, line: int, scrolled: int) -> QPoint:
    """The point of the nearest line that shows, above or below a hidden one; pixels in the viewport."""
    above = next((number for number in range(line, -1, -1) if not page.folds.is_hidden(number)), None)
    below = next((number for number in range(line, len(page.lines)) if not page.folds.is_hidden(number)), None)
    heights = [round(_middle(page, above, last=True) - scrolled)] if above is not None else []
    if below is not None:
        heights.append(round(_middle(page, below, last=False) - scrolled))
    return QPoint(point.x(), min(heights, key=lambda height: abs(height - point.y()), default=point.y()))


def moved(event: QMouseEvent, point: QPoint) -> QMouseEvent:
    """The same event at another point."""
    copy = QMouseEvent(
        event.type(), QPointF(point), event.globalPosition(), event.button(), event.buttons(), event.modifiers()
    )
    copy.setTimestamp(event.timestamp())
    return copy


def _middle(page: Page, number: int, *, last: bool) -> float:
    """The height, in the document, of the middle of a paragraph's first or last line."""
    block = page.block(number)
    layout = block.layout()
    top = page.document.documentLayout().blockBoundingRect(block).top()
    if layout.lineCount() == 0:
        return top
    line = layout.lineAt(layout.lineCount() - 1 if last else 0)
    return top + line.y() + line.height() / 2
