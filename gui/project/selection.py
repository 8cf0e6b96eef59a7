"""The record that is chosen: one for the text, the tables and the details, which are views of the same."""

from PySide6.QtCore import QObject, Signal

from gui.project.project import Project
from models.edits import Edit
from models.entities import Claim, Number, Span
from models.ids import Id
from models.records import ArticleRecords


class Selection(QObject):
    """Which claim or number is chosen, and which of its spans. `changed` goes out whenever either is another."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self.record_id: Id | None = None
        self._span_id: Id | None = None

    def set_project(self, project: Project | None) -> None:
        """Choose in another project; nothing is chosen at first."""
        self._project = project
        self.choose(None)

    def choose(self, record: Id | None, span: Id | None = None) -> None:
        """Choose a record, and one of its spans where it is known which."""
        if (record, span) != (self.record_id, self._span_id):
            self.record_id, self._span_id = record, span
            self.changed.emit()

    def follow(self, edit: Edit) -> None:
        """Let go of what an edit deleted. Nothing is chosen in its place: a second Delete takes nothing else."""
        if any(change.after is None and change.row.id == self.record_id for change in edit.changes):
            self.choose(None)

    @property
    def _records(self) -> ArticleRecords | None:
        return self._project.records if self._project else None

    @property
    def record(self) -> Claim | Number | None:
        """The chosen claim or number as it is now."""
        records = self._records
        if records is None or self.record_id is None:
            return None
        return records.claims.get(self.record_id) or records.numbers.get(self.record_id)

    @property
    def claim(self) -> Claim | None:
        """The current claim: the chosen one, or that of the chosen number."""
        record = self.record
        if isinstance(record, Number):
            records = self._records
            return records.claims.get(record.claim) if records and record.claim else None
        return record

    @property
    def span(self) -> Span | None:
        """The chosen span: the one the caret was put in, else the first that holds the record's words."""
        records = self._records
        if records is None or self.record_id is None:
            return None
        exact = (span for span in records.spans_of(self.record_id) if span.id == self._span_id)
        return next(exact, None) or next(iter(records.spans_of_words(self.record_id)), None)
