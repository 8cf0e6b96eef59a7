"""The article's text as an analyst reads it, selects from it and sees it marked.

It shows what it is given and reports what the coder asks for; it changes no data. Every place outside is a code point
offset into the text, half-open, whatever Qt counts inside.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from gui.article.caret import Caret
from gui.article.caret_context import CaretContext
from gui.article.column import Column
from gui.article.fold_labels import FoldLabels
from gui.article.folding import Folding
from gui.article.hits import Hits
from gui.article.margin_marks import RemarkAt
from gui.article.mark_looks import MarkKind, style_of
from gui.article.marks import MATCHES, Mark
from gui.article.overlay import Overlay
from gui.article.page import PageContent
from gui.article.page_display import PageDisplay
from gui.article.record_marks import RecordMarks
from gui.article.record_requests import RecordRequests
from gui.article.scrolling import Scrolling
from gui.article.selection_bar import SelectionBar
from gui.article.step_commands import StepCommands
from gui.article.suggestion_marks import SuggestionMarks
from gui.article.text_keys import TextKeys
from gui.article.text_menu import TextMenu
from gui.article.text_mouse import TextMouse
from gui.widgets.letter_keys import Letters
from gui.widgets.tooltips import plain_tooltip
from models.text.ranges import Range
from models.translation import _

_NARROWEST = 340
"""Pixels: about forty characters; a narrower column has too many line breaks to read."""


class ArticleView(QTextEdit):
    """The pane "Article text": holds its parts, and forwards Qt's events to them."""

    hinted = Signal(str)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._set_up()
        self.scrolling = Scrolling(self)
        self.column = Column(self)
        self.display = PageDisplay(self, self.column, self.scrolling)
        self.caret = Caret(self, self.display, self.scrolling)
        context = CaretContext(self.display, self.caret)
        self.folding = Folding(self.display, self.caret, self.hinted.emit)
        self.records = RecordMarks(self, self.display, context)
        self.suggestions = SuggestionMarks(self, self.display, context, self.records)
        self.steps = StepCommands(context, self.records, self.hinted.emit)
        self.requests = RecordRequests(self, context, self.hinted.emit)
        self.labels = FoldLabels(self.display, self.scrolling)
        self._overlay = Overlay(self, self.display, self.scrolling, self.labels)
        self.hits = Hits(self, self.display, self.scrolling, self.labels)
        self._mouse = TextMouse(self, self.hits, context, self.folding)
        self._keys = TextKeys(self.caret, self.escaped.emit, self.suggestions.digit_typed.emit)
        self.letters = Letters(self)
        self._menu = TextMenu(self, self.hits, context, self.folding)
        self.bar = SelectionBar(self)
        self._connect()

    def _set_up(self) -> None:
        self.setObjectName("article_text")
        self.setAccessibleName(_("Article text"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumWidth(_NARROWEST)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.viewport().setMouseTracking(True)

    def _connect(self) -> None:
        self.cursorPositionChanged.connect(self._report_record)
        self._mouse.released.connect(self._finish_mouse_selection)
        self._menu.record_wanted.connect(lambda record: self.records.record_selected.emit(record, ""))
        self.display.page_turned.connect(self._mouse.forget_hover)
        for leaving in (self.selectionChanged, self.display.page_turned, self.verticalScrollBar().valueChanged):
            leaving.connect(self.bar.hide)

    @property
    def text(self) -> str:
        """The text that is shown, as it was given."""
        return self.display.page.text

    def show_article(  # noqa: PLR0913, PLR0917  # all that an article shows
        self, text: str, title: str, details: str, language: str, marks: Iterable[Mark], boilerplate: Iterable[Range]
    ) -> None:
        """Show a normalised text with its marks; `details` is the line above it. The caret is in its first line."""
        self.display.show(PageContent(text, title, details, language, marks, boilerplate))
        self.caret.mark_exact(False)
        self.records.forget()
        self.caret.leave_folds(forward=True)
        self.scrolling.to_top()  # Qt scrolls up to the caret only, and the line above the title is above it

    def clear_article(self) -> None:
        """Show no article."""
        self.records.forget()
        self.display.show(None)

    def show_remarks(self, remarks: Iterable[RemarkAt]) -> None:
        """Mark in the margin where records with remarks begin."""
        self._overlay.margin.show(remarks)

    def show_places(self, starts: Sequence[int]) -> None:
        """Mark beside the text and on the scroll bar where places without a record begin: code points, in order."""
        self._overlay.places.show(starts)

    def position(self) -> Range:
        """Return the offset of the caret, and that of the first visible line."""
        if self.scrolling.at_top:
            return self.caret.offset, 0
        return self.caret.offset, self.display.page.document.positions.to_text(self.scrolling.first_position)

    def return_to(self, caret: int, first: int) -> None:
        """Restore a position of the caret and the first visible line, unless it is not in this text."""
        if not 0 <= min(caret, first) <= max(caret, first) <= len(self.text):
            return
        self.caret.put(caret)
        self.caret.leave_folds(forward=True)
        if first:
            self.scrolling.bring_to_top(self.display.page.document.positions.to_qt(first))
        else:
            self.scrolling.to_top()

    def lines_in_sight(self) -> Range:
        """Return the range of the text from the first to the last visible line."""
        lines = self.display.page.lines
        return lines.bounds(self.scrolling.first_line)[0], lines.bounds(self.scrolling.last_line)[1]

    def selection(self) -> Range:
        """Return what is selected: whole words, unless it was selected exactly; else the empty range at the caret."""
        return self.caret.range

    def select(self, start: int, end: int, *, backwards: bool = False) -> None:
        """Select exactly this range and make it visible; the caret is at its end or, backwards, at its beginning."""
        self.caret.select(start, end, backwards=backwards)

    def show_matches(self, match: Range, others: Iterable[Range]) -> None:
        """Select a match exactly, and show others in the colour of matches."""
        self.caret.select(*match)
        found = []
        for start, end in others:
            if (start, end) != match:
                other = QTextEdit.ExtraSelection()
                other.cursor = self.display.page.document.cursor(start, end)
                other.format = self.display.look.format(style_of({MarkKind(MATCHES): 1}))
                found.append(other)
        self.setExtraSelections(found)

    def clear_matches(self) -> None:
        """Stop showing matches, except the selected one."""
        self.setExtraSelections([])

    def _report_record(self) -> None:
        if not self._mouse.is_pressed:
            self.records.report()
            self.suggestions.report()

    def _finish_mouse_selection(self) -> None:
        self.records.report()
        self.suggestions.report()
        if self.caret.has_selection:
            self.bar.offer(self.actions(), self.caret.lines_rect(), self.mapFromGlobal(QCursor.pos()))

    # Qt's events

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            with self.scrolling.kept():
                self.column.centre()
                return super().event(event)
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what a suggestion under the pointer was found by."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self.suggestions.tip_at(offset) if (offset := self.hits.word_at(event.pos())) is not None else ""
            QToolTip.showText(event.globalPos(), plain_tooltip(words), self.viewport())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.display.fit_header()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.display.draw_marks_in_sight(event.region())
        super().paintEvent(event)
        self._overlay.paint(self._mouse.hovered)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            self.display.zoom((turned > 0) - (turned < 0))
            event.accept()
            return
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mouse.press(event, super().mousePressEvent)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._mouse.double_click(event, super().mouseDoubleClickEvent)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event, super().mouseMoveEvent)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse.release(event, super().mouseReleaseEvent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.bar.hide()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            self._keys.press(event, super().keyPressEvent)

    def focusInEvent(self, event: QFocusEvent) -> None:
        with self._painted_in_parts():
            super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.bar.hide()
        with self._painted_in_parts():
            super().focusOutEvent(event)

    @contextmanager
    def _painted_in_parts(self) -> Iterator[None]:
        """Let only what looks different with the focus be painted again: the selection, which Qt sees to, and the caret
        with its bar. Qt would paint the whole pane for a frame around it, which this one does not have.
        """
        self.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled)
        try:
            yield
        finally:
            self.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, on=False)
        self._overlay.update_caret_bar()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.bar.hide()
        self._menu.open(event)
        event.accept()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Ignore composed characters: Qt would insert them even into a read-only text."""
        event.ignore()

    def paste(self) -> None:
        """Say how what was copied becomes an article; a text is never changed by typing or pasting."""
        self.hinted.emit(_("Nothing can be pasted into a text. Ctrl+Shift+V makes a new article of what you copied."))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what is copied: only the words of the article, without their looks."""
        data = QMimeData()
        start, end = self.caret.selection.range
        data.setText(self.text[start:end])
        return data
