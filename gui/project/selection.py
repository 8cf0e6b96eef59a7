"""The selected record: one selection for the text, the tables and the details, whatever the kind of record."""

from PySide6.QtCore import QObject, Signal

from gui.project.project import Project
from gui.project.view import ProjectView
from models.edits import Edit
from models.entities import Article, Claim, Number, Record, Span
from models.ids import Id
from models.places import Place


class Selection(QObject, ProjectView):
    """Which claim, number, speaker or article is selected, and which span of it; `changed` reports another one.

    If nothing else is selected, the article on the screen is. While a speaker is selected, the place in the article is
    remembered, and `return_to_article` selects it again.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._in_article: Place | None = None
        self._span: Id | None = None
        self._speaker: Place | None = None

    @property
    def place(self) -> Place | None:
        """Where the selected record is; None without an article and a speaker."""
        return self._speaker or self._in_article

    def set_project(self, project: Project | None) -> None:
        """Begin in another project with nothing selected."""
        super().set_project(project)
        self.choose(None)

    def show_article(self) -> None:
        """Select the article that is now on the screen."""
        self.choose(None)

    def follow(self, edit: Edit) -> None:
        """Deselect what an edit deleted. Nothing is selected instead, so that a second Delete deletes nothing else."""
        gone = {row.id for row in edit.gone(Record)}
        if self._speaker and self._speaker.record in gone:
            self.return_to_article()
        if self._in_article and self._in_article.record in gone:
            self._choose(self._here, None, self._speaker)

    def choose(self, place: Place | None, span: Id | None = None) -> None:
        """Select a record, and one of its spans if it is given; with None, the article on the screen."""
        if place and place.article is None:
            self._choose(self._in_article, self._span, place)
        else:
            self._choose(place or self._here, span, None)

    def choose_here(self, record: Id | None, span: Id | None = None) -> None:
        """Select a claim or number of the article on the screen."""
        here = self._here
        self.choose(Place(here.article, record) if here and record else None, span)

    def return_to_article(self) -> None:
        """Select again what was selected in the article before a speaker was."""
        self._choose(self._in_article, self._span, None)

    def _choose(self, in_article: Place | None, span: Id | None, speaker: Place | None) -> None:
        if (in_article, span, speaker) != (self._in_article, self._span, self._speaker):
            self._in_article, self._span, self._speaker = in_article, span, speaker
            self.changed.emit()

    @property
    def _article(self) -> Article | None:
        shown = self.project.shown if self.project else None
        return shown.article if shown else None

    @property
    def _here(self) -> Place | None:
        return Place(self._article.id) if self._article else None

    @property
    def record(self) -> Record | None:
        """The selected record as it is now; if it is of another article, the article on the screen."""
        if self._speaker and self._speaker.record and self.project:
            return self.project.registry.speakers.get(self._speaker.record)
        return self.marked or self._article

    @property
    def record_id(self) -> Id | None:
        """The selected claim, number or speaker, of any article; None if an article is selected."""
        return self.place.record if self.place else None

    @property
    def marked(self) -> Claim | Number | None:
        """The selected claim or number of the article on the screen, whose words are marked there."""
        record, records = self.record_id, self.records
        if records is None or record is None:
            return None
        return records.claims.get(record) or records.numbers.get(record)

    @property
    def claim(self) -> Claim | None:
        """The current claim: the selected one, or that of the selected number."""
        record = self.marked
        if isinstance(record, Number):
            return self.records.claims.get(record.claim) if self.records and record.claim else None
        return record

    @property
    def span(self) -> Span | None:
        """The selected span: the one that contains the caret, or else the first with the record's words."""
        record, records = self.marked, self.records
        if records is None or record is None:
            return None
        exact = (span for span in records.spans_of(record.id) if span.id == self._span)
        return next(exact, None) or next(iter(records.spans_of_words(record.id)), None)
