"""Turn what the coder selects in the text into claims with their spans, and prepare the next step."""

from PySide6.QtCore import QObject, Signal

from gui.article.article_view import ArticleView
from gui.project.selection import Selection
from gui.project.view import ProjectView
from gui.tables.statements_panel import StatementsPanel
from models.actions import articles, claims, speakers
from models.edits import Edit
from models.entities import Alias, Claim, Speaker
from models.errors import OnrecordError
from models.ids import Id
from models.registry import Registry
from models.translation import _


class Recording(QObject, ProjectView):
    """Records claims, speakers, cues and boilerplate. `hint` says what is missing if a key cannot act."""

    hint = Signal(str)

    def __init__(
        self, view: ArticleView, table: StatementsPanel, selection: Selection, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._table, self._selection = table, selection
        view.requests.claim_requested.connect(self.mark_claim)
        view.requests.repeat_requested.connect(self.repeat_claim)
        view.requests.speaker_requested.connect(self.mark_speaker)
        view.requests.cue_requested.connect(self.mark_cue)
        view.requests.part_requested.connect(self.add_part)
        view.requests.boundaries_requested.connect(self.set_boundaries)
        view.requests.boilerplate_requested.connect(self.toggle_boilerplate)

    def mark_claim(self, start: int, end: int) -> None:
        """Record a claim at once, and open its speaker cell with the speaker named in its sentence.

        If a claim with the same words exists already, it is selected instead.
        """
        if self.at_work is None or self._choose_recorded(start, end):
            return
        project, records = self.at_work
        edit = claims.mark_claim(records, start, end)
        if project.do(edit):
            self._ask_speaker(edit.made(Claim)[0].id, edit.id)

    def repeat_claim(self, start: int, end: int) -> None:
        """Record a claim with the speaker and the answers of the previous claim; no cell opens."""
        if self.at_work is None or self._choose_recorded(start, end):
            return
        project, records = self.at_work
        before = records.last_claim()
        if before is None:
            self.hint.emit(_("There is no claim before this one in the article. To record the first, press C."))
            return
        edit = claims.repeat_claim(records, before, start, end)
        if project.do(edit):
            self._selection.choose_here(edit.made(Claim)[0].id)

    def _choose_recorded(self, start: int, end: int) -> bool:
        """Select the claim with exactly these words, if there is one, and say so."""
        claim = self.at_work[1].claim_of(start, end) if self.at_work else None
        if claim is None:
            return False
        self._selection.choose_here(claim.id)
        self.hint.emit(_("This claim is recorded already."))
        if claim.speaker is None:
            self._ask_speaker(claim.id)
        return True

    def _ask_speaker(self, claim: Id, continues: Id | None = None) -> None:
        """Select a claim and open its speaker cell with the speaker whom the text names."""
        assert self.at_work is not None
        project, records = self.at_work
        # Loaded with the first claim, so that the window is painted earlier.
        from models.attribution.who_says import who_says

        ranges = [(span.start, span.end) for span in records.contents(claim)]
        language = records.article.language or "en"
        found = who_says(records.text, ranges, project.registry.names(), records.last_speaker(), language)
        self._selection.choose_here(claim)
        self._table.ask_speaker(claim, found, continues)

    def mark_speaker(self, start: int, end: int) -> None:
        """Record the words as the name of the speaker of the current claim; without a claim, of a new speaker."""
        if self.at_work is None:
            return
        project, records = self.at_work
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
        if claim and self.at_work:
            project, records = self.at_work
            project.do(claims.mark_cue(records, claim, start, end))

    def add_part(self, start: int, end: int) -> None:
        """Add the words to the current claim as another part."""
        claim = self._current_claim(_("Select the claim first, then the part to add, and press Shift+C."))
        if claim and self.at_work:
            project, records = self.at_work
            project.do(claims.add_part(records, claim, start, end))

    def _current_claim(self, otherwise: str) -> Claim | None:
        claim = self._selection.claim
        if claim is None:
            self.hint.emit(otherwise)
        return claim

    def set_boundaries(self, start: int, end: int) -> None:
        """Give the selected span the boundaries of the words."""
        span = self._selection.span
        if span is None or self.at_work is None:
            self.hint.emit(_("Select a record first, then its new boundaries, and press B."))
        elif (span.start, span.end) != (start, end):
            project, records = self.at_work
            project.do(claims.set_boundaries(records, span, start, end))

    def toggle_boilerplate(self, start: int, end: int) -> None:
        """Mark the lines as boilerplate, or as text again."""
        if self.at_work:
            project, records = self.at_work
            project.do(articles.toggle_boilerplate(records, start, end))
