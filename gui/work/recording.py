"""Turn the coder's keys into edits of claims and numbers, and prepare the next step."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from gui.article.article_view import ArticleView
from gui.project.project import Project
from gui.project.selection import Selection
from gui.project.view import ProjectView
from gui.tables.statements_panel import StatementsPanel
from models.actions import articles, claims, numbers, speakers
from models.actions.duplicating import duplicate_record
from models.counts import claims_and_numbers
from models.edits import Edit
from models.entities import Alias, Claim, Number, Speaker
from models.errors import OnrecordError
from models.ids import Id
from models.places import Place
from models.records import ArticleRecords
from models.registry import Registry
from models.text.excerpts import shortened
from models.translation import _

MOST_SAID = 60
"""The most code points of a record's words that the status line shows."""

NOTHING = _("Nothing is selected. Put the caret in a record, or select a row of a table.")
NO_VALUE = _("No number can be read in these words. To record them anyway and type the value, press N again.")
ELSEWHERE = _("The selected row belongs to another article. Press Enter on it to go there first.")


class Recording(QObject, ProjectView):
    """Carries out the requests of the article view. `hint` says what is missing if a key cannot act."""

    hint = Signal(str)

    def __init__(
        self, view: ArticleView, table: StatementsPanel, selection: Selection, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._view, self._table, self._selection = view, table, selection
        self._without_value: Place | None = None
        self.edit_suggestion: Callable[[], bool] = lambda: False
        """Opens a cell of the current suggestion; returns whether there is one."""
        view.requests.claim_requested.connect(self.mark_claim)
        view.requests.repeat_requested.connect(self.repeat_claim)
        view.requests.number_requested.connect(self.mark_number)
        view.requests.number_before_requested.connect(self.mark_number_before)
        view.requests.speaker_requested.connect(self.mark_speaker)
        view.requests.cue_requested.connect(self.mark_cue)
        view.requests.part_requested.connect(self.add_part)
        view.requests.boundaries_requested.connect(self.set_boundaries)
        view.requests.words_requested.connect(self.select_current_words)
        view.requests.boilerplate_requested.connect(self.toggle_boilerplate)

    @property
    def _open(self) -> tuple[Project, ArticleRecords] | None:
        """The project and its open article; None if there is no article to record in."""
        records = self.project.records if self.project else None
        return (self.project, records) if self.project and records else None

    def mark_claim(self, start: int, end: int) -> None:
        """Record a claim at once, and open its speaker cell with the speaker named in its sentence.

        If a claim with the same words exists already, it is selected instead.
        """
        if self._open is None or self._choose_recorded(start, end):
            return
        project, records = self._open
        edit = claims.mark_claim(records, start, end)
        if project.do(edit):
            self._ask_speaker(edit.made(Claim)[0].id, edit.id)

    def repeat_claim(self, start: int, end: int) -> None:
        """Record a claim with the speaker and the answers of the previous claim; no cell opens."""
        if self._open is None or self._choose_recorded(start, end):
            return
        project, records = self._open
        before = records.last_claim()
        if before is None:
            self.hint.emit(_("There is no claim before this one in the article. To record the first, press C."))
            return
        edit = claims.repeat_claim(records, before, start, end)
        if project.do(edit):
            self._selection.choose_here(edit.made(Claim)[0].id)

    def _choose_recorded(self, start: int, end: int) -> bool:
        """Select the claim with exactly these words, if there is one, and say so."""
        claim = self._open[1].claim_of(start, end) if self._open else None
        if claim is None:
            return False
        self._selection.choose_here(claim.id)
        self.hint.emit(_("This claim is recorded already."))
        if claim.speaker is None:
            self._ask_speaker(claim.id)
        return True

    def _ask_speaker(self, claim: Id, continues: Id | None = None) -> None:
        """Select a claim and open its speaker cell with the speaker whom the text names."""
        assert self._open is not None
        project, records = self._open
        # Loaded with the first claim, so that the window is painted earlier.
        from models.attribution.who_says import who_says

        ranges = [(span.start, span.end) for span in records.contents(claim)]
        language = records.article.language or "en"
        found = who_says(records.text, ranges, project.registry.names(), records.last_speaker(), language)
        self._selection.choose_here(claim)
        self._table.ask_speaker(claim, found, continues)

    def mark_number(self, start: int, end: int, *, forward: bool = True) -> None:
        """Record a number; if nothing that could be one is selected, select the next one to record."""
        if self._open is None:
            return
        records = self._open[1]
        recorded = records.number_of(start, end)
        if start == end or records.claim_of(start, end) or (recorded and recorded == self._selection.marked):
            self._select_number(start, end, forward=forward)
        elif recorded:
            self._selection.choose_here(recorded.id)
            self.hint.emit(_("This number is recorded already."))
        else:
            self._mark_new_number(start, end)

    def mark_number_before(self, start: int, end: int) -> None:
        """Record a number, or select the previous one to record."""
        self.mark_number(start, end, forward=False)

    def _mark_new_number(self, start: int, end: int) -> None:
        """Record a number. Words without a value are recorded only at the second request; the value cell then opens."""
        assert self._open is not None
        project, records = self._open
        edit = numbers.mark_number(records, start, end)
        (number,) = edit.made(Number)
        words = Place(records.article.id, range=(start, end))
        if number.value is None and words != self._without_value:
            self._without_value = words
            self.hint.emit(NO_VALUE)
            return
        self._without_value = None
        if project.do(edit):
            self._selection.choose_here(number.id)
            if number.value is None:
                self._table.edit_value(number.id)

    def _select_number(self, start: int, end: int, *, forward: bool) -> None:
        """Select the next or previous number without a record; those of the claim at the caret come first."""
        # Loaded with the first number, so that the window is painted earlier.
        from models.suggestions.unrecorded import next_unrecorded, previous_unrecorded

        assert self._open is not None
        records = self._open[1]
        claim = records.claim_of(start, end) or self._claim_at(start)
        found = next_unrecorded(records, end, claim) if forward else previous_unrecorded(records, start, claim)
        if found is None:
            self.hint.emit(
                _("There is no unrecorded number after the caret.")
                if forward
                else _("There is no unrecorded number before the caret.")
            )
            return
        self._view.select(*found, backwards=not forward)

    def _claim_at(self, caret: int) -> Claim | None:
        """Return the current claim if the caret is in it and before its end."""
        claim = self._selection.claim
        if claim is None or self._open is None:
            return None
        parts = self._open[1].contents(claim.id)
        return claim if any(part.start <= caret < part.end for part in parts) else None

    def mark_speaker(self, start: int, end: int) -> None:
        """Record the words as the name of the speaker of the current claim; without a claim, of a new speaker."""
        if self._open is None:
            return
        project, records = self._open
        try:
            if claim := self._selection.claim:
                edit = claims.mark_source(records, project.registry, claim, start, end)
            else:
                edit = speakers.add_speaker(project.registry, records.text[start:end])
        except OnrecordError as error:
            self.hint.emit(error.what)
            return
        if project.do(edit):
            self._tell_names(project.registry, edit)

    def _tell_names(self, registry: Registry, edit: Edit) -> None:
        """Name new speakers and aliases, which appear in another table and are easily missed."""
        for speaker in edit.made(Speaker):
            self.hint.emit(_("“{name}” is a new speaker.").format(name=speaker.name))
        for alias in edit.made(Alias):
            self.hint.emit(
                _("“{name}” is now another name of {speaker}.").format(
                    name=alias.name, speaker=registry.speakers[alias.speaker].name
                )
            )

    def mark_cue(self, start: int, end: int) -> None:
        """Record the words as the cue of the current claim."""
        claim = self._current_claim(_("Select the claim first, then its cue, and press Q."))
        if claim and self._open:
            project, records = self._open
            project.do(claims.mark_cue(records, claim, start, end))

    def add_part(self, start: int, end: int) -> None:
        """Add the words to the current claim as another part."""
        claim = self._current_claim(_("Select the claim first, then the part to add, and press Shift+C."))
        if claim and self._open:
            project, records = self._open
            project.do(claims.add_part(records, claim, start, end))

    def _current_claim(self, otherwise: str) -> Claim | None:
        claim = self._selection.claim
        if claim is None:
            self.hint.emit(otherwise)
        return claim

    def set_boundaries(self, start: int, end: int) -> None:
        """Give the selected span the boundaries of the words."""
        span = self._selection.span
        if span is None or self._open is None:
            self.hint.emit(_("Select a record first, then its new boundaries, and press B."))
        elif (span.start, span.end) != (start, end):
            project, records = self._open
            project.do(claims.set_boundaries(records, span, start, end))

    def toggle_boilerplate(self, start: int, end: int) -> None:
        """Mark the lines as boilerplate, or as text again."""
        if self._open:
            project, records = self._open
            project.do(articles.toggle_boilerplate(records, start, end))

    def delete_record(self) -> None:
        """Delete the selected record; undo brings it back."""
        record = self._selection.marked
        if record is None or self._open is None:
            self.hint.emit(ELSEWHERE if self._selection.record_id else NOTHING)
            return
        project, records = self._open
        words = records.words(record.id)
        if isinstance(record, Claim):
            delete = claims.delete_claim(records, record)
        else:
            delete = numbers.delete_number(records, record)
        if project.do(delete):
            gone = claims_and_numbers(len(delete.gone(Claim)), len(delete.gone(Number)))
            said = _("Deleted {records}: “{words}”. Ctrl+Z brings it back.")
            self.hint.emit(said.format(records=gone, words=shortened(words, MOST_SAID)))

    def duplicate(self) -> None:
        """Record the selected claim or number once more, with its answers, and select the new one."""
        record = self._selection.marked
        if record is None or self._open is None:
            self.hint.emit(ELSEWHERE if self._selection.record_id else NOTHING)
            return
        project, records = self._open
        edit = duplicate_record(records, record)
        if project.do(edit):
            self._selection.choose_here(edit.changes[0].row.id)
            self.hint.emit(_("Recorded once more, with its answers."))

    def edit_selected(self) -> None:
        """Open the cell of the selected record that is most often edited: a claim's speaker or a number's value."""
        if self.edit_suggestion():
            return
        match self._selection.marked:
            case Claim() as claim:
                self._table.edit_speaker(claim.id)
            case Number() as number:
                self._table.edit_value(number.id)
            case _:
                self.hint.emit(ELSEWHERE if self._selection.record_id else NOTHING)

    def select_current_words(self) -> None:
        """Select the words of the selected record, so that B can give it other boundaries."""
        span = self._selection.span
        if span is None:
            self.hint.emit(ELSEWHERE if self._selection.record_id else NOTHING)
            return
        self._selection.choose(self._selection.place, span.id)
        self._view.select(span.start, span.end)
        self._view.setFocus()
        if self.project and self.project.writable:
            self.hint.emit(_("Change the selection, then press B."))

    def select_words(self, place: Place) -> None:
        """Select a record, and its words in the text."""
        self._selection.choose(place)
        self.select_current_words()
