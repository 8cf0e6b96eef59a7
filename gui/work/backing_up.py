"""Make backups of the open project in the background: some time after it was opened, while it is worked on, and before
a change of very many rows, each time only if something was changed since the last one.
"""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gui.project.project import Project
from gui.project.view import ProjectView
from gui.project.writer import BeforeBulk
from gui.system.background import Work
from gui.work.context import Context
from models.backups.places import Place
from models.edits import Edit
from models.errors import Interrupted, OnrecordError
from models.translation import _

if TYPE_CHECKING:
    from models.store import Store

AFTER_OPENING = 5_000
"""Milliseconds after a project was opened: the window has been painted, and the file checked for damage."""
WORKED = 10 * 60_000
"""Milliseconds after the first edit since the last backup."""
EDITS = 100
"""Edits since the last backup."""
LARGEST = 64_000_000
"""Bytes of a project that is backed up in less than a second: the coder waits for that before a change of many rows."""
RECENT = timedelta(minutes=10)
"""How old the last backup of a larger project may be then. While one works there nearly always is such a backup."""


class BackingUp(QObject, ProjectView):
    """Makes one backup at a time, in other threads. `hint` says once why none can be made."""

    hint = Signal(str)
    made = Signal()
    """A backup was made, or nothing was changed since the last one."""
    _refused = Signal(OnrecordError)

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._settings = context.file.settings
        self.passed_over: Path | None = None
        """A project of which no backups are made."""
        self._turn = Lock()
        self._work: Work | None = None
        self._once_more = False
        self._edits = 0
        self._said = ""
        self.opened = QTimer(self, singleShot=True, interval=AFTER_OPENING)
        self.worked = QTimer(self, singleShot=True, interval=WORKED)
        for timer in (self.opened, self.worked):
            timer.timeout.connect(self.back_up)
        self._refused.connect(self._say)
        context.file.closing.connect(self._stop)

    def set_project(self, project: Project | None) -> None:
        """Back up another project."""
        super().set_project(project)
        self.begin_anew()

    def begin_anew(self) -> None:
        """Begin with a project, or with other preferences."""
        self._edits, self._said = 0, ""
        self.opened.stop()
        self.worked.stop()
        project = self.project
        if project and self._wanted(project):
            project.writer.before_bulk = self._before_bulk(project.store, self._settings.backups)
            self.opened.start()
        elif project:
            project.writer.before_bulk = lambda _waits, _stopped: None

    def follow(self, _edit: Edit) -> None:
        """Make a backup after this many edits, or some time after the first of them."""
        self._edits += 1
        if self._edits >= EDITS:
            self.back_up()
        elif not self.worked.isActive():
            self.worked.start()

    def back_up(self) -> None:
        """Make a backup in another thread; while one is being made, the next one follows it."""
        project = self.project
        self._once_more = self._work is not None
        if self._work or project is None or not self._wanted(project):
            return
        self._edits = 0
        self.worked.stop()
        store, place = project.store, self._settings.backups
        work = Work(_("Making a backup"), lambda work: self._back_up(store, place, lambda: work.called_off), self)
        work.succeeded.connect(self._take_note)
        work.refused.connect(self._say)
        work.ended.connect(lambda: self._end(work))
        self._work = work
        work.start()

    def _wanted(self, project: Project) -> bool:
        path = project.store.path
        return self._settings.backs_up and not project.store.read_only and path != self.passed_over

    def _before_bulk(self, store: "Store", place: Place) -> BeforeBulk:
        """Return what makes a backup before a change of very many rows, in the thread that writes it."""

        def back_up(waits: bool, stopped: Callable[[], bool]) -> None:
            try:
                large = store.path.stat().st_size > LARGEST
                self._back_up(store, place, stopped, RECENT if waits and large else None)
            except OSError:
                return  # the project is gone, which the change itself will say
            except OnrecordError as error:
                self._refused.emit(error)
            if stopped():
                raise Interrupted

        return back_up

    def _back_up(
        self, store: "Store", place: Place, stopped: Callable[[], bool], unless_since: timedelta | None = None
    ) -> None:
        """Make a backup, in any thread; nothing is made if it is stopped, or if one is there that is new enough."""
        from models.backups.making import back_up, has_one_since

        try:
            with self._turn:
                if unless_since is None:
                    back_up(store.path, place, stopped, store.copy_beside)
                elif not has_one_since(store.path, place, unless_since):
                    self.hint.emit(_("Making a backup before this change …"))
                    back_up(store.path, place, stopped, store.copy_beside)
        except Interrupted:
            return

    def _take_note(self) -> None:
        self._said = ""
        self.made.emit()

    def _say(self, error: OnrecordError) -> None:
        """Say why there is no backup, but not again as long as it is the same."""
        if str(error) != self._said:
            self._said = str(error)
            self.hint.emit(self._said)

    def _stop(self) -> None:
        """Make no backup of a project that is being closed; it is made when the project is opened again."""
        if self._work:
            self._work.cancel()
            self._work = None

    def _end(self, work: Work) -> None:
        if work is self._work:
            self._work = None
            if self._once_more:
                self.back_up()
