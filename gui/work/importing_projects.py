"""Import from another project: look at it, ask what to take, and add that as one edit."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.dialogs.opening import open_over
from gui.project.project import Project
from gui.system.background import Work
from gui.widgets.notice import News
from gui.work.context import Context
from models.edits import Edit
from models.entities import Article
from models.errors import OnrecordError
from models.files import PROJECT_SUFFIX
from models.translation import _

if TYPE_CHECKING:
    from gui.dialogs.other_project import OtherProjectDialog
    from models.other_projects.arriving import Arriving
    from models.other_projects.other_project import Part


class ImportingProjects(QObject):
    """Imports from other projects. `hint` says what came, and `told` what was left out."""

    arrived = Signal()
    """An article that was added is on the screen."""
    hint = Signal(str)
    told = Signal(News)
    failed = Signal(OnrecordError)

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self.dialog: OtherProjectDialog | None = None

    def takes(self, path: Path) -> bool:
        """Return whether a file is another project than the one that is open."""
        open_one = self._context.project
        # The open file is not read: SQLite's locks on it would be lost as soon as it is closed.
        if (open_one and path.resolve() == open_one.store.path.resolve()) or not is_database(path):
            return False
        from models.store.other_files import is_project

        return is_project(path)

    def import_from(self, path: Path) -> None:
        """Look at another project, and ask what to take from it; a new project is created if none is open."""
        if not self._context.leave():
            return
        project = self._context.project
        words = _("Reading “{name}”").format(name=path.name)
        work = Work(words, lambda _work: _offered(path, project.store.path if project else None), self)
        work.succeeded.connect(lambda found: self._ask(project, path, found))
        self._context.works.begin(work)

    def _ask(self, project: Project | None, path: Path, found: "dict[Part, Arriving | OnrecordError]") -> None:
        from gui.dialogs.other_project import OtherProjectDialog

        if project is not self._context.project:
            return
        can_be_opened = path.suffix == PROJECT_SUFFIX
        self.dialog = OtherProjectDialog(self._context.window, path.name, found, can_be_opened=can_be_opened)
        self.dialog.chosen.connect(lambda part: self._import(project, path, part))
        self.dialog.opening_wanted.connect(lambda: self._context.file.open_path(path))
        open_over(self._context.window, self.dialog)

    def _import(self, before: Project | None, path: Path, part: "Part") -> None:
        """Read the other project again and write what it brings, since both may have changed meanwhile."""
        if before is self._context.project is None:
            self._context.file.project_beside(path)
        project = self._context.project
        if project is None or before not in {None, project}:
            return
        found: list[Arriving] = []
        project.do_long(
            self._context.works,
            _("Importing from “{name}”").format(name=path.name),
            lambda _write: _bringing(path, project.store.path, part, found.append),
            lambda edit: self._show(project, path, edit, found[-1]),
        )

    def _show(self, project: Project, path: Path, edit: Edit, found: "Arriving") -> None:
        """Open the first article that came if none is open, and say what came and what was left out."""
        from models.other_projects.arriving import sentences

        new = edit.made(Article)
        if new and project.would_undo(edit) and project.records is None and project.article.open(new[0].id):
            self.arrived.emit()
        said = " ".join(sentences(found, path.name))
        if found.left_out:
            self.told.emit(News(said))
        else:
            self.hint.emit(f"{said} {_('Ctrl+Z takes this back.')}")


def is_database(path: Path) -> bool:
    """Return whether a file is a database; one that cannot be read is refused when it is imported."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\x00"
    except OSError:
        return False


def _offered(path: Path, project: Path | None) -> "dict[Part, Arriving | OnrecordError]":
    """Return what each part of another project would bring, to a new project if there is none yet."""
    from models.actions.importing_project import offered
    from models.other_projects.other_project import NOTHING_PRESENT
    from models.store import Store
    from models.store.other_files import other_project

    with ExitStack() as opened:
        other = opened.enter_context(other_project(path, project))
        if project is None:
            return offered(other, NOTHING_PRESENT)
        return offered(other, opened.enter_context(Store.open_beside(project)).present(other))


def _bringing(path: Path, project: Path, part: "Part", note: "Callable[[Arriving], None]") -> Edit:
    """Return the edit that brings a part of another project, and note what it brings."""
    from models.actions.importing_project import arriving, import_project
    from models.store import Store
    from models.store.other_files import other_project

    with other_project(path, project) as other, Store.open_beside(project) as store:
        found = arriving(other, store.present(other), part)
        note(found)
        return import_project(other, found)
