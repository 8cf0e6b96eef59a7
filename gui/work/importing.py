"""Import articles from files, the clipboard and drops."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from gui.dialogs import asking
from gui.system.background import Work
from gui.work.context import Context
from models.articles.addresses import is_address, only_a_link
from models.edits import Edit
from models.errors import OnrecordError, ReadOnly
from models.files import PROJECT_SUFFIX
from models.translation import _, counted

if TYPE_CHECKING:
    from models.articles.draft import Draft
    from models.intake import Batch


class Importing(QObject):
    """Adds articles to the open project."""

    arrived = Signal()
    """An article that was added is on the screen."""
    hint = Signal(str)
    failed = Signal(OnrecordError)

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self._first: Path | None = None
        """The first of the files that are being read; a new project is created beside it."""

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open what was given on the command line or dropped: a project, or articles to import."""
        projects = [path for path in paths if path.suffix == PROJECT_SUFFIX]
        articles = [path for path in paths if path.suffix != PROJECT_SUFFIX]
        if projects and not self._context.file.open_path(projects[0]):
            return
        if len(paths) == 1 and articles and articles[0].is_file() and _is_database(articles[0]):
            self._context.file.open_path(articles[0])
        elif articles:
            self.import_paths(articles)

    # Articles in

    def import_files(self) -> None:
        """Ask for files, and import them."""
        file = self._context.file
        if self._may_add() and (paths := asking.ask_articles(self._context.window, file.folder("articles"))):
            file.remember_folder("articles", paths[0].parent)
            self.import_paths(paths)

    def _may_add(self) -> bool:
        """Return whether articles can be added; if the project is read-only, say so."""
        if self._context.project is None or not self._context.project.store.read_only:
            return True
        name = self._context.project.store.path.name
        what = _("“{name}” is read-only.").format(name=name)
        do = _("Save a copy (Ctrl+Shift+S) and add it there.")
        self.failed.emit(ReadOnly(what, _("Nothing was added."), do))
        return False

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Read files and folders in the background, then add everything that could be read in one edit."""
        if not self._may_add():
            return
        project = self._context.project.store.path if self._context.project else None
        work = Work(_("Reading articles"), lambda work: _read(work, paths, project), self)
        work.succeeded.connect(self._add_read)
        work.cancelled.connect(self._say_cancelled)
        if not self._context.works.busy:
            self._first = paths[0]
        self._context.works.begin(work)

    def _say_cancelled(self) -> None:
        self._first = None
        self.hint.emit(_("Cancelled. Nothing was added."))

    def _add_read(self, read: "Batch") -> None:
        """Add what was read. If no project is open and there is an article, create one beside the first file."""
        from gui.work.reading_files import all_problems
        from models.actions.articles import import_articles

        first, self._first = self._first, None
        if first is None:  # cancelled when the files had been read already
            return
        there = read.drafts(again=True) and (self._context.project or self._context.file.project_beside(first))
        wanted = self._wanted(read) if there else None
        if wanted and (project := self._context.project):
            label = counted("Adding {count:,} article", "Adding {count:,} articles", len(wanted))
            project.do_long(
                self._context.works,
                label,
                lambda _write: import_articles(wanted),
                lambda edit: self._show_added(edit, read, wanted),
            )
        elif read.refusals:
            self.failed.emit(all_problems(read.refusals))

    def _show_added(self, edit: Edit, read: "Batch", added: "Sequence[Draft]") -> None:
        """Open the first article that was added, and say how many were added and what could not be read."""
        from gui.work.reading_files import all_problems
        from models.intake import summary

        project = self._context.project
        if project and project.would_undo(edit):  # else the coder has gone on meanwhile
            if self._context.leave() and project.open_article(edit.changes[0].row.id):
                self.arrived.emit()
            warnings = [warning for draft in added for warning in draft.warnings]
            known = len(read.drafts(again=True)) - len(added)
            self.hint.emit(" ".join([summary(len(added), known, 0), *warnings[:3]]))
        if read.refusals:
            self.failed.emit(all_problems(read.refusals))

    def _wanted(self, read: "Batch") -> "list[Draft] | None":
        """Ask what to do with duplicates, and return the articles to add; None if nothing is to be added."""
        from gui.work.reading_files import question

        everything = read.drafts(again=True)
        if not read.duplicates:
            return everything
        match asking.ask_duplicates(self._context.window, *question(read.duplicates, len(everything))):
            case asking.Twice.ADD:
                return everything
            case asking.Twice.SKIP:
                return read.drafts()
            case _:
                self.hint.emit(_("Nothing was added."))
                return None

    def paste_article(self) -> None:
        """Show what is on the clipboard, and add it as an article."""
        self.take_text(QGuiApplication.clipboard().text())

    def take_text(self, text: str) -> None:
        """Show a text in the paste dialog, and add it as an article if the coder accepts.

        If it cannot be added, the dialog opens again with the coder's corrections.
        """
        from gui.dialogs.paste import PasteDialog

        if not self._may_add():
            return
        dialog = PasteDialog(self._context.window, text)
        while dialog.exec() and dialog.draft:
            if (self._context.project or self._context.file.new()) and self.add_article(dialog.draft):
                break
        dialog.deleteLater()

    def add_article(self, draft: "Draft") -> bool:
        """Add one article at once; return False if that failed or the coder does not want it."""
        from gui.work.reading_files import taken_in
        from models.actions.articles import import_articles

        project = self._context.project
        read = project.read(lambda store: taken_in(draft, store)) if project else None
        wanted = self._wanted(read) if read else None
        if project is None or read is None or not wanted:
            return wanted is not None
        edit = import_articles(wanted)
        if not project.do(edit):
            return False
        self._show_added(edit, read, wanted)
        return True

    def take_drop(self, paths: Sequence[Path], text: str) -> None:
        """Import what was dropped on the window, files or text. A link is neither."""
        if paths:
            self.open_paths(paths)
        elif is_address(text):
            self.failed.emit(only_a_link())
        elif text.strip():
            self.take_text(text)


def _read(work: Work, paths: Sequence[Path], project: Path | None) -> "Batch":
    """Read files in the thread of the work, which also loads the modules that read them."""
    from gui.work.reading_files import read_files

    return read_files(work, paths, project)


def _is_database(path: Path) -> bool:
    """Return whether a file is a database; one that cannot be read is refused when it is imported."""
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\x00"
    except OSError:
        return False
