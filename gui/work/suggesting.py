"""Go from suggestion to suggestion, change them, and record or dismiss them for the coder."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.article.article_view import ArticleView
from gui.dialogs import asking
from gui.project.project import Project
from gui.project.selection import Selection
from gui.project.view import ProjectView
from gui.tables.statements_panel import StatementsPanel
from gui.tables.suggested_lines import TypedIn
from gui.work.showing_suggestions import ShowingSuggestions
from models.actions.offered import record_offered
from models.actions.suggestions import dismiss
from models.counts import claims_and_numbers
from models.edits import Edit
from models.entities import Claim, Number, Span
from models.errors import OnrecordError
from models.suggestions.offered import Offered
from models.text.excerpts import shortened
from models.text.ranges import Range
from models.translation import _, counted

LATER = Qt.ConnectionType.QueuedConnection
MOST_SAID = 60
"""The most code points of a suggestion's words that the status line shows."""
KEYS = _("Enter records it, Backspace dismisses it for good, F2 changes it first, B gives it other boundaries.")
NONE_LEFT = _("There is no suggestion left in this article.")
NONE_CURRENT = _("No suggestion is selected. Press Tab to go to the next.")
BOUNDARIES_FIRST = _(
    "To give the suggestion the boundaries of the selection, press B. To leave the selection, press Esc."
)
NO_NUMBER = _("This suggestion has no number to leave out.")


class Suggesting(QObject, ProjectView):
    """Walks from suggestion to suggestion. `hint` says what was done, or why nothing was."""

    hint = Signal(str)
    details_wanted = Signal()
    """The details, which say what a suggestion was found by, are to be visible."""

    def __init__(
        self,
        window: QWidget,
        shown: ShowingSuggestions,
        view: ArticleView,
        table: StatementsPanel,
        selection: Selection,
    ) -> None:
        super().__init__(window)
        self._window, self._shown, self.found = window, shown, shown.found
        self._view, self._table, self._selection = view, table, selection
        self._keys_told = False
        view.suggestions.digit_typed.connect(self._tick)
        view.requests.suggestion_boundaries_requested.connect(self._set_boundaries)
        view.requests.suggestion_words_requested.connect(self._select_words)
        table.typed_in_suggestion.connect(self._record_typed, LATER)

    # Walking

    def next_suggestion(self) -> None:
        """Go to the next suggestion; after the last comes the first."""
        current = self.found.current
        following = self.found.beside(current.id, 1) if current else self.found.after(self._view.position()[0])
        self.go_to(following or next(iter(self.found.open), None))
        if self.found.current and not self._keys_told:
            self._keys_told = True
            self.hint.emit(KEYS)

    def previous_suggestion(self) -> None:
        """Go to the suggestion before; before the first comes the last."""
        current, caret = self.found.current, self._view.position()[0]
        before = [each for each in self.found.open if each.range[1] <= caret]
        there = self.found.beside(current.id, -1) if current else next(reversed(before), None)
        self.go_to(there or next(reversed(self.found.open), None))

    def go_to(self, there: Offered | None) -> None:
        """Go to a suggestion; say so if there is none."""
        if there is None:
            self.found.choose(None)
            self.hint.emit(NONE_LEFT)
        else:
            self._shown.go_to(there)

    # Recording

    def record_suggestion(self) -> None:
        """Record the current suggestion, and go to the next. A claim that names nobody asks who speaks."""
        current = self._current()
        if current is None or self.at_work is None:
            return
        project, records = self.at_work
        edit = record_offered(records, project.registry, [current])
        if not project.do(edit):
            return
        self._say_recorded(edit)
        if current.is_claim and not edit.made(Claim)[0].speaker:
            self._selection.choose_here(edit.made(Claim)[0].id)
            self._table.ask_speaker(edit.made(Claim)[0].id, None, edit.id)
        else:
            self._go_on(current)

    def _current(self) -> Offered | None:
        """Return the suggestion that is to be recorded or dismissed; if there is none, say so."""
        current = self.found.current
        if self.project and not self.project.writable:
            self.hint.emit(self.project.why_read_only)
            return None
        if current is None:
            self.hint.emit(NONE_CURRENT if self.found.open else NONE_LEFT)
        elif self._view.selection()[0] != self._view.selection()[1] and self._view.hasFocus():
            self.hint.emit(BOUNDARIES_FIRST)
            return None
        return current

    def _go_on(self, done: Offered) -> None:
        """Go to the suggestion after one that is done; after the last, stay there."""
        following = self.found.after(done.range[0])
        if following:
            self.go_to(following)
        elif not self.found.open:
            self.hint.emit(NONE_LEFT)

    def _say_recorded(self, edit: Edit) -> None:
        made = claims_and_numbers(len(edit.made(Claim)), len(edit.made(Number)))
        self.hint.emit(_("Recorded {records}. Ctrl+Z takes it back.").format(records=made))

    def dismiss_suggestion(self) -> None:
        """Dismiss the current suggestion for good, and go to the next."""
        current = self._current()
        if current is None or self.at_work is None:
            return
        project, records = self.at_work
        if project.do(dismiss(records, current.suggestion)):
            words = shortened(records.text[slice(*current.range)], MOST_SAID)
            self.hint.emit(_("Dismissed: “{words}”. Ctrl+Z brings it back.").format(words=words))
            self._go_on(current)

    def record_all(self) -> None:
        """Record every suggestion in sight, after a question."""
        first, last = self._view.lines_in_sight()
        seen = [each for each in self.found.open if first <= each.range[0] < last]
        if self.at_work is None or not seen:
            self.hint.emit(_("There is no suggestion in sight."))
            return
        project, records = self.at_work
        edit = record_offered(records, project.registry, seen)
        question = counted("Record {count:,} suggestion?", "Record {count:,} suggestions?", len(seen))
        made = claims_and_numbers(len(edit.made(Claim)), len(edit.made(Number)))
        explained = _("That makes {records}. One undo takes them all back.").format(records=made)
        if asking.confirm(self._window, question, explained, _("&Record")) and project.do(edit):
            self._say_recorded(edit)

    # Changing before recording

    def tick_number(self) -> None:
        """Leave the number at the caret or the only one out of the current claim, or take it in again."""
        if (current := self._current()) is None:
            return
        caret = self._view.position()[0]
        here = [at for at, each in enumerate(current.numbers, 1) if each.span[0] <= caret <= each.span[1]]
        if here or len(current.numbers) < 2:
            self._tick(here[0] if here else 1)
        else:
            self.hint.emit(_("Which number? Press 1 for the first, 2 for the second, and so on."))

    def _tick(self, digit: int) -> None:
        """Leave the first number of the current claim out (1), the second (2), and so on, or take it in again."""
        current = self.found.current
        if current is None or self.project is None or not self.project.writable:
            return
        if digit > len(current.numbers):
            self.hint.emit(NO_NUMBER)
            return
        span = current.numbers[digit - 1].span
        self.found.tick(current.id, span)
        words = self.at_work[1].text[slice(*span)] if self.at_work else ""
        left = _("“{words}” is left out.") if span not in current.left_out else _("“{words}” is taken in again.")
        self.hint.emit(left.format(words=words))

    def edit_current(self) -> bool:
        """Open the cell of the current suggestion that is most often changed; return whether there is one."""
        current = self.found.current
        return current is not None and self._table.edit_suggestion(current.id)

    def _set_boundaries(self, start: int, end: int) -> None:
        if current := self.found.current:
            self.found.bound(current.id, (start, end))
            self._view.suggestions.go_to((start, end))
            self._shown.explain()

    def _select_words(self, start: int, end: int) -> None:
        self._view.select(start, end)
        if self.project and self.project.writable:
            self.hint.emit(_("Change the selection, then press B."))

    def _record_typed(self, typed: TypedIn) -> None:
        """Record a suggestion with what was typed in its line; a cell that Tab has opened then stays open."""
        current = self.found.with_id(typed.suggestion)
        next_cell = self._table.view.opened_cell(typed.suggestion)
        if current is None or self.at_work is None:
            return
        project, records = self.at_work
        wanted = current.without_speaker() if typed.column == "speaker" else current
        edit = record_offered(records, project.registry, [wanted])
        if not project.do(edit):
            return
        self._write(project, edit, typed)
        if next_cell:
            self._table.view.open_again(next_cell, _claim_of(edit), _number_at(edit, next_cell.number))
        elif self._view.hasFocus():
            self._go_on(current)

    def _write(self, project: Project, edit: Edit, typed: TypedIn) -> None:
        """Give what was typed to the record that an edit has made of the suggestion."""
        is_claim = typed.attribute.of is Claim
        made = _claim_of(edit) if is_claim else _number_at(edit, typed.number)
        signed = project.now(made)
        try:
            change = typed.attribute.write([signed], typed.typed, project.known) if signed else None
        except OnrecordError as error:
            self.hint.emit(error.what)
            return
        if change and project.do(replace(change, continues=edit.id)):
            self._say_recorded(edit)

    # Why

    def explain(self) -> None:
        """Bring up the details, which say what the current suggestion was found by."""
        if self.found.current:
            self.details_wanted.emit()
            self._shown.explain()


def _claim_of(edit: Edit) -> Claim | None:
    """Return the claim that an edit makes."""
    return next(iter(edit.made(Claim)), None)


def _number_at(edit: Edit, words: Range | None) -> Number | None:
    """Return the number that an edit makes of these words."""
    ids = {span.number for span in edit.made(Span) if span.number and (span.start, span.end) == words}
    return next((number for number in edit.made(Number) if number.id in ids), None)
