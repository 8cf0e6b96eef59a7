"""Projects and articles as files: new, open, import, paste, export, copy. Long work runs beside the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from gui.background import Work
from gui.dialogs import asking
from gui.project import Project
from gui.settings import Settings
from models.articles import Draft
from models.errors import OnrecordError, UnreadableArticle
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
        self._work: Work | None = None

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
            try:
                project = Project(store, self._settings.coder, self)
            except OnrecordError:
                store.close()
                raise
        except OnrecordError as error:
            self.failed.emit(error)
            return False
        self.close_project()
        self.project = project
        self._settings.remember_project(store.path)
        self.project_changed.emit()
        return True

    def close_project(self) -> None:
        """Let go of the open project; articles that are still being read for it are not wanted any more."""
        if self._work:
            self._work.call_off()
            self._work.wait()
            self._work = None
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
        """Start long work, one at a time: what comes of it belongs to the project that is open now."""
        if self._work:
            self.hint.emit(f"{self._work.label} is not finished yet. Wait for it, or press Cancel.")
            work.deleteLater()
            return
        self._work = work
        work.refused.connect(self.failed)
        work.finished.connect(self._end_work)
        self.working.emit(work)
        work.start()

    def _end_work(self) -> None:
        if self._work and self._work.isFinished():
            self._work = None

    def _add_read(self, read: "Read") -> None:
        """Add what was read. Without a project one is made beside the first file, and only if there is an article."""
        if read.work.called_off:
            return
        if read.drafts and (self.project or self._project_beside(read.first)):
            self.add(read.drafts)
        if read.problems:
            self.failed.emit(_all_problems(read.problems))

    def add(self, drafts: Sequence[Draft]) -> None:
        """Add articles in one edit and open the first; a text that is in the project already is asked about."""
        if self.project is None or not drafts:
            return
        from models.actions.articles import content_of, import_articles

        texts = [content_of(draft).sha256 for draft in drafts]
        known = [
            draft
            for at, draft in enumerate(drafts)
            if texts[at] in texts[:at] or self.project.store.articles_of_content(texts[at])
        ]
        if known and not self._again(known):
            drafts = [draft for draft in drafts if not any(draft is each for each in known)]
        edit = import_articles(drafts)
        if drafts and self.project.do(edit):
            if self._leave():
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
        from gui.dialogs.paste import PasteDialog

        dialog = PasteDialog(self._window, text)
        if not dialog.exec() or dialog.draft is None:
            return
        if self.project is None:
            path = asking.ask_new_project(self._window, self._folder)
            if path is None or not self.create_project(path):
                return
        self.add([dialog.draft])

    def take_drop(self, paths: Sequence[Path], text: str) -> None:
        """Take what was dropped on the window: files, or a piece of text."""
        if paths:
            self.open_paths(paths)
        elif text.strip():
            self.take_text(text)

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
        work.succeeded.connect(self._say_written)
        self._begin(work)

    def _say_written(self, sentence: str) -> None:
        """Say what was exported. A method, since Qt joins no signal of any object to one of words."""
        self.hint.emit(sentence)

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
    """What reading some files gave: articles, and what was wrong with the others. `first` is what was asked for."""

    work: Work
    first: Path
    drafts: list[Draft]
    problems: list[OnrecordError]


def read_all(work: Work, paths: Sequence[Path]) -> Read:
    """Read every article of some files and folders; what cannot be read is told, and does not stop the rest."""
    from models.articles import read_file, read_folder_or_file

    found = {path: list(read_folder_or_file(path)) for path in paths}
    read = Read(work, paths[0], [], [_no_article_in(path) for path, files in found.items() if not files])
    files = [file for files in found.values() for file in files]
    for count, file in enumerate(files, start=1):
        if work.called_off:
            break
        try:
            read.drafts.append(read_file(file))
        except OnrecordError as error:
            read.problems.append(error)
        work.advanced.emit(count, len(files))
    return read


def _no_article_in(folder: Path) -> OnrecordError:
    from models.articles import READABLE

    return UnreadableArticle(
        f"The folder “{folder.name}” holds no file that can be read as an article ({', '.join(READABLE)}).",
        "Nothing was added.",
    )


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
    """Whether a file is SQLite's; one that cannot be read is told of when it is imported."""
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\x00"
    except OSError:
        return False
