"""Tables out: into which folder, what was written, and how to get there."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from gui.dialogs import asking
from gui.project.project import Project
from gui.system.background import Work, Works
from gui.widgets.notice import News, Offer
from gui.work.project_file import ProjectFile
from models.words import plural

if TYPE_CHECKING:
    from models.exports import Report


class Exporting(QObject):
    """Writes the tables of the open project, beside the window."""

    told = Signal(News)
    hint = Signal(str)

    def __init__(self, window: QWidget, file: ProjectFile, works: Works, leave: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._file, self._works, self._leave = window, file, works, leave

    @property
    def _project(self) -> Project | None:
        return self._file.project

    def export(self) -> None:
        """Ask for a folder, and write the tables into it, with what is typed at the moment."""
        if not (self._project and self._leave()):
            return
        path = self._project.store.path
        folder = asking.ask_folder(self._window, self._file.tables_folder)
        if folder and _may_write(self._window, folder):
            self._file.remember_tables(path, folder)
            self.export_to(folder)

    def export_to(self, folder: Path) -> None:
        """Write the tables beside the window, through a connection of their own."""
        if self._project is None:
            return
        path = self._project.store.path
        work = Work("Writing tables", lambda _work: export_tables(path, folder), self, stoppable=False)
        work.succeeded.connect(self._say_written)
        self._works.begin(work)

    def _say_written(self, report: "Report") -> None:
        """Say what was exported, to be read at leisure. A method, since Qt joins no signal to a mere function."""
        folder = report.files[0].path.parent
        self.hint.emit(f"Exported to {folder}")
        files = " · ".join(f"{file.path.name}: {plural(file.rows, 'row')}" for file in report.files)
        words = [f"{plural(len(report.files), 'table')} exported to {folder}", files]
        words += [f"• {remark}" for remark in report.remarks]
        self.told.emit(News("\n".join(words), (Offer("Open Folder", lambda: self._show_folder(folder)),)))

    def _show_folder(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.hint.emit(f"The system has no program to show folders. The tables are in {folder}")


def export_tables(project: Path, folder: Path) -> "Report":
    """Write all tables of a project's file, and report what was written. Raises OnrecordError."""
    from models.exports import export
    from models.store import Store

    with Store.open_beside(project) as store:
        return export(store, folder)


def _may_write(window: QWidget, folder: Path) -> bool:
    """Whether tables may be written into a folder: asked where there are some already."""
    from models.exports import tables_in

    there = tables_in(folder)
    if not there:
        return True
    names = ", ".join(path.name for path in there)
    question = f"“{folder.name}” already holds {'a table' if len(there) == 1 else 'tables'}. Replace?"
    return asking.confirm(window, question, f"{names} will be replaced. Nothing else is touched.", "Replace")
