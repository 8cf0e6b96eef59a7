"""The article as it is read: its header, its headline, its boilerplate in folds, at any zoom, in light and dark."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from gui.article.column import ColumnEdit
from gui.article.fold_labels import FoldLabel, VisibleArea, label_at, labels_in, paint_label
from gui.article.folds import Fold
from gui.article.look import PADDING, Look
from gui.article.marks import Mark
from gui.article.page import Page
from gui.article.page_header import PageHeader
from gui.theme import theme

SMALLEST, LARGEST = -5, 12
_CARET_BAR = 2

_NARROWEST = 340
"""Pixels: some forty letters; narrower, there is more turning of lines than reading."""

_BETWEEN_MARKING = 10
"""Milliseconds from one portion of marks out of sight to the next; what is seen, and keys, come first."""


class ReadingView(ColumnEdit):
    """Shows one `Page` at a time, or a hint where there is none. `page_turned` says that it is another's now."""

    page_turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zoom_level = 0
        self._hint = ""
        self._showing = False
        self._look = Look()
        self._header = PageHeader()
        self._page = Page("", "", self._look, self)
        self._hovered: Fold | None = None
        self._marking = QTimer(self, interval=_BETWEEN_MARKING)
        self._marking.timeout.connect(self._mark_more)
        self.viewport().setMouseTracking(True)
        self.setMinimumWidth(_NARROWEST)
        self.cursorPositionChanged.connect(self._update_caret_bar)
        theme().changed.connect(self._dress)
        self._lay(self._page)
        self._dress()

    @property
    def text(self) -> str:
        """The text that is shown, as it was given."""
        return self._page.text

    @property
    def page(self) -> Page:
        """The article that is shown, with its lines, folds and marks."""
        return self._page

    def set_hint(self, hint: str) -> None:
        """What stands in the middle of the pane while there is no article."""
        self._hint = hint
        self.viewport().update()

    def zoom(self, step: int) -> None:
        """Larger (positive) or smaller letters, a tenth for each step."""
        level = min(max(self.zoom_level + step, SMALLEST), LARGEST)
        if level != self.zoom_level:
            self.zoom_level = level
            self._dress()

    def reset_zoom(self) -> None:
        """The letters' usual size."""
        self.zoom(-self.zoom_level)

    def set_details(self, title: str, details: str) -> None:
        """Show another title and another line above the article, whose text stays as it is."""
        if not self._showing:
            return
        with self.place_kept():
            self._page.set_title(title)
            self._head(self._page, title, details)
            self._fit_header()
        self._marking.start()
        self.viewport().update()

    def set_folded(self, folded: bool) -> None:
        """Fold all boilerplate, or show it all."""
        for fold in self._page.folds.all:
            self._page.folds.turn(fold, is_open=not folded)
        self._refold()

    def is_folded(self, offset: int) -> bool:
        """Whether the line that holds an offset is hidden in a fold."""
        return self._page.folds.is_hidden(self._page.lines.at(offset))

    def toggle_fold(self, fold: Fold) -> None:
        """Show the lines of a fold, or hide them."""
        self._page.folds.turn(fold, is_open=not self._page.folds.is_open(fold))
        self._refold()

    def _load(
        self, text: str, title: str, details: str, marks: Iterable[Mark], boilerplate: Iterable[tuple[int, int]]
    ) -> None:
        page = Page(text, title, self._look, self)
        page.fill(marks, boilerplate)
        self._showing = True
        self._head(page, title, details)
        self._lay(page)

    def _head(self, page: Page, title: str, details: str) -> None:
        self._header = PageHeader(details, "" if page.holds_title else title.strip())

    def _unload(self) -> None:
        self._header = PageHeader()
        self._showing = False
        self._lay(Page("", "", self._look, self))

    def _lay(self, page: Page) -> None:
        before, self._page = self._page, page
        self._hovered = None
        self._fit_header()
        if self.wordWrapMode() != page.wrap_mode:
            self.setDocument(QTextDocument(self))  # an empty one, since Qt breaks all lines of what it shows again
            self.setWordWrapMode(page.wrap_mode)
        page.document.setTextWidth(self.viewport().width())  # or Qt would break all lines for another width first
        self.setDocument(page.document)
        self.setCursorWidth(_CARET_BAR if self._showing else 0)
        self._marking.start()
        if before is not page:
            before.document.deleteLater()
            self.page_turned.emit()

    def _dress(self) -> None:
        """Take on the scheme and the zoom of now, and keep the place."""
        self._look = Look(self.zoom_level)
        scheme = self._look.scheme
        self.setStyleSheet(
            f"ReadingView {{ background: {scheme.surface}; color: {scheme.text}; border: none; padding: 0; }}"
            " QScrollBar::handle:disabled { background: transparent; }"
        )
        with self.place_kept():
            self._page.dress(self._look)
            self._marking.start()
            self._fit_header()
            self.set_column(self._look.column + 2 * PADDING)
        self.viewport().update()

    def _mark_more(self) -> None:
        """Draw the marks out of sight while nothing else is to be done."""
        if not self._page.mark_more():
            self._marking.stop()
        self.viewport().update()

    def _mark_sight(self) -> None:
        """Draw the marks in sight, and have the others drawn by and by."""
        first = self.cursorForPosition(QPoint(PADDING, 0)).blockNumber()
        self._page.mark_between(first, self._last_line())
        self._marking.start()
        self.viewport().update()

    def _refold(self) -> None:
        self._page.fold()
        self._fit_header()
        self.viewport().update()

    def _fit_header(self) -> None:
        self._page.set_header(self._header.height(self._look, self._text_width()))

    def _text_width(self) -> int:
        return max(self.viewport().width() - 2 * PADDING, 1)

    def _labels(self) -> Iterator[FoldLabel]:
        """The labels of folds that are in sight."""
        bar = self.verticalScrollBar()
        return labels_in(
            VisibleArea(bar.value(), self._last_line(), bar.value() == bar.maximum()), self._page, self._look
        )

    def _last_line(self) -> int:
        """The number of the last line in sight."""
        return self.cursorForPosition(self.viewport().rect().bottomRight()).blockNumber()

    def fold_labelled_at(self, point: QPoint) -> Fold | None:
        """The fold whose label is at a point of the viewport."""
        label = self._label_at(point.toPointF())
        return label.fold if label else None

    def _label_at(self, point: QPointF) -> FoldLabel | None:
        return label_at(self._labels(), point)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if not self._showing:
            self._paint_hint(painter)
            return
        self._header.paint(painter, self._look, -self.verticalScrollBar().value(), self._text_width())
        self._paint_caret_bar(painter)
        for label in self._labels():
            paint_label(painter, self._look, label, hovered=label.fold == self._hovered)

    def _paint_hint(self, painter: QPainter) -> None:
        painter.setPen(QColor(self._look.scheme.muted))
        painter.setFont(theme().interface_font())
        middle = self.viewport().rect().adjusted(PADDING, 0, -PADDING, 0)
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._hint)

    def _paint_caret_bar(self, painter: QPainter) -> None:
        """A short bar beside the caret's line, so that the place is found again from the table and back."""
        rect = self.cursorRect()
        colour = self._look.scheme.accent if self.hasFocus() else self._look.scheme.edge
        painter.fillRect(QRect(PADDING // 2 - 1, rect.top(), _CARET_BAR, rect.height()), QColor(colour))

    def _update_caret_bar(self) -> None:
        self.viewport().update(0, 0, PADDING, self.viewport().height())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if self._marking.isActive():
            self._mark_sight()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_header()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            self.zoom((turned > 0) - (turned < 0))
            event.accept()
            return
        super().wheelEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons():
            return
        label = self._label_at(event.position())
        hovered = label.fold if label else None
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().update()
        shape = Qt.CursorShape.PointingHandCursor if hovered else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def _cursor_at(self, anchor: int, caret: int) -> QTextCursor:
        """A Qt cursor from one offset to another."""
        cursor = QTextCursor(self._page.document)
        cursor.setPosition(self._page.positions.to_qt(anchor))
        cursor.setPosition(self._page.positions.to_qt(caret), QTextCursor.MoveMode.KeepAnchor)
        return cursor
