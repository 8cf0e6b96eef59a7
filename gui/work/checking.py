"""Check Project: check the whole project in the background, show the findings, and repair what can be repaired."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from gui.dialogs import asking
from gui.dialogs.opening import open_over
from gui.project.project import Project
from gui.system.background import Work
from gui.widgets.plain_label import PlainLabel
from gui.work.context import Context
from models.edits import Edit
from models.errors import Interrupted, NotAProject, OnrecordError
from models.translation import _, counted

if TYPE_CHECKING:
    from gui.changing.preview_dialog import PreviewDialog
    from gui.dialogs.check import CheckDialog
    from models.actions.cells import Written
    from models.checks import Finding
    from models.checks.mending import Mending
    from models.store.long_write import LongWrite
    from models.store.rebuilding import Derived


class Checking(QObject):
    """Checks the open project, and keeps at most one dialog with the findings. `hint` says what was done."""

    place_requested = Signal(object)
    """Asks for the place of a finding to be shown."""
    hint = Signal(str)
    failed = Signal(OnrecordError)

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self._dialog: CheckDialog | None = None
        self.preview: PreviewDialog | None = None
        context.file.closing.connect(self._close)

    def check(self) -> None:
        """Write what is being typed, and check the project in its file."""
        project = self._context.project
        if project is None or not self._context.leave():
            return
        path = project.store.path
        work = Work(_("Checking the project"), lambda work: findings(work, path), self)
        work.succeeded.connect(self._show)
        self._context.works.begin(work)

    def _show(self, found: "Sequence[Finding]") -> None:
        from gui.dialogs.check import CheckDialog

        project = self._context.project
        if project is None:
            return
        if self._dialog is None:
            self._dialog = CheckDialog(self._context.window)
            self._dialog.chosen.connect(self._go_to)
            self._dialog.again.connect(self.check)
            self._dialog.repair_wanted.connect(self._repair)
            self._dialog.copy_wanted.connect(self._copy)
            self._dialog.save_wanted.connect(self._save)
        self._dialog.show_findings(project.store.path.name, found, writable=not project.store.read_only)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _go_to(self, finding: "Finding") -> None:
        self.place_requested.emit(finding.place)
        self._context.window.activateWindow()

    def _close(self) -> None:
        if self._dialog:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None

    # The list elsewhere

    def _copy(self, found: "Sequence[Finding]") -> None:
        from models.checks.listing import as_csv

        QApplication.clipboard().setText("".join(line for line, _finding in as_csv(found)))
        self.hint.emit(counted("Copied {count:,} finding.", "Copied {count:,} findings.", len(found)))

    def _save(self, found: "Sequence[Finding]") -> None:
        from models.checks.listing import as_csv
        from models.speaker_lists.speakers_csv import write_file

        project = self._context.project
        path = asking.ask_findings_file(self._dialog or self._context.window, project.store.path) if project else None
        if path is None:
            return
        try:
            write_file(path, "".join(line for line, _finding in as_csv(found)))
        except OnrecordError as error:
            self.failed.emit(error)
        else:
            self.hint.emit(_("Wrote the findings into {file}.").format(file=path))

    # Repairs

    def _repair(self, found: "Sequence[Finding]") -> None:
        """Show what the repair of some findings of one kind changes; what is only derived is made again after a
        question.
        """
        from models.checks.faults import MENDED
        from models.checks.repairing import REBUILT

        project = self._context.project
        if project is None or not found or not self._context.leave():
            return
        if found[0].fault.name in REBUILT:
            self._rebuild(project, found[0])
            return
        if found[0].fault in MENDED:
            self._mend(project, found)
            return
        path = project.store.path
        work = Work(_("Finding out what the repair changes"), lambda work: repairs(work, path, found), self)
        work.succeeded.connect(lambda written: self._preview(project, found[0], written))
        self._context.works.begin(work)

    def _preview(self, project: Project, finding: "Finding", written: "Written") -> None:
        from gui.changing.counting import REPAIRS
        from gui.changing.preview_dialog import PreviewDialog

        if project is not self._context.project or self._dialog is None:
            return
        about = PlainLabel(finding.fault.advice) if finding.fault.advice else None
        self.preview = PreviewDialog(self._dialog, finding.fault.repair, _("&Repair"), about, REPAIRS)
        self.preview.show_written(written, _("There is nothing left to repair."))
        self.preview.confirmed.connect(partial(self._write, project))
        open_over(self._dialog, self.preview)

    def _write(self, project: Project, written: "Written") -> None:
        if project is self._context.project and project.do(written.edit):
            done = counted("Repaired with {count:,} change.", "Repaired with {count:,} changes.", written.count)
            self.hint.emit(f"{done} {_('Ctrl+Z takes that back.')}")
            self.check()

    def _rebuild(self, project: Project, finding: "Finding") -> None:
        from models.checks.repairing import REBUILT

        fault = finding.fault
        if not asking.confirm(self._dialog or self._context.window, f"{fault.repair}?", fault.advice, _("&Repair")):
            return
        if project.do_in_thread(fault.title, _rebuilding(REBUILT[fault.name])):
            self.check()

    def _mend(self, project: Project, found: "Sequence[Finding]") -> None:
        """Put whole texts in the place of altered ones, after a question, and say how many there are."""
        fault, mended = found[0].fault, list["Mending"]()
        if not asking.confirm(self._dialog or self._context.window, f"{fault.repair}?", fault.advice, _("&Repair")):
            return
        backups = [each.path for each in self._context.file.settings.backups.backups_of(project.store.path)]
        if not project.do_in_thread(fault.title, _mending(project.store.path, found, backups, mended.append)):
            return
        self._show_mended(project, found[0], mended[0])
        self.check()
        self.hint.emit(mended[0].words)

    def _show_mended(self, project: Project, finding: "Finding", mending: "Mending") -> None:
        """Show the text of the open article again; where none could be opened, that of a finding."""
        if project.records and project.records.altered:
            project.open_soon(project.records.article.id)
        elif project.records is None and mending.texts and finding.place and finding.place.article:
            # The first article that is opened hides earlier messages.
            say = partial(self.hint.emit, mending.words)
            project.article_opened.connect(say, Qt.ConnectionType.SingleShotConnection)
            project.open_soon(finding.place.article)


def _mending(
    project: Path, found: "Sequence[Finding]", backups: Sequence[Path], tell: "Callable[[Mending], None]"
) -> "Callable[[LongWrite], Edit]":
    """Return what puts whole texts in the place of altered ones, in another thread: an edit that changes nothing."""
    from models.checks.mending import find_texts
    from models.store import Store

    def make(write: "LongWrite") -> Edit:
        with Store.open_beside(project) as store:
            mending = find_texts(store, found, backups)
        write.mend_texts(mending.texts)
        tell(mending)
        return Edit(_("Repair"), ())

    return make


def _rebuilding(what: "Derived") -> "Callable[[LongWrite], Edit]":
    """Return what makes derived data again, in another thread: an edit that changes nothing."""

    def make(write: "LongWrite") -> Edit:
        write.rebuild(what)
        return Edit(_("Repair"), ())

    return make


def findings(work: Work, project: Path) -> "Sequence[Finding]":
    """Return all findings in a project's file, first what is wrong, or none if they are no longer wanted. Raises
    OnrecordError.

    The file is read through a separate connection.
    """
    from models.checks import check
    from models.checks.faults import Severity
    from models.store import Store

    order, found = [*Severity], list["Finding"]()
    with Store.open_beside(project) as store:
        try:
            with store.stopped_by(lambda: work.called_off):
                found.extend(check(store, partial(_advanced, work)))
        except Interrupted:
            return ()
        except NotAProject:
            if not found:
                raise
    return sorted(found, key=lambda finding: order.index(finding.fault.severity))


def repairs(work: Work, project: Path, found: "Sequence[Finding]") -> "Written | None":
    """Return what the repair of some findings changes; None if it is no longer wanted. Raises OnrecordError."""
    from models.checks.repairing import repair
    from models.store import Store

    with Store.open_beside(project) as store:
        try:
            return repair(store, found, partial(_advanced, work))
        except Interrupted:
            return None


def _advanced(work: Work, done: int, of: int) -> None:
    if work.called_off:
        raise Interrupted
    work.advance(done, of)
