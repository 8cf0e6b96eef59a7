"""The quiet lines in place of folded boilerplate: where they are, how they look, and which one the mouse is on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from gui.article.folds import Fold
from gui.article.look import PADDING, Look
from gui.article.page import Page

_CHEVRON = 3.5
_WORDS = 16
_REACH = 8
_BELOW = 8


@dataclass(frozen=True, slots=True)
class VisibleArea:
    """What of a document is in sight: how far it is scrolled (pixels), its last line, and whether that is the end."""

    scrolled: int
    last: int
    at_end: bool


@dataclass(frozen=True, slots=True)
class FoldLabel:
    """A fold's label and its place in the viewport."""

    fold: Fold
    is_open: bool
    rect: QRectF


def labels_in(sight: VisibleArea, page: Page, look: Look) -> Iterator[FoldLabel]:
    """The labels in sight. Asking where a later line is would have Qt lay out everything before it."""
    layout = page.document.documentLayout()
    width = QFontMetricsF(look.small).horizontalAdvance
    for fold in page.folds.all:
        block = page.label_fold(fold)
        if (block is None and not sight.at_end) or (block is not None and block.blockNumber() > sight.last + 1):
            return
        if block is None:
            top = layout.documentSize().height() - PADDING * 2 - look.fold
        else:
            top = layout.blockBoundingRect(block).top() - look.fold
        if top - sight.scrolled >= -look.fold:
            rect = QRectF(PADDING, top - sight.scrolled, width(fold.label) + _WORDS + _REACH, look.fold - _BELOW)
            yield FoldLabel(fold, page.folds.is_open(fold), rect)


def label_at(labels: Iterable[FoldLabel], point: QPointF) -> FoldLabel | None:
    """The label whose words or chevron are under a point."""
    return next((label for label in labels if label.rect.adjusted(-_REACH, 0, 0, 0).contains(point)), None)


def paint_label(painter: QPainter, look: Look, label: FoldLabel, *, hovered: bool) -> None:
    """A chevron and a few words, darker under the mouse."""
    ink = QColor(look.scheme.muted if hovered else look.scheme.faint)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    middle = QPointF(label.rect.left() + 4, label.rect.center().y())
    painter.drawPolyline(_chevron(middle, is_open=label.is_open))
    painter.setFont(look.small)
    words = label.rect.adjusted(_WORDS, 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label.fold.label)


def _chevron(middle: QPointF, *, is_open: bool) -> list[QPointF]:
    """Points down when what it stands for is shown, and right when it is folded."""
    half = _CHEVRON / 2
    if is_open:
        return [middle + QPointF(x, y) for x, y in ((-_CHEVRON, -half), (0, half), (_CHEVRON, -half))]
    return [middle + QPointF(x, y) for x, y in ((-half, -_CHEVRON), (half, 0), (-half, _CHEVRON))]
