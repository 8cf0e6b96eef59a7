"""The project that is open: which file it is, and how another takes its place."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from gui.dialogs import asking
from gui.project import Project
from gui.settings import Settings
from models.errors import OnrecordError

if TYPE_CHECKING:
    from models.store import Store

SUFFIX = ".onrecord"


class Projects(QObject):
    """Makes, opens, copies and closes projects.

    `leave` writes what is being typed, before a project is left or copied; where it says no, nothing is done.
    """

    project_changed = Signal()
    closing = Signal()
    """The project is about to be closed: whatever still works for it is to end."""
    hint = Signal(str)
    failed = Signal(OnrecordError)

    def __init__(self, window: QWidget, settings: Settings, leave: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._settings, self._leave = window, settings, leave
        self.project: Project | None = None

    def new(self) -> bool:
        """Ask where, and make a project there; False when there is none."""
        path = asking.ask_new_project(self._window, self.folder)
        return path is not None and self.create(path)

    def open(self) -> None:
        """Ask which, and open it."""
        if path := asking.ask_project(self._window, self.folder):
            self.open_path(path)

    def create(self, path: Path) -> bool:
        """Make a new project and open it; a file that is there is not replaced."""
        # SQLite's helpers are loaded when the first project is: the empty window is painted before.
        from models.store import Store

        return self._take(lambda: Store.create(path))

    def open_path(self, path: Path) -> bool:
        """Open a project in place of the one that is open, which stays if the other cannot be."""
        from models.store import Store

        return self._take(lambda: Store.open(path))

    def _take(self, make: "Callable[[], Store]") -> bool:
        if not self._leave():
            return False
        try:
            store = make()
            try:
                project = Project(store, self._settings.coder, self)
            except OnrecordError:
                store.close()
                raise
        except OnrecordError as error:
            self.failed.emit(error)
            return False
        self.close()
        self.project = project
        self._settings.remember_project(store.path)
        self.project_changed.emit()
        return True

    def close(self) -> None:
        """Let go of the open project."""
        self.closing.emit()
        if self.project:
            project, self.project = self.project, None
            self.project_changed.emit()
            project.store.close()
            project.deleteLater()

    def project_beside(self, article: Path) -> bool:
        """Make a project beside an article, under a name that is free."""
        stem = article.resolve().with_suffix("")
        path = stem.with_name(stem.name + SUFFIX)
        count = 2
        while path.exists():
            path = stem.with_name(f"{stem.name} {count}{SUFFIX}")
            count += 1
        return self.create(path)

    @property
    def folder(self) -> Path:
        """Where to look for files first: beside the open project, else among the documents."""
        if self.project:
            return self.project.store.path.parent
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def save_copy(self) -> None:
        """Ask for a name, and write a copy of the whole project there, with what is typed at the moment."""
        if self.project and self._leave() and (path := asking.ask_copy(self._window, self.project.store.path)):
            try:
                self.project.store.save_copy(path)
            except OnrecordError as error:
                self.failed.emit(error)
            else:
                self.hint.emit(f"A copy was saved as {path}.")

    def show_saved(self) -> None:
        """Answer Ctrl+S: there is nothing left to save, once the cell that is typed in is written too."""
        if self.project and self._leave():
            self.hint.emit(f"All changes are saved in {self.project.store.path}.")
