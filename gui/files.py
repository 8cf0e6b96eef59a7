"""Projects and articles as files: new, open, import, paste, export, copy. Long work runs beside the window."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from gui.background import Work
from gui.dialogs import asking
from gui.dialogs.paste import PasteDialog
from gui.project import Project
from gui.settings import Settings
from models.articles import Draft, read_file, read_folder_or_file
from models.errors import OnrecordError
from models.words import plural

SUFFIX = ".onrecord"


class Files(QObject):
    """Opens and closes the project, and moves articles in and tables out."""

    project_changed = Signal()
    working = Signal(object)
    """A `Work` has begun, to be shown with its progress."""
    hint = Signal(str)
    failed = Signal(OnrecordError)

    def __init__(self, window: QWidget, settings: Settings, leave: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._settings, self._leave = window, settings, leave
        self.project: Project | None = None

    # Projects

    def new(self) -> None:
        """Ask where, and make a project there."""
        if path := asking.ask_new_project(self._window, self._folder):
            self.create_project(path)

    def open(self) -> None:
        """Ask which, and open it."""
        if path := asking.ask_project(self._window, self._folder):
            self.open_project(path)

    def create_project(self, path: Path) -> bool:
        """Make a new project and open it; a file that is there is not replaced."""
        # SQLite's helpers are loaded when the first project is: the empty window is painted before.
        from models.store import Store

        return self._take(lambda: Store.create(path))

    def open_project(self, path: Path) -> bool:
        """Open a project in place of the one that is open, which stays if the other cannot be."""
        from models.store import Store

        return self._take(lambda: Store.open(path))

    def _take(self, make: Callable[[], object]) -> bool:
        from models.store import Store

        if not self._leave():
            return False
        try:
            store = make()
            assert isinstance(store, Store)
            project = Project(store, self._settings.coder, self)
        except OnrecordError as error:
            self.failed.emit(error)
            return False
        self.close_project()
        self.project = project
        self._settings.remember_project(store.path)
        self.project_changed.emit()
        return True

    def close_project(self) -> None:
        """Let go of the open project."""
        if self.project:
            project, self.project = self.project, None
            self.project_changed.emit()
            project.store.close()
            project.deleteLater()

    @property
    def _folder(self) -> Path:
        if self.project:
            return self.project.store.path.parent
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open what was given on the command line or dropped: a project, or articles to import."""
        projects = [path for path in paths if path.suffix == SUFFIX]
        articles = [path for path in paths if path.suffix != SUFFIX]
        if projects and not self.open_project(projects[0]):
            return
        if len(paths) == 1 and articles and articles[0].is_file() and _is_database(articles[0]):
            self.open_project(articles[0])
        elif articles:
            self.import_paths(articles)

    # Articles in

    def import_files(self) -> None:
        """Ask for files, and import them."""
        if paths := asking.ask_articles(self._window, self._folder):
            self.import_paths(paths)

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Read files and folders beside the window, then add what could be read in one edit."""
        if self.project is None and not self._project_beside(paths[0]):
            return
        work = Work("Reading articles", lambda work: read_all(work, paths), self)
        work.succeeded.connect(self._add_read)
        self._begin(work)

    def _project_beside(self, article: Path) -> bool:
        """Make a project beside the first article, under a name that is free."""
        stem = article.resolve().with_suffix("")
        path = stem.with_name(stem.name + SUFFIX)
        count = 2
        while path.exists():
            path = stem.with_name(f"{stem.name} {count}{SUFFIX}")
            count += 1
        return self.create_project(path)

    def _begin(self, work: Work) -> None:
        work.refused.connect(self.failed)
        self.working.emit(work)
        work.start()

    def _add_read(self, read: "Read") -> None:
        self.add(read.drafts)
        if read.problems:
            self.failed.emit(_all_problems(read.problems))

    def add(self, drafts: Sequence[Draft]) -> None:
        """Add articles in one edit and open the first; a text that is in the project already is asked about."""
        if self.project is None or not drafts:
            return
        from models.actions.articles import content_of, import_articles

        known = [d for d in drafts if self.project.store.articles_of_content(content_of(d).sha256)]
        if known and not self._again(known):
            drafts = [draft for draft in drafts if draft not in known]
        edit = import_articles(drafts)
        if drafts and self.project.do(edit):
            self.project.open_article(edit.changes[0].row.id)
            warnings = [warning for draft in drafts for warning in draft.warnings]
            self.hint.emit(" ".join([f"{plural(len(drafts), 'article')} added.", *warnings[:3]]))

    def _again(self, known: Sequence[Draft]) -> bool:
        titles = "\n".join(f"• {draft.title}" for draft in known[:5]) + ("\n…" if len(known) > 5 else "")
        question = f"{plural(len(known), 'article')} of these are in the project already. Add them again?"
        if len(known) == 1:
            question = "This article is in the project already. Add it again?"
        return asking.confirm(self._window, question, titles, "Add Again")

    def paste_article(self) -> None:
        """Show what is on the clipboard, and add it as an article."""
        self.take_text(QGuiApplication.clipboard().text())

    def take_text(self, text: str) -> None:
        """Show a text in the paste dialog, and add it as an article when the coder says so."""
        dialog = PasteDialog(self._window, text)
        if not dialog.exec() or dialog.draft is None:
            return
        if self.project is None:
            path = asking.ask_new_project(self._window, self._folder)
            if path is None or not self.create_project(path):
                return
        self.add([dialog.draft])

    def take_drop(self, mime: QMimeData) -> None:
        """Take what was dropped on the window: files, or a piece of text."""
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if paths:
            self.open_paths(paths)
        elif mime.hasText():
            self.take_text(mime.text())

    # Tables out

    def export(self) -> None:
        """Ask for a folder, and write the tables into it."""
        if self.project and (folder := asking.ask_folder(self._window, self._folder)):
            self.export_to(folder)

    def export_to(self, folder: Path) -> None:
        """Write the tables beside the window, through a connection of their own."""
        if self.project is None:
            return
        path = self.project.store.path
        work = Work("Writing tables", lambda _work: _export(path, folder), self)
        work.succeeded.connect(self.hint)
        self._begin(work)

    def save_copy(self) -> None:
        """Ask for a name, and write a copy of the whole project there."""
        if self.project and (path := asking.ask_copy(self._window, self.project.store.path)):
            try:
                self.project.store.save_copy(path)
            except OnrecordError as error:
                self.failed.emit(error)
            else:
                self.hint.emit(f"A copy was saved as {path}.")

    def show_saved(self) -> None:
        """Answer Ctrl+S: there is nothing left to save."""
        if self.project:
            self.hint.emit(f"All changes are saved in {self.project.store.path}.")


@dataclass(frozen=True, slots=True)
class Read:
    """What reading some files gave: articles, and what was wrong with the others."""

    drafts: list[Draft]
    problems: list[OnrecordError]


def read_all(work: Work, paths: Iterable[Path]) -> Read:
    """Read every article of some files and folders; what cannot be read is told, and does not stop the rest."""
    files = [file for path in paths for file in read_folder_or_file(path)]
    drafts: list[Draft] = []
    problems: list[OnrecordError] = []
    for count, file in enumerate(files, start=1):
        if work.called_off:
            return Read([], [])
        try:
            drafts.append(read_file(file))
        except OnrecordError as error:
            problems.append(error)
        work.advanced.emit(count, len(files))
    return Read(drafts, problems)


def _all_problems(problems: Sequence[OnrecordError]) -> OnrecordError:
    if len(problems) == 1:
        return problems[0]
    shown = " ".join(problem.what for problem in problems[:5])
    rest = f" And {len(problems) - 5} more." if len(problems) > 5 else ""
    return OnrecordError(f"{plural(len(problems), 'file')} could not be read.", f"{shown}{rest}")


def _export(project: Path, folder: Path) -> str:
    from models.exports import export
    from models.store import Store

    with Store.open(project, read_only=True) as store:
        report = export(store, folder)
    return f"Exported to {folder}: {report.sentence}"


def _is_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\x00"
