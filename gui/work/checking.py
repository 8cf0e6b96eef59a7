"""Check Project: check the whole project in the background, and show the findings in a list."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.system.background import Work
from gui.work.context import Context
from models.translation import _

if TYPE_CHECKING:
    from gui.dialogs.check import CheckDialog
    from models.checks import Finding


class Checking(QObject):
    """Checks the open project, and keeps at most one dialog with the findings."""

    place_requested = Signal(object)
    """Asks for the place of a finding to be shown."""

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
        self._dialog.show_findings(project.store.path.name, found)
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


def findings(work: Work, project: Path) -> "Sequence[Finding]":
    """Return all findings in a project's file, first what is wrong. Raises OnrecordError.

    The file is read through a separate connection.
    """
    from models.checks import check
    from models.store import Store

    found: list[Finding] = []
    with Store.open_beside(project) as store:
        for finding in check(store):
            if work.called_off:
                break
            found.append(finding)
    return sorted(found, key=lambda finding: not finding.wrong)
