"""Import articles from files and drops."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.dialogs import choosing_files
from gui.dialogs.opening import open_over
from gui.project.project import Project
from gui.system.background import Work
from gui.system.turns import in_turns
from gui.widgets.notice import News, Offer
from gui.work.before_reading import ask_how
from gui.work.context import Context
from gui.work.importing_projects import ImportingProjects, is_database
from gui.work.saying_how import SayingHow
from models.articles.addresses import is_address
from models.articles.how_to_read import AS_FOUND, HowToRead
from models.articles.site_lines import NO_LINES
from models.edits import Edit
from models.errors import OnrecordError, ReadOnly
from models.files import PROJECT_SUFFIX
from models.translation import _, counted

if TYPE_CHECKING:
    from gui.incoming.incoming_window import IncomingWindow
    from models.incoming.entry import Entry
    from models.incoming.report import Report

NOTHING = _("Nothing was added.")


class Importing(QObject):
    """Adds articles to the open project."""

    arrived = Signal()
    """An article that was added is on the screen."""
    hint = Signal(str)
    told = Signal(News)
    failed = Signal(OnrecordError)
    address_given = Signal(str)
    """The addresses of pages were dropped, or pasted while pages may be fetched."""
    text_given = Signal(str)
    """A text was dropped."""

    def __init__(self, context: Context, projects: ImportingProjects) -> None:
        super().__init__(context.window)
        self._context, self._projects = context, projects
        self.saying_how = SayingHow(context)
        self.saying_how.failed.connect(self.failed)
        self.saying_how.hint.connect(self.hint)
        self.window: IncomingWindow | None = None

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open what was given on the command line or dropped: a project, or articles to import."""
        projects = [path for path in paths if path.suffix == PROJECT_SUFFIX]
        articles = [path for path in paths if path.suffix != PROJECT_SUFFIX]
        if projects and not self._context.file.open_path(projects[0]):
            return
        if len(paths) == 1 and articles and is_database(articles[0]) and not self._projects.takes(articles[0]):
            self._context.file.open_path(articles[0])
        elif articles:
            self.import_paths(articles)

    # Articles in

    def import_files(self) -> None:
        """Ask for files, and import them."""
        file = self._context.file
        if self.may_add() and (paths := choosing_files.ask_articles(self._context.window, file.folder("articles"))):
            file.settings.keep_folder("articles", paths[0].parent)
            self.import_paths(paths)

    def may_add(self) -> bool:
        """Return whether articles can be added; if the project is read-only, say so."""
        if self._context.project is None or not self._context.project.store.read_only:
            return True
        if self._context.project.store.newer:
            self.failed.emit(ReadOnly(self._context.project.why_read_only, _("Nothing was added.")))
            return False
        name = self._context.project.store.path.name
        what = _("“{name}” is read-only.").format(name=name)
        do = _("Save a copy (Ctrl+Shift+S) and add it there.")
        self.failed.emit(ReadOnly(what, _("Nothing was added."), do))
        return False

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Read files and folders in the background, and show what was found, to be added or not.

        Of another project it is asked what to import.
        """
        if not self.may_add():
            return
        if other := next((path for path in paths if self._projects.takes(path)), None):
            self._projects.import_from(other)
        else:
            ask_how(self._context.window, paths, lambda how: self._read(paths, how))

    def _read(self, paths: Sequence[Path], how: HowToRead) -> None:
        project = self._context.project
        how = replace(how, site_lines=project.site_lines if project else NO_LINES)
        work = Work(_("Reading articles"), self._reading(paths, how), self)
        work.succeeded.connect(lambda entries: self._show(entries, project, paths, how))
        work.cancelled.connect(lambda: self.hint.emit(NOTHING))
        self._context.works.begin(work)

    def _show(self, entries: "Sequence[Entry]", project: Project | None, paths: Sequence[Path], how: HowToRead) -> None:
        """Show what was found, after it was asked what the files do not say.

        If a project was opened meanwhile, read again.
        """
        if project is not self._context.project:
            self._read(paths, how)
        elif not self.saying_how.ask(
            entries, how, lambda said: self._read(paths, said), lambda: self.show_found(entries, paths[0], how)
        ):
            self.show_found(entries, paths[0], how)

    def show_found(self, entries: "Sequence[Entry]", first: Path | None, how: HowToRead = AS_FOUND) -> None:
        """Show what was found, to be added or not; if no article was, only say why.

        If no project is open, one is made beside the `first` file, or where the coder says.
        """
        from gui.work.reading_files import all_problems

        if any(each.draft for each in entries):
            self._open(entries, first, how)
        elif refusals := [each.found for each in entries if isinstance(each.found, OnrecordError)]:
            self.failed.emit(all_problems(refusals))

    def _open(self, entries: "Sequence[Entry]", first: Path | None, how: HowToRead) -> None:
        """Make the preview and open it, in several turns of the event loop, so that it is not held for all of it."""
        from gui.incoming.incoming_window import IncomingWindow

        self.window = window = IncomingWindow(self._context.window, entries, self._context.file.settings)
        window.confirmed.connect(lambda entries: self._accept(entries, first))
        window.read_again_wanted.connect(lambda path, encoding: self._read_again(path, encoding, how))
        window.rejected.connect(lambda: self.hint.emit(NOTHING))
        window.finished.connect(self._forget)
        in_turns(window, window.add_pane, window.begin, partial(open_over, self._context.window, window))

    def _reading(self, paths: Sequence[Path], how: HowToRead) -> "Callable[[Work], tuple[Entry, ...]]":
        """Return what reads files, for the open project and as the coder has said before."""
        project = self._context.project
        return _reading(paths, project.store.path if project else None, how, self._context.file.settings.configuration)

    def _read_again(self, path: Path, encoding: str | None, how: HowToRead) -> None:
        """Read a file of the preview in another encoding, and show what that finds."""
        reading = self._reading([path], replace(how, encoding=encoding))
        work = Work(_("Reading “{name}” again").format(name=path.name), reading, self)
        if self.window:
            work.succeeded.connect(partial(self._show_again, self.window, path))
        self._context.works.begin(work)

    def _show_again(self, window: "IncomingWindow", path: Path, entries: "Sequence[Entry]") -> None:
        """Show what reading a file again has found, unless its preview was closed meanwhile."""
        if self.window is window:
            window.take_again(path, entries)

    def _accept(self, entries: "Sequence[Entry]", first: Path | None) -> None:
        """Add articles, to a new project if none is open; if that fails, they stay to be added."""
        file = self._context.file
        if self.window and (file.project or (file.project_beside(first) if first else file.new())):
            self.window.close_accepted()
            self._add(entries)

    def _add(self, entries: "Sequence[Entry]") -> None:
        """Add the articles that are taken, in one edit in the background; if that is cancelled, none is added."""
        from models.actions.articles import import_articles

        drafts = [each.draft for each in entries if each.taken and each.draft]
        if project := self._context.project:
            label = counted("Adding {count:,} article", "Adding {count:,} articles", len(drafts))
            project.do_long(
                self._context.works,
                label,
                lambda _write: import_articles(drafts),
                lambda edit: self.show_added(edit, entries),
                lambda: self.hint.emit(NOTHING),
            )

    def show_added(self, edit: Edit, entries: "Sequence[Entry]") -> None:
        """Open the first article that was added; in the next turn of the event loop, say what became of all."""
        project = self._context.project
        is_last = bool(project and project.would_undo(edit))  # else the coder has gone on meanwhile
        if project and is_last and self._context.leave() and project.article.open(edit.changes[0].row.id):
            self.arrived.emit()
        in_turns(self, lambda: self._tell(entries, hint=is_last))

    def _tell(self, entries: "Sequence[Entry]", *, hint: bool) -> None:
        """Say how many articles were added and what could not be read: of one article as a hint, if that is wanted."""
        from models.incoming.report import report_of

        report = report_of(entries)
        if len(entries) > 1:
            self.told.emit(self._news(report, entries))
        elif hint:
            warnings = [words for each in entries if each.draft and each.taken for words in each.draft.warnings]
            self.hint.emit(" ".join([report.summary, *warnings[:3]]))

    def _news(self, report: "Report", entries: "Sequence[Entry]") -> News:
        """Return what became of the files, with a way to the report."""
        from gui.incoming.report_window import ReportWindow
        from gui.work.reading_files import all_problems

        refusals = [each.found for each in entries if isinstance(each.found, OnrecordError)]
        words = str(all_problems(refusals)) if refusals else report.summary
        window, settings = self._context.window, self._context.file.settings
        return News(words, (Offer(_("Show the Report"), lambda: ReportWindow(window, report, settings).show()),))

    def _forget(self) -> None:
        self.window = None

    def take_drop(self, paths: Sequence[Path], text: str) -> None:
        """Import what was dropped on the window: files, a text, or the page that a link leads to.

        A project is opened if none is open; otherwise it is asked what to import from it.
        """
        if self._context.project and len(paths) == 1 and self._projects.takes(paths[0]):
            self.import_paths(paths)
        elif paths:
            self.open_paths(paths)
        elif is_address(text):
            self.address_given.emit(text)
        elif text.strip():
            self.text_given.emit(text)


def _reading(
    paths: Sequence[Path], project: Path | None, how: HowToRead, kept: Path
) -> "Callable[[Work], tuple[Entry, ...]]":
    """Return what reads files in the thread of a work, and first loads the modules that read them.

    `kept` is the folder of the settings, which has what is known of tables and databases.
    """

    def read(work: Work) -> "tuple[Entry, ...]":
        import gui.incoming.incoming_window  # noqa: F401  # its modules, before the event loop needs them
        from gui.work.reading_files import read_files
        from models.articles.kept_readings import with_kept

        return read_files(work, paths, project, with_kept(how, kept))

    return read
