"""Going through the article by keys: from sentence to sentence, and either end of a selection by word and by clause."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from gui.article.marks import Mark
from gui.article.selection import Range, SelectingView
from models.entities import Role
from models.text import steps


class SteppingView(SelectingView):
    """A selecting view with the verbs that move its selection.

    Every verb acts on what is seen: on the selection, else on the chosen record if the caret stands in it, as it does
    when a selection has just been recorded, else on the sentence or word at the caret.
    """

    record_chosen = Signal(str, str)
    """Into which record and span the caret has come, each "" where it is in none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moving_quietly = False

    def select_sentence(self, step: int) -> None:
        """Select the next sentence of the article (1) or the one before (-1); boilerplate is passed over."""
        numbers, lines = self._page.folds.numbers, self._page.lines
        found = steps.step_sentence(
            self.text, self._base(step), step, self._language, lambda offset: lines.at(offset) in numbers
        )
        if found is None:
            self.hinted.emit("This is the last sentence." if step > 0 else "This is the first sentence.")
            return
        self.select(*found)

    def select_next_sentence(self) -> None:
        self.select_sentence(1)

    def select_previous_sentence(self) -> None:
        self.select_sentence(-1)

    def start_later(self) -> None:
        """Take the first word off the selection."""
        self._adjust(steps.start_later)

    def start_earlier(self) -> None:
        """Take the word before into the selection."""
        self._adjust(steps.start_earlier)

    def end_later(self) -> None:
        """Take the word, or the closing sign, behind into the selection."""
        self._adjust(steps.end_later)

    def end_earlier(self) -> None:
        """Take the last word, or the closing sign, off the selection."""
        self._adjust(steps.end_earlier)

    def start_next_clause(self) -> None:
        """Let the selection begin at its next clause; without one, select what follows the chosen record or caret."""
        self._step_clause(steps.start_next_clause, steps.clauses_after)

    def end_previous_clause(self) -> None:
        """Let the selection end at its clause before; without one, select what precedes the chosen record or caret."""
        self._step_clause(steps.end_previous_clause, steps.clauses_before)

    def swap_selection_end(self) -> None:
        """Let Shift and the arrows move the other end of the selection from now on."""
        cursor = self.textCursor()
        anchor, caret = cursor.anchor(), cursor.position()
        cursor.setPosition(caret)
        cursor.setPosition(anchor, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _step_clause(
        self, change: Callable[[str, Range], Range], beside: Callable[[str, Range, str], Range | None]
    ) -> None:
        if self.textCursor().hasSelection():
            self.select(*change(self.text, self.selection()))
            return
        mark = self._mark_at_caret()
        caret = self.caret
        found = beside(self.text, (mark.start, mark.end) if mark else (caret, caret), self._language)
        if found is None:
            self.hinted.emit("This sentence has no further clause.")
            return
        self.select(*found)

    def _adjust(self, change: Callable[[str, Range], Range]) -> None:
        """Change the selection, or the words of the chosen record; without either, select the word at the caret."""
        if self.textCursor().hasSelection():
            self.select(*change(self.text, self.selection()))
        elif mark := self._mark_at_caret(of_words=True):
            self.record_chosen.emit(mark.id, mark.span)  # so that B moves the boundaries of this span
            self.select(*change(self.text, (mark.start, mark.end)))
        elif word := self._word():
            self.select(*word)
        else:
            self.hinted.emit("Select the words first.")

    def _base(self, step: int) -> Range:
        """What the next sentence, or the one before, is counted from."""
        mark = None if self.textCursor().hasSelection() else self._mark_at_caret()
        if mark is None:
            return self._selected()
        if step > 0:
            return mark.start, mark.end
        return steps.sentence_around(self.text, mark.start, self._language) or (mark.start, mark.end)

    def _mark_at_caret(self, *, of_words: bool = False) -> Mark | None:
        """The mark of the chosen record that the caret is in, at its ends too; or only one of its own words."""
        if self._page.chosen is None:
            return None
        caret = self.caret
        marks = self._page.marks.of_record(self._page.chosen)
        here = (mark for mark in marks if mark.start <= caret <= mark.end)
        return next((mark for mark in here if not of_words or mark.role in (Role.CONTENT, Role.NUMBER)), None)

    def _give_way_to_mark(self) -> None:
        """The selection has become a mark: show the mark in its place, with the caret at its beginning."""
        self._move_quietly(self.selection()[0])

    def _move_quietly(self, offset: int) -> None:
        """Move the caret without choosing what it comes into."""
        self._moving_quietly = True
        self._put(offset, offset)
        self._moving_quietly = False

    def _selected_or(self, otherwise: Callable[[], Range | None] | None) -> Range | None:
        """The selection, else what is at the caret unless that is recorded already."""
        if self.textCursor().hasSelection():
            return self.selection()
        return otherwise() if otherwise and self._mark_at_caret() is None else None

    def _sentence(self) -> Range | None:
        return steps.sentence_around(self.text, self.caret, self._language)

    def _word(self) -> Range | None:
        return steps.word_around(self.text, self.caret)
