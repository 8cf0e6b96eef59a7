"""Paint what is not in the document: the header, the labels of folds, the bar of the caret, and marks in the margin."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QTextEdit

from gui.article.fold_labels import FoldLabels, paint_label
from gui.article.folds import Fold
from gui.article.look import PADDING
from gui.article.margin_marks import MarginMarks
from gui.article.page_display import CARET_WIDTH, PageDisplay
from gui.article.place_marks import PlaceMarks
from gui.article.scrolling import Scrolling


class Overlay:
    """Paints over the viewport of the text."""

    def __init__(self, edit: QTextEdit, display: PageDisplay, scrolling: Scrolling, labels: FoldLabels) -> None:
        self._edit, self._display, self._scrolling, self._labels = edit, display, scrolling, labels
        self.margin = MarginMarks(edit, display, scrolling)
        self.places = PlaceMarks(edit, display, scrolling)
        self._bar = QRect()
        """Where the bar of the caret was painted last, as if the text was not scrolled."""
        edit.cursorPositionChanged.connect(self.update_caret_bar)

    def paint(self, hovered: Fold | None) -> None:
        """Paint everything; `hovered` is the fold whose label the mouse is on."""
        if self._display.is_empty:
            return
        painter, look = QPainter(self._edit.viewport()), self._display.look
        self._display.header.paint(painter, look, -self._scrolling.offset, self._display.text_width)
        self._paint_caret_bar(painter)
        self.margin.paint(painter)
        self.places.paint(painter)
        for label in self._labels.visible():
            paint_label(painter, look, label, hovered=label.fold == hovered)

    def _paint_caret_bar(self, painter: QPainter) -> None:
        """Paint a short bar beside the caret's line, so that the place is found again from the table and back."""
        scheme, bar = self._display.look.scheme, self._bar_now()
        self._bar = bar.translated(0, self._scrolling.offset)
        painter.fillRect(bar, QColor(scheme.accent if self._edit.hasFocus() else scheme.edge))

    def _bar_now(self) -> QRect:
        caret = self._edit.cursorRect()
        return QRect(PADDING // 2 - 1, caret.top(), CARET_WIDTH, caret.height())

    def update_caret_bar(self) -> None:
        """Paint the bar where the caret is now, in the colour that it has now, and no longer where it was."""
        for place in (self._bar.translated(0, -self._scrolling.offset), self._bar_now()):
            self._edit.viewport().update(place)
