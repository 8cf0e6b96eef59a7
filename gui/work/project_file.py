"""Create, open, exchange and close projects; one is open at a time."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.dialogs import asking, choosing_files
from gui.dialogs.steps import Told, upgrading
from gui.project.opened import Open, Opened, create_project, is_unlocked, open_project
from gui.project.project import Project
from gui.project.waiting import Waiting
from gui.system.background import Work
from gui.system.folders import documents
from gui.system.settings import Settings
from gui.widgets.notice import News
from gui.work.showing_steps import ShowingSteps
from models.errors import Busy, Interrupted, OnrecordError, Replaced
from models.files import PROJECT_SUFFIX, free_path
from models.translation import _
from models.watching import Watch

if TYPE_CHECKING:
    from models.store.locking import LockedElsewhere, ProjectLock


class ProjectFile(QObject):
    """The open project and its file.

    `load` is called in the thread that opens a project: it loads the modules that show one.
    """

    project_changed = Signal()
    closing = Signal()
    """The project is about to be closed; work on it must end."""
    coder_changed = Signal()
    told = Signal(News)
    hint = Signal(str)
    failed = Signal(OnrecordError)
    not_opened = Signal(Path, OnrecordError)
    """A file could not be opened as a project, which `failed` has said."""

    def __init__(self, window: QWidget, settings: Settings, load: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self.settings, self._load = window, settings, load
        self.may_close: Callable[[], bool] = lambda: True
        """Settles what is typed or not saved before the project is closed; if it returns False, the project stays."""
        self.opening = Waiting(self)
        """The waiting for a project that is being opened."""
        self.project: Project | None = None
        self._steps: ShowingSteps | None = None
        self._lock: ProjectLock | None = None
        self.locked_elsewhere: LockedElsewhere | None = None
        """Who is editing the project in another window; in this one it can only be read."""

    def new(self) -> bool:
        """Ask for a place, and create a project there; return False if none was created."""
        path = choosing_files.ask_new_project(self._window, self.folder("projects"))
        return path is not None and self.create(path)

    def open(self) -> None:
        """Ask for a project, and open it."""
        if path := choosing_files.ask_project(self._window, self.folder("projects")):
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
        coder = self.settings.coder
        return self._take(path, partial(create_project, path, coder))

    def open_path(self, path: Path, *, settled: bool = False) -> bool:
        """Open a project instead of the current one, which stays open if that fails; the open one is shown as it is.

        With `settled` nothing that is typed or not saved is written or asked about before: it is in the other file.
        """
        if self.project and self._is_open(path) and not self.project.store.file_problem():
            self.hint.emit(_("“{name}” is open already.").format(name=path.name))
            return True
        return self._reopen(path, settled=settled)

    def _reopen(self, path: Path, *, settled: bool = False) -> bool:
        """Open a project, also the one that is open."""
        coder, lock = self.settings.coder, self._lock if self._is_open(path) else None
        return self._take(path, partial(open_project, path, coder, lock), settled=settled)

    def _is_open(self, path: Path) -> bool:
        return self.project is not None and path.resolve() == self.project.store.path.resolve()

    @property
    def waiting(self) -> Waiting | None:
        """The waiting for a project that is being opened, or for an edit of the open one; None if nothing waits."""
        both = (self.opening, self.project.waiting) if self.project else (self.opening,)
        return next((each for each in both if each.active), None)

    def stop_waiting(self) -> None:
        """Stop an upgrade of a project that is being opened, or a copy, since the program is asked to end."""
        if self._steps:
            self._steps.stop()

    def is_free_now(self) -> bool:
        """Return whether another window had the project, which has closed it."""
        locked = self.locked_elsewhere is not None and self.project is not None
        return locked and self.project is not None and is_unlocked(self.project.store.path, self.settings.coder)

    @property
    def alone(self) -> bool:
        """Whether no other window of the program can write to the project, so that only another program can."""
        return self.locked_elsewhere is None and self._lock is not None and self._lock.is_held

    def read_again(self, words: str) -> None:
        """Open the open project again, since others have changed it, and say so."""

        def say() -> None:
            self.hint.emit(words)

        if self.project and self._reopen(self.project.store.path):
            say()
            # The first article that is opened hides earlier messages.
            self.project.article.opened.connect(say, Qt.ConnectionType.SingleShotConnection)

    def _take(self, path: Path, open_: Open, *, settled: bool = False) -> bool:
        """Open a project in another thread, while the window accepts no keys, and show it."""
        if not self._is_free(path):
            return False
        opened = self._opened(path, open_) if settled or self.may_close() else None
        project = self._made(opened) if opened else None
        if opened is None or project is None:
            return False
        kept = self._lock if opened.lock is not self._lock else None
        self.closing.emit()
        before, self.project = self.project, project
        self._lock, self.locked_elsewhere = opened.lock, opened.locked_elsewhere
        self.settings.remember_project(path)
        self.settings.keep_folder("projects", path.resolve().parent)
        self.project_changed.emit()
        _close(before, kept)
        for upgraded in opened.upgraded:
            self.told.emit(News(upgraded.sentence))
        return True

    def _is_free(self, path: Path) -> bool:
        """Return whether a project can be opened now; if something is waited for, say so."""
        if self.waiting is None:
            return True
        self.failed.emit(
            Busy(
                _("Another project is still being opened, or a change is still being saved."),
                _("“{name}” was not opened.").format(name=path.name),
                _("Try again in a moment."),
            )
        )
        return False

    def exchange(self, label: str, told: Told, write: Callable[[Watch], object]) -> bool:
        """Let work put a new file in the place of the open project, and open it; the window takes no keys meanwhile.

        Between the two, the open project belongs to a file without a name, to which nothing can be written. Return
        False if the new file is not open. `failed` reports why, unless the work was cancelled.
        """
        project = self.project
        if project is None or not self._is_free(project.store.path) or not self.may_close():
            return False
        refused: list[OnrecordError] = []
        steps = ShowingSteps(self._window, told)
        work = Work(label, lambda work: write(steps.watched(work.watch)), self, stoppable=False)
        work.refused.connect(refused.append)
        self.wait_for(work, steps)
        replaced = isinstance(project.store.file_problem(), Replaced)
        opened = replaced and self._reopen(project.store.path)
        for error in refused:  # emitted last, because an opened project clears the notice
            self.failed.emit(error)
        return opened

    def _opened(self, path: Path, open_: Open) -> Opened | None:
        """Wait for a project to be opened; return None if it is refused, which `failed` reports."""
        answers: list[Opened | None] = []
        label = _("Opening “{name}”").format(name=path.name)
        steps = ShowingSteps(self._window, upgrading(path.name))
        work = Work(label, lambda work: self._load_and_open(open_, steps.watched(work.watch)), self, stoppable=False)
        work.succeeded.connect(answers.append)
        work.refused.connect(self.failed)
        work.refused.connect(lambda error: self.not_opened.emit(path, error))
        self.wait_for(work, steps)
        if steps.stopped and not any(answers):
            self.hint.emit(_("“{name}” was not upgraded, and is as it was.").format(name=path.name))
        return answers[0] if answers else None

    def wait_for(self, work: Work, steps: ShowingSteps) -> None:
        """Wait for work to end, and show its steps if that takes long."""
        self._steps = steps
        steps.follow(work)
        self.opening.wait_for(work, work.label)
        self._steps = None
        steps.deleteLater()

    def _load_and_open(self, open_: Open, watch: Watch) -> Opened | None:
        self._load()
        with suppress(Interrupted):
            return open_(watch)
        return None

    def _made(self, opened: Opened) -> Project | None:
        try:
            return Project(opened.store, opened.registry, self.settings.coder, self)
        except OnrecordError as error:
            opened.store.close()
            if opened.lock and opened.lock is not self._lock:
                opened.lock.close()
            self.failed.emit(error)
            return None

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
        if coder := asking.ask_coder(self._window, self.settings.coder):
            self.work_as(coder)

    def work_as(self, coder: str) -> None:
        """Sign every record from now on with a coder's initials."""
        self.settings.coder = coder
        if self.project:
            self.project.work_as(coder)
        self.coder_changed.emit()

    def project_beside(self, article: Path) -> bool:
        """Create a project beside an article, under a name that no file has."""
        return self.create(free_path(article.resolve().with_suffix(PROJECT_SUFFIX)))

    def folder(self, of: str) -> Path:
        """Return the folder in which a dialog for "projects" or "articles" begins: the last one, else the project's."""
        if kept := self.settings.folder(of):
            return kept
        return self.project.store.path.parent if self.project else documents()

    @property
    def tables_folder(self) -> Path:
        """The folder of the last export of this project, else one beside it, which may not exist yet."""
        if self.project is None:
            return documents()
        path = self.project.store.path.resolve()
        return self.settings.tables(path) or path.with_name(f"{path.stem} tables")


def _close(project: Project | None, lock: "ProjectLock | None") -> None:
    """Close a project that is no longer shown, and release its lock."""
    if project:
        project.close()
        project.deleteLater()
    if lock:
        lock.close()
