"""The labels of folded boilerplate: where they are, how they look, and which one is under the mouse."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from gui.article.folds import Fold
from gui.article.look import PADDING, Look
from gui.article.page_display import PageDisplay
from gui.article.scrolling import Scrolling

_CHEVRON = 3.5
_WORDS = 16
_REACH = 8
_BELOW = 8


@dataclass(frozen=True, slots=True)
class FoldLabel:
    """A fold's label and its place in the viewport."""

    fold: Fold
    is_open: bool
    rect: QRectF


class FoldLabels:
    """The visible labels of the page."""

    def __init__(self, display: PageDisplay, scrolling: Scrolling) -> None:
        self._display, self._scrolling = display, scrolling

    def visible(self) -> Iterator[FoldLabel]:
        """Find the visible labels: asking for the place of a later line would have Qt lay out everything before it."""
        page, look = self._display.page, self._display.look
        last = self._scrolling.last_line
        layout = page.document.qt.documentLayout()
        width = QFontMetricsF(look.small).horizontalAdvance
        for fold in page.folds.all:
            block = page.block_under_label(fold)
            if block is None:
                before, _after = page.folds.shown_around(fold.first)
                if before is not None and before > last + 1:
                    return
                below = layout.documentSize().height() - PADDING * 2
            elif block.blockNumber() > last + 1:
                return
            else:
                below = layout.blockBoundingRect(block).top()
            top = below - look.fold - self._scrolling.offset
            if top >= -look.fold:
                rect = QRectF(PADDING, top, width(fold.label) + _WORDS + _REACH, look.fold - _BELOW)
                yield FoldLabel(fold, page.folds.is_open(fold), rect)

    def fold_at(self, point: QPointF) -> Fold | None:
        """Return the fold whose label is at a point of the viewport."""
        found = (each.fold for each in self.visible() if each.rect.adjusted(-_REACH, 0, 0, 0).contains(point))
        return next(found, None)


def paint_label(painter: QPainter, look: Look, label: FoldLabel, *, hovered: bool) -> None:
    """Paint a chevron and a few words, darker under the mouse."""
    ink = QColor(look.scheme.muted if hovered else look.scheme.faint)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    middle = QPointF(label.rect.left() + 4, label.rect.center().y())
    painter.drawPolyline(_chevron(middle, is_open=label.is_open))
    painter.setFont(look.small)
    words = label.rect.adjusted(_WORDS, 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label.fold.label)


def _chevron(middle: QPointF, *, is_open: bool) -> list[QPointF]:
    """Point down at lines that are shown, and right where they are hidden."""
    half = _CHEVRON / 2
    if is_open:
        return [middle + QPointF(x, y) for x, y in ((-_CHEVRON, -half), (0, half), (_CHEVRON, -half))]
    return [middle + QPointF(x, y) for x, y in ((-half, -_CHEVRON), (half, 0), (-half, _CHEVRON))]
