"""Deleting what is selected, wherever it is: records of the text or of a table, speakers of the registry."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from gui.dialogs import asking
from gui.project.project import Project
from gui.project.selection import Selection
from gui.tables.panel import TablePanel
from gui.window.panes import Panes
from models.actions.deleting import delete_records, delete_speakers
from models.entities import Claim, Number
from models.ids import Id
from models.records import ArticleRecords
from models.words import plural

NOTHING = "Nothing is selected. Put the caret in a record, or select lines of a table."
NO_SPEAKER = "Choose a speaker in the Speakers table first."
COMES_BACK = "Undo brings everything back."
KEY = "Ctrl+Z brings everything back."


class Deleting(QObject):
    """Deletes the records selected in the table with the focus, or else the chosen one.

    More than one record, or a speaker who has claims, is asked about once. `hint` says what was done or is missing.
    """

    hint = Signal(str)

    def __init__(self, window: QWidget, panes: Panes, selection: Selection) -> None:
        super().__init__(window)
        self._window, self._panes, self._selection = window, panes, selection
        self._project: Project | None = None

    def set_project(self, project: Project | None) -> None:
        """Delete in another project."""
        self._project = project

    def delete_selected(self) -> None:
        """Delete what is selected in the pane with the focus."""
        table = self._focused_table()
        if table is self._panes.speakers:
            self.delete_speaker()
        elif table is not None:
            self._delete(table.view.selected_places())
        elif self._selection.record_id and self._selection.record:
            self._delete([(self._selection.record.article, self._selection.record_id)])
        else:
            self.hint.emit(NOTHING)

    def _focused_table(self) -> TablePanel | None:
        focus = QApplication.focusWidget()
        return self._panes.table if focus and self._panes.table.isAncestorOf(focus) else None

    def _delete(self, places: Sequence[tuple[Id | None, Id]]) -> None:
        found = [each for article, record in places if (each := self._record(article, record))]
        if not found:
            self.hint.emit(NOTHING)
            return
        edit = delete_records(found)
        if len(found) > 1 and not asking.confirm(self._window, f"{edit.label}?", COMES_BACK, "Delete"):
            return
        if self._project and self._project.do(edit):
            self.hint.emit(f"{edit.label.replace('Delete', 'Deleted', 1)}. {KEY}")

    def _record(self, article: Id | None, record: Id) -> tuple[ArticleRecords, Claim | Number] | None:
        """A claim or number with the records of its article, which are read where it is not the open one."""
        project = self._project
        if project is None or article is None:
            return None
        records = project.records
        if records is None or records.article.id != article:
            records = project.read(lambda store: store.article_records(article))
        row = (records.claims.get(record) or records.numbers.get(record)) if records else None
        return (records, row) if records and row else None

    def delete_speaker(self) -> None:
        """Delete the speakers selected in their table, which must be in front."""
        project, panel = self._project, self._panes.speakers
        chosen = panel.chosen if self._panes.table is panel else ()
        if project is None or not chosen:
            self.hint.emit(NO_SPEAKER)
            return
        speakers = []
        for speaker in (project.registry.speakers[each] for each in chosen):
            claims = self._claims_of(project, speaker.id)
            if claims is None:
                return
            speakers.append((speaker, claims))
        count = sum(len(claims) for _, claims in speakers)
        who = speakers[0][0].name if len(speakers) == 1 else plural(len(speakers), "speaker")
        if (count or len(speakers) > 1) and not self._confirm_speakers(who, count, len(speakers)):
            return
        if project.do(delete_speakers(project.registry, speakers)):
            self.hint.emit(f"{who} {'is' if len(speakers) == 1 else 'are'} deleted. {KEY}")

    @staticmethod
    def _claims_of(project: Project, speaker: Id) -> list[Claim] | None:
        return project.read(lambda store: store.claims_of(speaker))

    def _confirm_speakers(self, who: str, claims: int, speakers: int) -> bool:
        has = f", who {'has' if speakers == 1 else 'have'} {plural(claims, 'claim')}" if claims else ""
        stay = "The claims stay, without a speaker. " if claims else ""
        title = "Delete Speaker" if speakers == 1 else "Delete Speakers"
        return asking.confirm(self._window, f"Delete {who}{has}?", stay + COMES_BACK, title)
