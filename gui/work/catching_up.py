"""Follow what others do with the file of the open project: edits of other windows, other programs, and a file that is
moved, deleted or replaced.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from gui.project.project import Project
from gui.project.view import ProjectView
from gui.widgets.notice import News, Notice, Offer
from gui.work.context import Context
from gui.work.copying import Copying
from models.errors import OnrecordError, Replaced
from models.translation import _

EVERY = 1_000
"""Milliseconds between two looks at the file."""
CHANGED = _("The project was changed elsewhere, and is shown as it is now.")
LATER = _("The project was changed elsewhere. It is shown as it is now when you have finished typing.")
OTHER_STATE = _(
    "“{name}” was replaced by another version of it, such as an older copy. That is shown now; backups have the rest."
)
NEWER = _("“{name}” was replaced by a later version of itself, which is shown now.")


class CatchingUp(QObject, ProjectView):
    """Looks at the file from time to time, and when the coder returns. What is being typed is never disturbed by it.

    The edits of other windows are followed one by one. What cannot be followed is read again, once nothing is typed.
    """

    hint = Signal(str)
    missing_changed = Signal()
    """The file is no longer where it was, or it is again."""

    def __init__(self, context: Context, copying: Copying, notice: Notice, is_typing: Callable[[], bool]) -> None:
        super().__init__(context.window)
        self._file, self._copying, self._notice, self._is_typing = context.file, copying, notice, is_typing
        self._stale, self._told_stale = "", False
        """What is said when the project, which has to be read again, is; and whether the coder knows."""
        self.next_look = QTimer(self, interval=EVERY)
        self.next_look.timeout.connect(self.look)

    def set_project(self, project: Project | None) -> None:
        """Follow the file of another project."""
        super().set_project(project)
        self._stale, self._told_stale = "", False
        if project:
            self.next_look.start()
        else:
            self.next_look.stop()

    def look(self) -> None:
        """Show what others have done since the last look, unless something else is going on."""
        project = self.project
        if project is None or project.writing or self._file.waiting or QApplication.activeModalWidget():
            return
        try:
            self._look(project)
        except OnrecordError:
            return  # the file cannot be read just now; whatever needs it will say so

    def _look(self, project: Project) -> None:
        problem = project.store.file_problem()
        if problem and self._is_continued(project, problem):
            self._read_again(NEWER.format(name=project.store.path.name))
        elif problem or project.missing:
            self._show_missing(project, problem)
        elif self._file.is_free_now():
            self._read_again(CHANGED)
        elif project.store.changed_elsewhere() and not self._stale:
            self._follow(project)
        elif self._stale:
            self._read_again(self._stale)

    def _follow(self, project: Project) -> None:
        if project.store.newer:
            self._read_again(CHANGED)
            return
        if not project.store.holds_history():
            self._read_again(OTHER_STATE.format(name=project.store.path.name))
            return
        found = project.store.edits_elsewhere()
        by_program = found.unedited and (self._file.alone or project.store.read_only)
        if found.edit is None or by_program:
            self._read_again(CHANGED)
        elif found.edit.changes:
            project.follow_elsewhere(found.edit)
            self.hint.emit(CHANGED)

    def _read_again(self, words: str) -> None:
        """Open the project again, or as soon as nothing is typed."""
        self._stale, busy = words, self._is_typing() or bool(self.project and self.project.unsaved)
        if not busy:
            self._file.read_again(words)
        elif not self._told_stale:
            self._told_stale = True
            self.hint.emit(LATER)

    # A file that is gone

    def _is_continued(self, project: Project, problem: OnrecordError) -> bool:
        """Return whether the file that took the place of ours has all that ours had, as after synchronising."""
        return (
            isinstance(problem, Replaced)
            and not project.unsaved
            and not self._is_typing()
            and project.store.is_continued_by(project.store.path)
        )

    def _show_missing(self, project: Project, problem: OnrecordError | None) -> None:
        """Say once that the file is gone or was replaced, or that it is there again."""
        before, project.missing = project.missing, problem
        if (before and before.what) == (problem and problem.what):
            return
        if problem:
            copy = Offer(_("Save a Copy…"), self._copying.save_copy)
            show = Offer(_("Show the Other File"), lambda: self._file.open_path(project.store.path))
            offers = (show, copy) if isinstance(problem, Replaced) else (copy,)
            self._notice.show_news(News(str(problem), offers, "warning"))
        elif before and self._notice.words == str(before):
            self._notice.hide()
        self.missing_changed.emit()
