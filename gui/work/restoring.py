"""File > Restore a Backup: show the backups of a project, and restore one into a new file, which is opened."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.dialogs import choosing_files
from gui.dialogs.opening import open_over
from gui.system.background import Work
from gui.system.folders import documents
from gui.widgets.notice import News, Notice, Offer
from gui.work.context import Context
from gui.work.offering_again import offer_again
from gui.work.rescuing import Rescuing
from gui.work.saying_cancelled import say_if_cancelled
from models.backups.backup import Backup
from models.errors import (
    ChangesBeside,
    Interrupted,
    NewerProject,
    NoRoom,
    NotAProject,
    OlderProject,
    OnrecordError,
    ProjectMissing,
    ReadOnly,
    Unreadable,
)
from models.files import free_path
from models.translation import _

if TYPE_CHECKING:
    from gui.dialogs.restore import RestoreDialog
    from models.backups.listing import ListedBackup

LOST = (NotAProject, ProjectMissing, ReadOnly, NewerProject)
"""What is said of a project that is damaged, gone, or too new to be shown; other errors pass."""


class Restoring(QObject):
    """Restores backups. The notice says what was restored."""

    _found = Signal(object)

    def __init__(self, context: Context, notice: Notice, rescuing: Rescuing) -> None:
        super().__init__(context.window)
        self._context, self._notice, self._rescuing = context, notice, rescuing
        self.dialog: RestoreDialog | None = None
        self._looking: Work | None = None
        self._found.connect(self._take)

    def restore(self) -> None:
        """Show the backups of the open project; those of other projects can be chosen there."""
        project = self._context.project
        if project is None or self._context.leave():
            self.show_backups(project.store.path if project else None)

    def show_backups(self, project: Path | None) -> None:
        """Show the backups of a project, or of the first that has any."""
        from gui.dialogs.restore import RestoreDialog

        place = self._context.file.settings.backups
        first = [project.resolve()] if project else []
        projects = [*first, *(each for each in place.projects() if each not in first)]
        self.dialog = RestoreDialog(self._context.window, projects, place.root)
        self.dialog.project_chosen.connect(self._look)
        self.dialog.wanted.connect(self._restore)
        self.dialog.finished.connect(self._close)
        open_over(self._context.window, self.dialog)
        if projects:
            self._look(projects[0])

    def offer(self, project: Path, error: OnrecordError) -> None:
        """Add to the error about a project that cannot be shown what can be done: rescue it, or restore a backup."""
        if isinstance(error, (OlderProject, ChangesBeside)) and self._notice.words == str(error):
            copy = Offer(_("Save a Copy and Open It…"), lambda: self._copy(project))
            self._notice.show_news(News(str(error), (copy,)))
        if isinstance(error, NoRoom) and self._notice.words == str(error):
            again = Offer(_("Try Again"), lambda: self._context.file.open_path(project))
            self._notice.show_news(News(str(error), (again,), "warning"))
        if not isinstance(error, LOST):
            return
        self._say(project, error, "")
        backups = self._context.file.settings.backups.backups_of(project)
        if not backups:
            return

        def describe(_work: Work) -> str:
            from models.backups.listing import offered

            return offered(backups)

        work = Work(_("Looking at the backups"), describe, self)
        work.succeeded.connect(lambda words: self._say(project, error, words))
        work.start()

    def _say(self, project: Path, error: OnrecordError, words: str) -> None:
        """Say what can be done, with what the newest backup holds, as long as the error is shown."""
        offers = (*self._again(project, error), *self._rescuing.offers(project, error))
        if words:
            offers = (Offer(_("Restore a Backup…"), lambda: self.show_backups(project)), *offers)
        if offers and self._notice.words == str(error):
            self._notice.show_news(News(f"{error} {words}".rstrip(), offers, "warning"))

    def _again(self, project: Path, error: OnrecordError) -> tuple[Offer, ...]:
        """Return the offer to open a project again that the disk did not give, unless it is open."""
        opened = self._context.project
        if not isinstance(error, Unreadable) or (opened and opened.store.path == project):
            return ()
        return (Offer(_("Try Again"), lambda: self._context.file.open_path(project)),)

    def _look(self, project: Path) -> None:
        """List the backups of a project at once, and what they hold as soon as it is read."""
        from models.backups.listing import ListedBackup

        self._stop_looking()
        backups = self._context.file.settings.backups.backups_of(project)
        if self.dialog:
            self.dialog.show_backups([ListedBackup(each) for each in backups])
        work = Work(_("Looking at the backups"), self._looking_at(backups), self)
        work.ended.connect(lambda: self._end_looking(work))
        self._looking = work
        work.start()

    def _looking_at(self, backups: Sequence[Backup]) -> Callable[[Work], None]:
        def look(work: Work) -> None:
            from models.backups.listing import looked_at

            for backup in backups:
                if not work.called_off:
                    self._found.emit(looked_at(backup))

        return look

    def _take(self, found: "ListedBackup") -> None:
        if self.dialog:
            self.dialog.model.complete(found)

    def _end_looking(self, work: Work) -> None:
        if work is self._looking:
            self._looking = None

    def _close(self) -> None:
        self.dialog = None
        self._stop_looking()

    def _stop_looking(self) -> None:
        if self._looking:
            self._looking.cancel()
            self._looking = None

    def _copy(self, project: Path) -> None:
        """Ask for a new file, copy a project into it that cannot be upgraded or read where it is, and open the copy."""
        if path := choosing_files.ask_copy(self._context.window, documents() / project.name):
            self._copy_into(project, path)

    def _copy_into(self, project: Path, path: Path) -> None:
        work = self._writing(_("Saving a copy as “{name}”").format(name=path.name), project, path)
        work.succeeded.connect(lambda: self._context.file.open_path(path))
        if self._context.works.begin(work):
            offer_again(self._notice, work, lambda: self._copy_into(project, path), lambda: self._copy(project))

    def _restore(self, project: Path, listed: "ListedBackup") -> None:
        """Ask for a new file, write the backup into it, and open it."""
        if path := choosing_files.ask_restored(self._context.window, _suggestion(project, listed)):
            self._restore_into(project, listed, path)

    def _restore_into(self, project: Path, listed: "ListedBackup", path: Path) -> None:
        work = self._writing(_("Restoring a backup"), listed.backup.path, path)
        work.succeeded.connect(lambda: self._open(path, listed.when))
        if self._context.works.begin(work):
            again, elsewhere = (partial(each, project, listed) for each in (self._restore_into, self._restore))
            offer_again(self._notice, work, partial(again, path), elsewhere)

    def _writing(self, label: str, backup: Path, path: Path) -> Work:
        def write(work: Work) -> Path | None:
            from models.backups.restoring import restore

            with suppress(Interrupted):
                restore(backup, path, work.watch)
                return path
            return None

        work = Work(label, write, self)
        work.ended.connect(lambda: say_if_cancelled(self._context.works, work, path))
        return work

    def _open(self, path: Path, when: str) -> None:
        if self._context.file.open_path(path):
            words = _("This is the backup from {when}, restored into {path}").format(when=when, path=path)
            self._notice.show_news(News(words))


def _suggestion(project: Path, listed: "ListedBackup") -> Path:
    """Return a name that no file has: that of the project, with the time of the backup."""
    name = _("{name} (backup from {when})").format(name=project.stem, when=listed.when.replace(":", "."))
    folder = project.parent if project.parent.is_dir() else documents()
    return free_path(folder / f"{name}{listed.backup.path.suffix}")
