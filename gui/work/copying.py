"""Save a Copy: the whole project under another name, with the changes that could not be saved in its own file."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gui.dialogs import choosing_files
from gui.dialogs.steps import copying
from gui.system.background import Work
from gui.widgets.notice import News, Offer
from gui.work.context import Context
from gui.work.showing_steps import ShowingSteps
from models.errors import Interrupted, OnrecordError
from models.translation import _


class Copying(QObject):
    """Saves copies of the open project; the window takes no keys meanwhile."""

    told = Signal(News)
    hint = Signal(str)
    failed = Signal(OnrecordError)

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context

    def save_copy(self) -> None:
        """Write what is being typed, ask for a name, and save a copy of the whole project there."""
        project = self._context.project
        if project is None or not (self._context.leave() or project.unsaved):
            return
        if project.unsaved:
            if path := self.copy_unsaved():
                self._go_on_in(path)
        elif path := self._copied():
            self.hint.emit(_("A copy was saved as {path}").format(path=path))
            if project.missing or (project.store.read_only and not project.store.newer):
                self._offer_to_open(path)

    def copy_unsaved(self) -> Path | None:
        """Save a copy with the changes that are not saved, which are settled then; it is opened at the next start."""
        path, project = self._copied(), self._context.project
        if path and project:
            project.unsaved.discard_all()
            self._context.file.settings.remember_project(path)
        return path

    def _copied(self) -> Path | None:
        """Ask for a name, and save a copy there, with the changes that are not saved; None if there is no copy."""
        project = self._context.project
        path = choosing_files.ask_copy(self._context.window, project.store.path) if project else None
        if project is None or path is None:
            return None
        copied: list[Path] = []
        refused = [each.edit for each in project.unsaved.refused]
        steps = ShowingSteps(self._context.window, copying(path.name))

        def write(work: Work) -> None:
            with suppress(Interrupted):
                project.store.save_copy(path, refused, steps.watched(work.watch))
                copied.append(path)

        work = Work(_("Saving a copy as “{name}”").format(name=path.name), write, self, stoppable=False)
        work.refused.connect(self.failed)
        self._context.file.wait_for(work, steps)
        if steps.stopped and not copied:
            self.hint.emit(_("No copy was saved; the project is as it was."))
        return copied[0] if copied else None

    def _offer_to_open(self, path: Path) -> None:
        offer = Offer(_("Open the Copy"), lambda: self._context.file.open_path(path))
        self.told.emit(News(_("A copy that you can work on was saved as {path}").format(path=path), (offer,)))

    def _go_on_in(self, path: Path) -> None:
        """Open a copy instead of the project, since the changes that could not be saved are only there."""
        before, file = self._context.project, self._context.file
        article = before.records.article.id if before and before.records else None
        # Nothing is settled first: the editors still show what is in the copy now.
        if file.open_path(path, settled=True) and file.project:
            words = _("What could not be saved is in this copy, which is open now: {path}").format(path=path)
            self.told.emit(News(words))
            if article:
                file.project.article.open_soon(article)
