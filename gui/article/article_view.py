"""The article's text as an analyst reads it, selects from it and sees it marked.

It is told what to show and says what the coder asks for; it changes no data. Every place that it takes or gives is a
code point offset into the text, half-open, whatever Qt counts inside.
"""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.article.at_hand import AtHand
from gui.article.marks import Mark
from gui.article.stepping import SteppingView
from gui.widgets.letter_keys import Letters
from models.ids import Id

Range = tuple[int, int]


class ArticleView(SteppingView):
    """The pane "Article text". Its verbs are public methods, so that menus and keys call the same."""

    claim_requested = Signal(int, int)
    repeat_requested = Signal(int, int)
    number_requested = Signal(int, int)
    number_before_requested = Signal(int, int)
    speaker_requested = Signal(int, int)
    cue_requested = Signal(int, int)
    part_requested = Signal(int, int)
    boundaries_requested = Signal(int, int)
    words_requested = Signal()
    boilerplate_requested = Signal(int, int)
    delete_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_text")
        self.setAccessibleName("Article text")
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.letters = Letters(self)
        self.at_hand = AtHand(self, self.letters)
        self._told: tuple[str, str] | None = ("", "")
        self.cursorPositionChanged.connect(self._tell_caret)

    # What is shown

    def show_article(  # noqa: PLR0913, PLR0917
        self, text: str, title: str, details: str, language: str, marks: Iterable[Mark], boilerplate: Iterable[Range]
    ) -> None:
        """Show a text (normalised) with its marks; `details` is the line above it. The caret stands at the headline."""
        self._language = language
        self._exact = False
        self._load(text, title, details, marks, boilerplate)
        self._told = ("", "")
        self._step_out_of_folds(forward=True)
        self.verticalScrollBar().setValue(0)  # Qt goes up to the caret only, and the line above the title is above it

    def place(self) -> Range:
        """Where one is: the caret, and the first letter in sight."""
        if self.verticalScrollBar().value() == 0:
            return self.caret, 0
        first = self.cursorForPosition(QPoint(self.viewport().width() // 2, 1)).position()
        return self.caret, self._page.positions.to_text(first)

    def return_to(self, caret: int, first: int) -> None:
        """Be again where one was; a place that is not in this text is passed over."""
        if not 0 <= min(caret, first) <= max(caret, first) <= len(self.text):
            return
        self._put(caret, caret)
        self._step_out_of_folds(forward=True)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(self._cursor_at(first, first)).top() if first else 0)

    def clear_article(self) -> None:
        """Show no article but the hint."""
        self._told = ("", "")
        self._unload()

    def put_marks(self, removed: Iterable[Id], added: Iterable[Mark]) -> None:
        """Take away the marks of these spans and show others; only the lines they lie in are drawn anew."""
        touched: set[int] = set()
        shown = list(added)
        for span in [*removed, *(mark.span for mark in shown)]:
            touched.update(self._page.marks.remove(span))
        for mark in shown:
            touched.update(self._page.marks.add(mark))
        self._page.mark_lines(touched)
        self._mark_sight()
        if self.selection() in [(mark.start, mark.end) for mark in shown]:
            self._give_way_to_mark()

    def set_boilerplate(self, boilerplate: Iterable[Range]) -> None:
        """Show other lines as boilerplate."""
        self._page.set_boilerplate(boilerplate)
        self._refold()
        self._mark_sight()

    def choose(self, record: Id | None, *, scroll: bool) -> None:
        """Show a claim or number stronger than the rest; if asked, bring it into sight, and the caret to it.

        A selection stays: it may be what the record is chosen for.
        """
        chosen = [mark for each in (self._page.chosen, record) if each for mark in self._page.marks.of_record(each)]
        if record != self._page.chosen:
            self._page.chosen = record
            if self._told is not None and self._told[0] != (record or ""):
                self._told = None
            self._page.mark_lines({line for mark in chosen for line in self._page.lines.touched(mark.start, mark.end)})
            self._mark_sight()
        own = self._page.marks.of_record(record) if record else []
        if scroll and own:
            self.reveal(own[0].start, own[0].end)
            if not self.textCursor().hasSelection() and self._mark_at_caret() is None:
                self._move_quietly(own[0].start)

    def toggle_boilerplate_at_caret(self) -> None:
        """Show or fold the boilerplate that the caret is in, or else the nearest."""
        fold = self._page.folds.nearest(self._page.lines.at(self.caret))
        if fold is None:
            self.hinted.emit("This article has no boilerplate.")
            return
        self.toggle_fold(fold)

    # What is asked for

    def request_claim(self) -> None:
        """Ask for a claim of the selection, or of the sentence at the caret."""
        self._request(self.claim_requested, self._selected_or(self._sentence))

    def request_repeat(self) -> None:
        """Ask for a claim of the same, by the speaker of the claim before."""
        self._request(self.repeat_requested, self._selected_or(self._sentence))

    def request_number(self) -> None:
        """Ask for a number of the selection or, with an empty stretch at the caret's word, for the next to record."""
        start, end = self.selection()
        word = self._word() if start == end else None
        if word and start < word[1]:
            start = end = word[0]
        self.number_requested.emit(start, end)

    def request_number_before(self) -> None:
        """Ask for a number of the selection or, with the empty stretch at the caret, for the one before to record."""
        self.number_before_requested.emit(*self.selection())

    def request_speaker(self) -> None:
        """Ask that the selection, or the word at the caret, names the speaker."""
        self._request(self.speaker_requested, self._selected_or(self._word))

    def request_cue(self) -> None:
        """Ask that the selection, or the word at the caret, is the cue."""
        self._request(self.cue_requested, self._selected_or(self._word))

    def request_part(self) -> None:
        """Ask to add the selection to the current claim."""
        self._request(self.part_requested, self._selected_or(None))

    def request_boundaries(self) -> None:
        """Ask to give the chosen span the boundaries of the selection, or to select its words where nothing is."""
        if self.textCursor().hasSelection():
            self._request(self.boundaries_requested, self.selection())
        else:
            self.words_requested.emit()

    def request_boilerplate(self) -> None:
        """Ask to turn the lines of the selection, or the caret's, into boilerplate or back."""
        lines = self._page.lines
        touched = [line for line in lines.touched(*self.selection()) if not lines.is_blank(line)]
        if not touched:
            self.hinted.emit("Put the caret into a line first.")
            return
        self.boilerplate_requested.emit(lines.bounds(touched[0])[0], lines.bounds(touched[-1])[1])

    def request_delete(self) -> None:
        """Ask to delete the chosen record."""
        self.delete_requested.emit()

    # Inside

    def _request(self, signal: SignalInstance, stretch: Range | None) -> None:
        if stretch is None or stretch[0] == stretch[1]:
            self.hinted.emit("Select the words first.")
            return
        signal.emit(*stretch)

    def _tell_caret(self) -> None:
        """Say which record the caret has come into. A selection says nothing: it is about to become a record itself."""
        if self._pressed or self._moving_quietly or self.textCursor().hasSelection():
            return
        mark = self._page.marks.innermost(self.caret)
        told = (mark.id, mark.span) if mark else ("", "")
        if told != self._told:
            self._told = told
            self.record_chosen.emit(*told)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.at_hand.open_menu(event)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.at_hand.bar.hide()
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.at_hand.bar.hide()
        super().focusOutEvent(event)
