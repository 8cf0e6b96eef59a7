"""Delete what is selected anywhere: records in the text or a table, or speakers."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.dialogs import asking
from gui.project.view import ProjectView
from gui.work.registering import Registering
from models.actions.deleting import delete_records
from models.counts import claims_and_numbers
from models.entities import Claim, Number
from models.ids import Id
from models.places import Place
from models.records import ArticleRecords
from models.translation import _

Gather = Callable[[Callable[[Sequence[Place]], None]], None]
"""Calls a function with the places of the selected records, as soon as they are read."""


class Deleting(QObject, ProjectView):
    """Deletes what `gather` finds: the selected lines of the table with the focus, or else the selected record.

    It asks once before it deletes more than one record. `hint` says what was done, or why nothing was.
    """

    hint = Signal(str)

    def __init__(self, window: QWidget, gather: Gather, registering: Registering) -> None:
        super().__init__(window)
        self._window, self._gather, self._registering = window, gather, registering

    def delete_selected(self) -> None:
        """Delete what is selected: speakers, or claims and numbers."""
        self._gather(self._delete_places)

    def _delete_places(self, places: Sequence[Place]) -> None:
        if any(place.article is None for place in places):
            self._registering.delete_speaker()
        else:
            self._delete(places)

    def _delete(self, places: Sequence[Place]) -> None:
        """Delete claims and numbers, after reading the records of all articles that they are in."""
        project, here = self.project, dict[Id, ArticleRecords]()
        if project and project.records:
            here = {project.records.article.id: project.records}
        elsewhere = {place.article for place in places if place.article} - here.keys()
        if project and elsewhere:
            project.reader.ask(
                self, lambda view: view.records_of(elsewhere), lambda read: self._delete_found(places, {**read, **here})
            )
        else:
            self._delete_found(places, here)

    def _delete_found(self, places: Sequence[Place], articles: Mapping[Id, ArticleRecords]) -> None:
        found = [each for place in places if (each := _record(place, articles))]
        if not found or self.project is None:
            self.hint.emit(_("Nothing is selected. Put the caret in a record, or select a row of a table."))
            return
        edit = delete_records(found)
        gone = claims_and_numbers(len(edit.gone(Claim)), len(edit.gone(Number)))
        question, back = _("Delete {records}?").format(records=gone), _("Undo brings everything back.")
        if len(found) > 1 and not asking.confirm(self._window, question, back, _("&Delete")):
            return
        if self.project.do(edit):
            self.hint.emit(_("Deleted {records}. Ctrl+Z brings everything back.").format(records=gone))


def _record(place: Place, articles: Mapping[Id, ArticleRecords]) -> tuple[ArticleRecords, Claim | Number] | None:
    """Return a claim or number with the records of its article; None if it is gone."""
    records = articles.get(place.article) if place.article else None
    if records is None or place.record is None:
        return None
    row = records.claims.get(place.record) or records.numbers.get(place.record)
    return (records, row) if row else None
