"""Check Project: check the whole project in the background, and show the findings."""

from collections.abc import Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from gui.dialogs import choosing_files
from gui.system.background import Work
from gui.system.turns import in_turns
from gui.widgets.window_place import bring_up
from gui.work.context import Context
from models.errors import Interrupted, NotAProject, OnrecordError
from models.translation import _, counted

if TYPE_CHECKING:
    from gui.dialogs.check import CheckDialog
    from gui.work.repairing import Repairing
    from models.checks import Finding
    from models.checks.finding import Findings


class Checking(QObject):
    """Checks the open project, and keeps at most one dialog with the findings. `hint` says what was done."""

    place_requested = Signal(object)
    """Asks for the place of a finding to be shown."""
    hint = Signal(str)
    undo_wanted = Signal()
    redo_wanted = Signal()
    failed = Signal(OnrecordError)

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self._dialog: CheckDialog | None = None
        context.file.closing.connect(self._close)

    def check(self) -> None:
        """Write what is being typed, and check the project in its file."""
        project = self._context.project
        if project is None or not self._context.leave():
            return
        self._dialog = self._dialog or self._make_dialog()  # while nothing else is to be done for it
        path = project.store.path
        work = Work(_("Checking the project"), lambda work: findings(work, path), self)
        work.succeeded.connect(self._show)
        self._context.works.begin(work)

    def _make_dialog(self) -> "CheckDialog":
        from gui.dialogs.check import CheckDialog

        dialog = CheckDialog(self._context.window)
        dialog.chosen.connect(self._go_to)
        dialog.again.connect(self.check)
        for asked, wanted in ((dialog.undo_wanted, self.undo_wanted), (dialog.redo_wanted, self.redo_wanted)):
            asked.connect(wanted)
            asked.connect(self.check)
        dialog.repair_wanted.connect(partial(self.repairing.repair, dialog))
        dialog.copy_wanted.connect(self._copy)
        dialog.save_wanted.connect(self._save)
        return dialog

    def _show(self, found: "Findings") -> None:
        project = self._context.project
        if project is None or self._dialog is None:
            return
        self._dialog.show_findings(project.store.path.name, found, writable=not project.store.read_only)
        in_turns(self._dialog, partial(bring_up, self._dialog))

    @cached_property
    def repairing(self) -> "Repairing":
        """Repairs what is listed; made with the first list."""
        from gui.work.repairing import Repairing

        made = Repairing(self._context)
        made.done.connect(self.check)
        made.hint.connect(self.hint)
        made.hint.connect(self._tell)
        return made

    def _tell(self, words: str) -> None:
        if self._dialog:
            self._dialog.say(words)

    def tell_undone(self, words: str) -> None:
        """Say in the dialog what was undone from there: it can cover the status line."""
        if self._dialog and self._dialog.isActiveWindow():
            self._dialog.say(words)

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
        path = (
            choosing_files.ask_findings_file(self._dialog or self._context.window, project.store.path)
            if project
            else None
        )
        if path is None:
            return
        try:
            write_file(path, "".join(line for line, _finding in as_csv(found)))
        except OnrecordError as error:
            self.failed.emit(error)
        else:
            self.hint.emit(_("Wrote the findings into {file}.").format(file=path))


def findings(work: Work, project: Path) -> "Findings":
    """Return all findings in a project's file, or none if they are no longer wanted. Raises OnrecordError.

    The file is read through a separate connection.
    """
    from models.checks import check
    from models.checks.finding import Findings
    from models.store import Store

    found = list["Finding"]()
    with Store.open_beside(project) as store:
        try:
            with store.stopped_by(lambda: work.called_off):
                found.extend(check(store, work.go_on))
        except Interrupted:
            return Findings()
        except NotAProject:
            if not found:
                raise
    return Findings.of(found)
