"""Articles in: what comes from files, the clipboard and drops."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from gui.dialogs import asking
from gui.project.project import Project
from gui.system.background import Work
from gui.work.context import Context
from gui.work.project_file import SUFFIX
from gui.work.reading_files import Incoming, all_problems, read_all
from models.articles.addresses import is_address, only_a_link
from models.articles.draft import Draft
from models.duplicates import Duplicate, duplicates
from models.errors import OnrecordError, ReadOnly
from models.words import plural


class Importing(QObject):
    """Brings articles into the open project."""

    arrived = Signal()
    """An article that was added is on the screen."""
    hint = Signal(str)
    failed = Signal(OnrecordError)

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open what was given on the command line or dropped: a project, or articles to import."""
        projects = [path for path in paths if path.suffix == SUFFIX]
        articles = [path for path in paths if path.suffix != SUFFIX]
        if projects and not self._context.file.open_path(projects[0]):
            return
        if len(paths) == 1 and articles and articles[0].is_file() and _is_database(articles[0]):
            self._context.file.open_path(articles[0])
        elif articles:
            self.import_paths(articles)

    # Articles in

    def import_files(self) -> None:
        """Ask for files, and import them."""
        folder = self._context.file.folder("articles")
        if self._may_add() and (paths := asking.ask_articles(self._context.window, folder)):
            self._context.file.remember_folder("articles", paths[0].parent)
            self.import_paths(paths)

    def _may_add(self) -> bool:
        """Whether articles can be added: always, except to a read-only project; then say so."""
        if self._context.project is None or not self._context.project.store.read_only:
            return True
        name = self._context.project.store.path.name
        self.failed.emit(
            ReadOnly(f"“{name}” is read-only.", "Nothing was added.", "Save a copy (Ctrl+Shift+S) and add it there.")
        )
        return False

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Read files and folders beside the window, then add what could be read in one edit."""
        if not self._may_add():
            return
        work = Work("Reading articles", lambda work: read_all(work, paths), self)
        work.succeeded.connect(self._add_read)
        work.cancelled.connect(self._say_cancelled)
        self._context.works.begin(work)

    def _say_cancelled(self) -> None:
        self.hint.emit("Cancelled. Nothing was added.")

    def _add_read(self, read: Incoming) -> None:
        """Add what was read. Without a project one is made beside the first file, and only if there is an article."""
        if read.work.called_off:
            return
        if read.drafts and (self._context.project or self._context.file.project_beside(read.first)):
            self.add(read.drafts)
        if read.problems:
            self.failed.emit(all_problems(read.problems))

    def add(self, drafts: Sequence[Draft]) -> bool:
        """Add articles in one edit and open the first; texts that would be there twice are asked about.

        False when they could not be added, which is shown, or when the coder does not want them after all.
        """
        if self._context.project is None:
            return False
        from models.actions.articles import import_articles

        wanted = self._without_duplicates(self._context.project, drafts)
        if not wanted:
            return wanted is not None
        edit = import_articles(wanted)
        if not self._context.project.do(edit):
            return False
        if self._context.leave() and self._context.project.open_article(edit.changes[0].row.id):
            self.arrived.emit()
        warnings = [warning for draft in wanted for warning in draft.warnings]
        self.hint.emit(" ".join([f"{plural(len(wanted), 'article')} added.", *warnings[:3]]))
        return True

    def _without_duplicates(self, project: Project, drafts: Sequence[Draft]) -> Sequence[Draft] | None:
        """The articles to add, as the coder wants it with those that would be there twice; None to add none at all."""

        def title_of(text: str) -> str | None:
            there = project.store.articles_of_content(text)
            return there[0].title if there else None

        found = project.read(lambda _store: duplicates(drafts, title_of))
        if not found:
            return drafts if found is not None else None
        match asking.ask_duplicates(self._context.window, *_question(found, len(drafts))):
            case asking.Twice.ADD:
                return drafts
            case asking.Twice.SKIP:
                left_out = [id(each.draft) for each in found]
                return [draft for draft in drafts if id(draft) not in left_out]
            case _:
                self.hint.emit("Nothing was added.")
                return None

    def paste_article(self) -> None:
        """Show what is on the clipboard, and add it as an article."""
        self.take_text(QGuiApplication.clipboard().text())

    def take_text(self, text: str) -> None:
        """Show a text in the paste dialog, and add it as an article when the coder says so.

        Where it cannot be added, the dialog comes again with what was corrected in it.
        """
        from gui.dialogs.paste import PasteDialog

        if not self._may_add():
            return
        dialog = PasteDialog(self._context.window, text)
        while dialog.exec() and dialog.draft:
            if (self._context.project or self._context.file.new()) and self.add([dialog.draft]):
                break
        dialog.deleteLater()

    def take_drop(self, paths: Sequence[Path], text: str) -> None:
        """Take what was dropped on the window: files, or a piece of text. A link is neither."""
        if paths:
            self.open_paths(paths)
        elif is_address(text):
            self.failed.emit(only_a_link())
        elif text.strip():
            self.take_text(text)


def _question(found: Sequence[Duplicate], total: int) -> tuple[str, str, str]:
    """What is asked about articles that would be there twice: the question, what it means, and all of them."""
    sentences = [each.sentence for each in found]
    if total == 1:
        return sentences[0], "Add it again?", ""
    shown = [f"• {sentence}" for sentence in sentences[:5]]
    more = [f"… and {len(found) - 5:,} more"] * (len(found) > 5)
    rest = total - len(found)
    skip = f"Skip adds the other {rest:,}." if rest else "Skip adds none."
    question = f"{plural(len(found), 'article')} of {total:,} would be in the project twice."
    return question, "\n".join([*shown, *more, "", skip]), "\n".join(sentences) if more else ""


def _is_database(path: Path) -> bool:
    """Whether a file is SQLite's; one that cannot be read is told of when it is imported."""
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\x00"
    except OSError:
        return False
