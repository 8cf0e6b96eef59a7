"""Flag what is selected anywhere as to be discussed, or take the flags off."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from gui.project.view import ProjectView
from gui.work.deleting import Gather
from models.actions.flagging import Discussed, toggle_discuss
from models.ids import Id
from models.places import Place
from models.translation import _


class Discussing(QObject, ProjectView):
    """Flags what `gather` finds: the selected lines of the table with the focus, or else the selected record.

    `hint` says what was done, or why nothing was.
    """

    hint = Signal(str)

    def __init__(self, gather: Gather, parent: QObject) -> None:
        super().__init__(parent)
        self._gather = gather

    def toggle_discuss(self) -> None:
        """Flag the selected records, or take the flag off if all of them have it."""
        self._gather(self._read)

    def _read(self, places: Sequence[Place]) -> None:
        ids = [each for each in dict.fromkeys(place.record or place.article for place in places) if each]
        if self.project is None or not ids:
            self.hint.emit(_("Nothing is selected. Put the caret in a record, or select a row of a table."))
            return
        known = [record for each in ids if (record := self._in_memory(each))]
        if len(known) == len(ids):
            self._toggle(known)
        else:
            self.project.reader.ask(self, lambda view: view.records_with(ids), self._toggle)

    def _in_memory(self, record: Id) -> Discussed | None:
        project, records = self.project, self.records
        if project is None or record in project.registry.speakers:
            return project.registry.speakers[record] if project else None
        if records is None or record == records.article.id:
            return records.article if records else None
        return records.claims.get(record) or records.numbers.get(record)

    def _toggle(self, records: Sequence[Discussed]) -> None:
        if self.project is None or not records:
            return
        edit = toggle_discuss(records)
        if self.project.do(edit):
            self.hint.emit(_("{edit}: done. Ctrl+Z takes it back.").format(edit=edit.label))
