"""The commands that move the selection: from sentence to sentence, and either end of it by word and by clause."""

from collections.abc import Callable

from gui.article.caret_context import CaretContext
from gui.article.record_marks import RecordMarks
from models.text import steps
from models.text.ranges import Range
from models.translation import _


class StepCommands:
    """The commands of the menu "Select".

    Each acts on what is seen: on the selection, else on the selected record if the caret is in it, as it is when a
    selection has just been recorded, else on the sentence or word at the caret.
    """

    def __init__(self, context: CaretContext, records: RecordMarks, hint: Callable[[str], None]) -> None:
        self._context, self._caret, self._records, self._hint = context, context.caret, records, hint

    def select_next_sentence(self) -> None:
        """Select the next sentence of the article; boilerplate is passed over."""
        self._step_sentence(1, _("This is the last sentence."))

    def select_previous_sentence(self) -> None:
        """Select the sentence before; boilerplate is passed over."""
        self._step_sentence(-1, _("This is the first sentence."))

    def start_later(self) -> None:
        """Take the first word off the selection."""
        self._step_word(steps.start_later)

    def start_earlier(self) -> None:
        """Add the word before to the selection."""
        self._step_word(steps.start_earlier)

    def end_later(self) -> None:
        """Add the word, or the closing sign, after the selection to it."""
        self._step_word(steps.end_later)

    def end_earlier(self) -> None:
        """Take the last word, or the closing sign, off the selection."""
        self._step_word(steps.end_earlier)

    def start_next_clause(self) -> None:
        """Start the selection at its next clause; without one, select what follows the selected record or caret."""
        self._step_clause(steps.start_next_clause, steps.clauses_after)

    def end_previous_clause(self) -> None:
        """End the selection at its clause before; without one, select what precedes the selected record or caret."""
        self._step_clause(steps.end_previous_clause, steps.clauses_before)

    def swap_selection_end(self) -> None:
        """Let Shift and the arrows move the other end of the selection."""
        self._caret.swap_ends()

    def _step_sentence(self, step: int, otherwise: str) -> None:
        page = self._context.page
        found = steps.step_sentence(
            page.text, self._base(step), step, page.language, lambda at: page.lines.at(at) in page.folds.numbers
        )
        if found is None:
            self._hint(otherwise)
        else:
            self._caret.select(*found)

    def _step_clause(
        self, change: Callable[[str, Range], Range], find: Callable[[str, Range, str], Range | None]
    ) -> None:
        text, language = self._context.page.text, self._context.page.language
        if self._caret.has_selection:
            self._caret.select(*change(text, self._caret.range))
            return
        found = find(text, self._own_words() or self._caret.range, language)
        if found is None:
            self._hint(_("This sentence has no further clause."))
        else:
            self._caret.select(*found)

    def _step_word(self, change: Callable[[str, Range], Range]) -> None:
        """Change the selection, or the words of the selected record; without either, select the word at the caret."""
        text = self._context.page.text
        if self._caret.has_selection:
            self._caret.select(*change(text, self._caret.range))
        elif words := self._context.suggestion():
            self._caret.select(*change(text, words))  # for B, which gives it these boundaries
        elif mark := self._context.own_mark(of_words=True):
            self._records.choose_span(mark)  # so that B moves the boundaries of this span
            self._caret.select(*change(text, (mark.start, mark.end)))
        elif word := self._context.word():
            self._caret.select(*word)
        else:
            self._hint(_("Select the words first."))

    def _base(self, step: int) -> Range:
        """Return what the next sentence, or the one before, is counted from."""
        words = None if self._caret.has_selection else self._own_words()
        if words is None:
            return self._caret.selection.range
        return words if step > 0 else self._context.sentence_at(words[0]) or words

    def _own_words(self) -> Range | None:
        """Return the words of the selected record's mark at the caret, or of the current suggestion."""
        mark = self._context.own_mark()
        return (mark.start, mark.end) if mark else self._context.suggestion()
