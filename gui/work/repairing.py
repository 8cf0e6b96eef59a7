"""Repair what Check Project has found: show what changes, write it as an edit, or make derived data again.

It is loaded with the first list of findings.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from gui.changing.counting import REPAIRS
from gui.changing.preview_dialog import PreviewDialog
from gui.dialogs import asking
from gui.dialogs.check import CheckDialog
from gui.dialogs.opening import open_over
from gui.project.project import Project
from gui.system.background import Work
from gui.widgets.plain_label import PlainLabel
from gui.work.context import Context
from models.actions.cells import Written
from models.checks import Finding
from models.checks.faults import MENDED
from models.checks.mending import Mending, find_texts
from models.checks.repairing import REBUILT, repair
from models.edits import Edit
from models.errors import Interrupted
from models.store import Store
from models.store.long_write import LongWrite
from models.store.rebuilding import Derived
from models.translation import _, counted


class Repairing(QObject):
    """Repairs findings of one kind, over the dialog that lists them. `hint` says what was done."""

    done = Signal()
    """Something was repaired, so the findings are no longer those of the project."""
    hint = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self.preview: PreviewDialog | None = None

    def repair(self, dialog: CheckDialog, found: Sequence[Finding]) -> None:
        """Show what the repair of some findings of one kind changes; what is only derived is made again after a
        question.
        """
        project = self._context.project
        if project is None or not found or not self._context.leave():
            return
        if found[0].fault.name in REBUILT:
            self._rebuild(dialog, project, found[0])
            return
        if found[0].fault in MENDED:
            self._mend(dialog, project, found)
            return
        path = project.store.path
        work = Work(_("Finding out what the repair changes"), lambda work: repairs(work, path, found), self)
        work.succeeded.connect(lambda written: self._preview(dialog, project, found[0], written))
        self._context.works.begin(work)

    def _preview(self, dialog: CheckDialog, project: Project, finding: Finding, written: Written) -> None:
        if project is not self._context.project:  # which closed the dialog
            return
        about = PlainLabel(finding.fault.advice) if finding.fault.advice else None
        self.preview = PreviewDialog(dialog, finding.fault.repair, _("&Repair"), about, REPAIRS)
        self.preview.show_written(written, _("There is nothing left to repair."))
        self.preview.confirmed.connect(partial(self._write, project))
        open_over(dialog, self.preview)

    def _write(self, project: Project, written: Written) -> None:
        if project is self._context.project and project.do(written.edit):
            done = counted("Repaired with {count:,} change.", "Repaired with {count:,} changes.", written.count)
            self.hint.emit(f"{done} {_('Ctrl+Z takes that back.')}")
            self.done.emit()

    def _rebuild(self, dialog: CheckDialog, project: Project, finding: Finding) -> None:
        fault = finding.fault
        if not asking.confirm(dialog, f"{fault.repair}?", fault.advice, _("&Repair")):
            return
        if project.do_in_thread(fault.title, _rebuilding(REBUILT[fault.name])):
            self.done.emit()

    def _mend(self, dialog: CheckDialog, project: Project, found: Sequence[Finding]) -> None:
        """Put whole texts in the place of altered ones, after a question, and say how many there are."""
        fault, mended = found[0].fault, list[Mending]()
        if not asking.confirm(dialog, f"{fault.repair}?", fault.advice, _("&Repair")):
            return
        backups = [each.path for each in self._context.file.settings.backups.backups_of(project.store.path)]
        if not project.do_in_thread(fault.title, _mending(project.store.path, found, backups, mended.append)):
            return
        self._show_mended(project, found[0], mended[0])
        self.done.emit()
        self.hint.emit(mended[0].words)

    def _show_mended(self, project: Project, finding: Finding, mending: Mending) -> None:
        """Show the text of the open article again; where none could be opened, that of a finding."""
        if project.records and project.records.altered:
            project.article.open_soon(project.records.article.id)
        elif project.records is None and mending.texts and finding.place and finding.place.article:
            # The first article that is opened hides earlier messages.
            say = partial(self.hint.emit, mending.words)
            project.article.opened.connect(say, Qt.ConnectionType.SingleShotConnection)
            project.article.open_soon(finding.place.article)


def _mending(
    project: Path, found: Sequence[Finding], backups: Sequence[Path], tell: Callable[[Mending], None]
) -> Callable[[LongWrite], Edit]:
    """Return what puts whole texts in the place of altered ones, in another thread: an edit that changes nothing."""

    def make(write: LongWrite) -> Edit:
        with Store.open_beside(project) as store:
            mending = find_texts(store, found, backups)
        write.mend_texts(mending.texts)
        tell(mending)
        return Edit(_("Repair"), ())

    return make


def _rebuilding(what: Derived) -> Callable[[LongWrite], Edit]:
    """Return what makes derived data again, in another thread: an edit that changes nothing."""

    def make(write: LongWrite) -> Edit:
        write.rebuild(what)
        return Edit(_("Repair"), ())

    return make


def repairs(work: Work, project: Path, found: Sequence[Finding]) -> Written | None:
    """Return what the repair of some findings changes; None if it is no longer wanted. Raises OnrecordError."""
    with Store.open_beside(project) as store:
        try:
            return repair(store, found, work.go_on)
        except Interrupted:
            return None
