"""Show one article at a time in a text edit: its page and header, at any zoom, in light and dark."""

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QRegion, QTextDocument
from PySide6.QtWidgets import QTextEdit

from gui.article.column import Column
from gui.article.look import PADDING, Look
from gui.article.page import Page, PageContent
from gui.article.page_header import PageHeader
from gui.article.scrolling import Scrolling
from gui.theme import theme

CARET_WIDTH = 2

_SMALLEST, _LARGEST = -5, 12
"""Steps of the zoom."""

_BETWEEN_PORTIONS = 10
"""Milliseconds between portions of marks that are taken in; what is visible and keys come first."""


class PageDisplay(QObject):
    """Shows a page, or nothing; every other part of the article view asks it for the page and its look."""

    page_turned = Signal()
    """Another article is shown, or none."""

    def __init__(self, edit: QTextEdit, column: Column, scrolling: Scrolling) -> None:
        super().__init__(edit)
        self._edit, self._column, self._scrolling = edit, column, scrolling
        self.zoom_level = 0
        self.is_empty = True
        self.look = Look()
        self.header = PageHeader()
        self.page = Page(PageContent(), self.look, edit)
        self._marking = QTimer(self, interval=_BETWEEN_PORTIONS)
        self._marking.timeout.connect(self._take_in_more)
        theme().changed.connect(self._apply_look)
        self._lay(self.page)
        self._apply_look()

    @property
    def is_marking(self) -> bool:
        """Whether marks further down are still to be taken in."""
        return self._marking.isActive()

    def show(self, content: PageContent | None) -> None:
        """Show another article, or none."""
        page = Page(content or PageContent(), self.look, self._edit)
        self.is_empty = content is None
        self._set_header(page, content.title if content else "", content.details if content else "")
        self._lay(page)

    def set_details(self, title: str, details: str) -> None:
        """Show another title and other details above the text."""
        if self.is_empty:
            return
        with self._scrolling.kept():
            self.page.set_title(title)
            self._set_header(self.page, title, details)
            self.fit_header()
        self.paint_again()

    def zoom(self, step: int) -> None:
        """Make the text larger (positive) or smaller, by a tenth for each step."""
        level = min(max(self.zoom_level + step, _SMALLEST), _LARGEST)
        if level != self.zoom_level:
            self.zoom_level = level
            self._apply_look()

    def reset_zoom(self) -> None:
        """Give the text its usual size."""
        self.zoom(-self.zoom_level)

    def paint_again(self) -> None:
        """Have the page painted again, with its marks as they are now."""
        self._edit.viewport().update()

    def paint_changes(self) -> None:
        """Have the lines painted again whose marks have changed."""
        for line in self.page.marks.waiting_between(*self._lines_in_sight()):
            self._edit.viewport().update(self._area_of(line))

    def paint_lines(self, lines: range) -> None:
        """Have lines painted again, as far as they are in sight."""
        first, last = self._lines_in_sight()
        for line in range(max(first, lines.start), min(last + 1, lines.stop)):
            self._edit.viewport().update(self._area_of(line))

    def draw_marks_in_sight(self, painted: QRegion) -> None:
        """Draw the marks that are about to be `painted`."""
        for line in self.page.marks.draw_between(*self._lines_in_sight()):
            if not (missing := QRegion(self._area_of(line)).subtracted(painted)).isEmpty():
                self._edit.viewport().update(missing)
        if not self.page.marks.index.is_complete and not self.is_marking:
            self._marking.start()

    def _lines_in_sight(self) -> tuple[int, int]:
        return self._scrolling.first_line, self._scrolling.last_line

    def _area_of(self, line: int) -> QRect:
        return self._scrolling.area_of(self.page.document.block(line))

    def update_folds(self) -> None:
        """Show and hide lines as the folds of the page are open and closed now."""
        self.page.update_folds()
        self.fit_header()
        self.paint_again()

    def fit_header(self) -> None:
        """Leave the room above the text that the header needs at this width."""
        self.page.set_header_height(self.header.height(self.look, self.text_width))

    @property
    def text_width(self) -> int:
        """Pixels between the paddings of the column."""
        return max(self._edit.viewport().width() - 2 * PADDING, 1)

    def _set_header(self, page: Page, title: str, details: str) -> None:
        self.header = PageHeader(details, "" if page.shows_title else title.strip())

    def _lay(self, page: Page) -> None:
        before, self.page = self.page, page
        edit, document = self._edit, page.document
        self.fit_header()
        if edit.wordWrapMode() != document.wrap_mode:
            edit.setDocument(QTextDocument(edit))  # an empty one: Qt breaks all lines of what it shows again
            edit.setWordWrapMode(document.wrap_mode)
        document.qt.setTextWidth(edit.viewport().width())  # or Qt would break all lines for another width first
        edit.setDocument(document.qt)
        edit.setCursorWidth(0 if self.is_empty else CARET_WIDTH)
        if before is not page:
            before.document.qt.deleteLater()
            self.page_turned.emit()

    def _apply_look(self) -> None:
        """Use the present scheme and zoom, and keep the first visible line where it is."""
        self.look = Look(self.zoom_level)
        scheme = self.look.scheme
        self._edit.setStyleSheet(
            f"QTextEdit {{ background: {scheme.surface}; color: {scheme.text}; border: none; padding: 0; }}"
        )
        with self._scrolling.kept():
            self.page.lay_out(self.look)
            self.fit_header()
            self._column.set_width(self.look.column + 2 * PADDING)
        self.paint_again()

    def _take_in_more(self) -> None:
        if not self.page.marks.take_in_more():
            self._marking.stop()
