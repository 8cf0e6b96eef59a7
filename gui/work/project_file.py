"""Create, open, copy and close projects; one is open at a time."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from gui.dialogs import asking
from gui.project.project import Project
from gui.project.waiting import AT_ONCE, Waiting
from gui.system.folders import documents
from gui.system.settings import Settings
from gui.widgets.notice import News, Offer
from models.errors import OnrecordError
from models.files import PROJECT_SUFFIX, free_path
from models.translation import _

if TYPE_CHECKING:
    from models.store import Store
    from models.store.locking import LockedElsewhere, ProjectLock
    from models.store.upgrading import Upgraded

CANNOT_BE_CHANGED = _(
    "“{name}” is read-only: you can read and export it, but nothing in it can be changed. To work on it, save a copy."
)
LOCKED_ELSEWHERE = _("You can read and export it here; what is changed there is shown when you return to this window.")


class ProjectFile(QObject):
    """The open project and its file.

    `leave` writes what is being typed before a project is closed or copied. If it returns False, nothing is done.
    """

    project_changed = Signal()
    closing = Signal()
    """The project is about to be closed; work on it must end."""
    coder_changed = Signal()
    told = Signal(News)
    hint = Signal(str)
    failed = Signal(OnrecordError)

    def __init__(self, window: QWidget, settings: Settings, leave: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._settings, self._leave = window, settings, leave
        self.project: Project | None = None
        self._lock: ProjectLock | None = None
        self.locked_elsewhere: LockedElsewhere | None = None
        """Who is editing the project in another window; in this one it can only be read."""

    def new(self) -> bool:
        """Ask for a place, and create a project there; return False if none was created."""
        path = asking.ask_new_project(self._window, self.folder("projects"))
        return path is not None and self.create(path)

    def open(self) -> None:
        """Ask for a project, and open it."""
        if path := asking.ask_project(self._window, self.folder("projects")):
            self.open_path(path)

    def open_sample(self) -> None:
        """Open the sample project, which is created in the documents folder if it is not there yet."""
        from gui.work.sample import coded_sample, welcome

        try:
            sample = coded_sample()
        except OnrecordError as error:
            self.failed.emit(error)
            return
        if self.open_path(sample):
            self.told.emit(welcome(sample))

    def create(self, path: Path) -> bool:
        """Create a project and open it; an existing file is never replaced."""
        # SQLite's helpers are loaded when the first project is: the empty window is painted before.
        from models.store import Store

        return self._take(path, lambda _read_only: Store.create(path, timeout=AT_ONCE))

    def open_path(self, path: Path) -> bool:
        """Open a project instead of the current one, which stays open if that fails."""
        from models.store import Store

        upgraded: list[Upgraded] = []
        opened = self._take(
            path, lambda read_only: Store.open(path, read_only=read_only, timeout=AT_ONCE, upgraded=upgraded.append)
        )
        for each in upgraded:
            self.told.emit(News(each.sentence))
        return opened

    def _take_lock(self, path: Path) -> "tuple[ProjectLock | None, LockedElsewhere | None]":
        """Lock a project, or find out who has locked it; the open one is locked already."""
        from models.store.locking import LockedElsewhere, ProjectLock

        if self.project and self._lock and path.resolve() == self.project.store.path.resolve():
            return self._lock, None
        try:
            return ProjectLock.take(path, self._settings.coder), None
        except LockedElsewhere as error:
            return None, error

    def catch_up(self) -> None:
        """Show what others have changed in the file; make it editable here once the other window has closed it."""
        project = self.project
        if project is None or project.writing or project.waiting.active or QApplication.activeModalWidget():
            return
        changed = project.read(lambda store: store.changed_elsewhere())
        if not (self._unlocked_elsewhere(project.store.path) or changed):
            return
        if self.open_path(project.store.path) and self.project:
            self._say_changed()
            # The first article that is opened hides earlier messages.
            self.project.article_opened.connect(self._say_changed, Qt.ConnectionType.SingleShotConnection)

    def _say_changed(self) -> None:
        self.hint.emit(_("The project was changed elsewhere, and is shown as it is now."))

    def _unlocked_elsewhere(self, path: Path) -> bool:
        """Return whether another window that had locked this project has closed it."""
        lock = self._take_lock(path)[0] if self.locked_elsewhere else None
        if lock:
            lock.close()
        return lock is not None

    @property
    def restriction(self) -> News | None:
        """The reason why the open project can only be read, and what to do about it; None if it can be edited."""
        if self.project is None or not self.project.store.read_only:
            return None
        if self.locked_elsewhere:
            words = f"{self.locked_elsewhere.what} {LOCKED_ELSEWHERE}"
        else:
            words = CANNOT_BE_CHANGED.format(name=self.project.store.path.name)
        return News(words, (Offer(_("Save a Copy…"), self.save_copy),))

    def _take(self, path: Path, make: "Callable[[bool], Store]") -> bool:
        if (self.project and self.project.waiting.active) or not self._leave():
            return False
        lock, locked_elsewhere = self._take_lock(path)
        try:
            store = Waiting().ask(lambda: make(locked_elsewhere is not None))
            try:
                project = Project(store, self._settings.coder, self)
            except OnrecordError:
                store.close()
                raise
        except OnrecordError as error:
            if lock and lock is not self._lock:
                lock.close()
            self.failed.emit(error)
            return False
        kept = self._lock if lock is not self._lock else None
        self.closing.emit()
        before, self.project = self.project, project
        self._lock, self.locked_elsewhere = lock, locked_elsewhere
        self._settings.remember_project(store.path)
        self._settings.keep_folder("projects", store.path.resolve().parent)
        self.project_changed.emit()
        _close(before, kept)
        return True

    def close(self) -> None:
        """Close the open project."""
        self.closing.emit()
        before, self.project = self.project, None
        lock, self._lock, self.locked_elsewhere = self._lock, None, None
        if before:
            self.project_changed.emit()
        _close(before, lock)

    def choose_coder(self) -> None:
        """Ask for the coder's initials."""
        if coder := asking.ask_coder(self._window, self._settings.coder):
            self._settings.coder = coder
            if self.project:
                self.project.work_as(coder)
            self.coder_changed.emit()

    def project_beside(self, article: Path) -> bool:
        """Create a project beside an article, under a name that no file has."""
        return self.create(free_path(article.resolve().with_suffix(PROJECT_SUFFIX)))

    def folder(self, of: str) -> Path:
        """Return the folder in which a dialog for "projects" or "articles" begins: the last one, else the project's."""
        if kept := self._settings.folder(of):
            return kept
        return self.project.store.path.parent if self.project else documents()

    def remember_folder(self, of: str, folder: Path) -> None:
        """Remember the folder in which the next such dialog begins."""
        self._settings.keep_folder(of, folder)

    @property
    def tables_folder(self) -> Path:
        """The folder of the last export of this project, else one beside it, which may not exist yet."""
        if self.project is None:
            return documents()
        path = self.project.store.path.resolve()
        return self._settings.tables(path) or path.with_name(f"{path.stem} tables")

    def remember_tables(self, project: Path, folder: Path) -> None:
        """Remember the folder for the next export of a project."""
        self._settings.keep_tables(project, folder)

    def save_copy(self) -> None:
        """Write what is being typed, ask for a name, and save a copy of the whole project there."""
        if self.project and self._leave() and (path := asking.ask_copy(self._window, self.project.store.path)):
            try:
                self.project.store.save_copy(path)
            except OnrecordError as error:
                self.failed.emit(error)
                return
            self.hint.emit(_("A copy was saved as {path}").format(path=path))
            if self.project.store.read_only:
                offer = Offer(_("Open the Copy"), lambda: self.open_path(path))
                words = _("A copy that you can work on was saved as {path}").format(path=path)
                self.told.emit(News(words, (offer,)))

    def show_saved(self) -> None:
        """Answer Ctrl+S: write what is being typed, and say that everything is saved."""
        if self.project and self._leave():
            self.hint.emit(_("All changes are saved in {path}.").format(path=self.project.store.path))


def _close(project: Project | None, lock: "ProjectLock | None") -> None:
    """Close a project that is no longer shown, and release its lock."""
    if project:
        project.close()
        project.deleteLater()
    if lock:
        lock.close()
