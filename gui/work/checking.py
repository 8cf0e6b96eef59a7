"""Check Project: looks through the whole project beside the window, and shows what was found in a list to go by."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.system.background import Work, Works
from gui.work.project_file import ProjectFile

if TYPE_CHECKING:
    from gui.dialogs.check import CheckDialog
    from models.checks import Finding


class Checking(QObject):
    """Checks the open project and keeps the window with the findings, of which there is one at most."""

    place_requested = Signal(object)
    """A `Place` is to be gone to."""

    def __init__(self, window: QWidget, file: ProjectFile, works: Works, leave: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._file, self._works, self._leave = window, file, works, leave
        self._dialog: CheckDialog | None = None
        file.closing.connect(self._close)

    def check(self) -> None:
        """Look through the project as its file has it, with what is typed at the moment."""
        project = self._file.project
        if project is None or not self._leave():
            return
        path = project.store.path
        work = Work("Checking the project", lambda work: findings(work, path), self)
        work.succeeded.connect(self._show)
        self._works.begin(work)

    def _show(self, found: "Sequence[Finding]") -> None:
        from gui.dialogs.check import CheckDialog

        project = self._file.project
        if project is None:
            return
        if self._dialog is None:
            self._dialog = CheckDialog(self._window)
            self._dialog.chosen.connect(self._go_to)
            self._dialog.again.connect(self.check)
        self._dialog.show_findings(project.store.path.name, found)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _go_to(self, finding: "Finding") -> None:
        self.place_requested.emit(finding.place)
        self._window.activateWindow()

    def _close(self) -> None:
        if self._dialog:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None


def findings(work: Work, project: Path) -> "Sequence[Finding]":
    """Everything that a check finds in a project's file, through its own connection. Raises OnrecordError."""
    from models.checks import check
    from models.store import Store

    found: list[Finding] = []
    with Store.open_beside(project) as store:
        for finding in check(store):
            if work.called_off:
                break
            found.append(finding)
    return found
