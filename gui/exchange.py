"""Articles in, tables out: what comes from files, the clipboard and drops, and what goes into CSV."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from gui.background import Work
from gui.dialogs import asking
from gui.incoming import Incoming, all_problems, read_all
from gui.project import Project
from gui.projects import SUFFIX, Projects
from models.articles import Draft
from models.errors import OnrecordError
from models.words import plural


class Exchange(QObject):
    """Moves articles into the open project and its tables out. Long work runs beside the window, one at a time."""

    working = Signal(object)
    """A `Work` has begun, to be shown with its progress."""
    hint = Signal(str)
    failed = Signal(OnrecordError)

    def __init__(self, window: QWidget, projects: Projects, leave: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._projects, self._leave = window, projects, leave
        self._work: Work | None = None
        projects.closing.connect(self._call_off)

    @property
    def _project(self) -> Project | None:
        return self._projects.project

    def _call_off(self) -> None:
        """Articles that are still being read for a project that is closed are not wanted any more."""
        if self._work:
            self._work.call_off()
            self._work.wait()
            self._work = None

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open what was given on the command line or dropped: a project, or articles to import."""
        projects = [path for path in paths if path.suffix == SUFFIX]
        articles = [path for path in paths if path.suffix != SUFFIX]
        if projects and not self._projects.open_path(projects[0]):
            return
        if len(paths) == 1 and articles and articles[0].is_file() and _is_database(articles[0]):
            self._projects.open_path(articles[0])
        elif articles:
            self.import_paths(articles)

    # Articles in

    def import_files(self) -> None:
        """Ask for files, and import them."""
        if paths := asking.ask_articles(self._window, self._projects.folder):
            self.import_paths(paths)

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Read files and folders beside the window, then add what could be read in one edit."""
        work = Work("Reading articles", lambda work: read_all(work, paths), self)
        work.succeeded.connect(self._add_read)
        self._begin(work)

    def _begin(self, work: Work) -> None:
        """Start long work, one at a time: what comes of it belongs to the project that is open now."""
        if self._work:
            instead = ", or press Cancel" if self._work.stoppable else ""
            self.hint.emit(f"{self._work.label} is not finished yet. Wait for it{instead}.")
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

    def _add_read(self, read: Incoming) -> None:
        """Add what was read. Without a project one is made beside the first file, and only if there is an article."""
        if read.work.called_off:
            return
        if read.drafts and (self._project or self._projects.project_beside(read.first)):
            self.add(read.drafts)
        if read.problems:
            self.failed.emit(all_problems(read.problems))

    def add(self, drafts: Sequence[Draft]) -> bool:
        """Add articles in one edit and open the first; a text that is in the project already is asked about.

        False when they could not be added, which is told.
        """
        if self._project is None:
            return False
        from models.actions.articles import content_of, import_articles

        texts = [content_of(draft).sha256 for draft in drafts]
        there = self._project.read(lambda store: {text for text in texts if store.articles_of_content(text)})
        if there is None:
            return False
        known = [draft for at, draft in enumerate(drafts) if texts[at] in there or texts[at] in texts[:at]]
        if known and not self._again(known):
            drafts = [draft for draft in drafts if not any(draft is each for each in known)]
        if not drafts:
            return True
        edit = import_articles(drafts)
        if not self._project.do(edit):
            return False
        if self._leave():
            self._project.open_article(edit.changes[0].row.id)
        warnings = [warning for draft in drafts for warning in draft.warnings]
        self.hint.emit(" ".join([f"{plural(len(drafts), 'article')} added.", *warnings[:3]]))
        return True

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
        """Show a text in the paste dialog, and add it as an article when the coder says so.

        Where it cannot be added, the dialog comes again with what was corrected in it.
        """
        from gui.dialogs.paste import PasteDialog

        dialog = PasteDialog(self._window, text)
        while dialog.exec() and dialog.draft:
            if (self._project or self._projects.new()) and self.add([dialog.draft]):
                break
        dialog.deleteLater()

    def take_drop(self, paths: Sequence[Path], text: str) -> None:
        """Take what was dropped on the window: files, or a piece of text."""
        if paths:
            self.open_paths(paths)
        elif text.strip():
            self.take_text(text)

    # Tables out

    def export(self) -> None:
        """Ask for a folder, and write the tables into it, with what is typed at the moment."""
        if self._project and self._leave() and (folder := asking.ask_folder(self._window, self._projects.folder)):
            self.export_to(folder)

    def export_to(self, folder: Path) -> None:
        """Write the tables beside the window, through a connection of their own."""
        if self._project is None:
            return
        path = self._project.store.path
        work = Work("Writing tables", lambda _work: export_tables(path, folder), self, stoppable=False)
        work.succeeded.connect(self._say_written)
        self._begin(work)

    def _say_written(self, sentence: str) -> None:
        """Say what was exported. A method, since Qt joins no signal of any object to one of words."""
        self.hint.emit(sentence)


def export_tables(project: Path, folder: Path) -> str:
    """Write all tables of a project's file, and say in a sentence what was written. Raises OnrecordError."""
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
