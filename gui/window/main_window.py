"""The main window: it makes its parts, each of which has a module, and connects them."""

from collections.abc import Generator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from gui.commands.suggestion_commands import SHOW_SUGGESTIONS
from gui.project.project import Project
from gui.project.view import ProjectView
from gui.system.background import Works
from gui.system.meeting import Meeting
from gui.system.settings import Settings
from gui.widgets.letter_menu import LetterMenu
from gui.widgets.menu_key import add_menu_key
from gui.widgets.window_place import place_window
from gui.window.connections import LATER, connect_parts, connect_workspace
from gui.window.dropping import Dropping
from gui.window.help import Help
from gui.window.keyboard import Keyboard
from gui.window.menus import Menus
from gui.window.middle import Middle
from gui.window.news import News
from gui.window.notices import Notices
from gui.window.status import Status
from gui.work.backing_up import BackingUp
from gui.work.catching_up import CatchingUp
from gui.work.checking import Checking
from gui.work.compacting import Compacting
from gui.work.comparing import Comparing
from gui.work.context import Context
from gui.work.copying import Copying
from gui.work.counting_places import CountingPlaces
from gui.work.editing_codebook import EditingCodebook
from gui.work.exporting import Exporting
from gui.work.importing import Importing
from gui.work.importing_pages import ImportingPages
from gui.work.importing_projects import ImportingProjects
from gui.work.importing_tables import ImportingTables
from gui.work.listing_speakers import ListingSpeakers
from gui.work.pasting import Pasting
from gui.work.preferring import Preferring
from gui.work.project_file import ProjectFile
from gui.work.rescuing import Rescuing
from gui.work.restoring import Restoring
from gui.work.restriction import restriction
from gui.work.saving_again import SavingAgain
from gui.work.saying_where import SayingWhere
from gui.work.showing_history import ShowingHistory
from gui.work.undoing import Undoing
from models.errors import NotAProject, OnrecordError
from models.translation import _

if TYPE_CHECKING:
    from gui.window.workspace import Workspace

USUAL = QSize(1280, 800)
"""The size of a new window, where the screen has room for it."""


class MainWindow(QMainWindow):
    """One project in one window."""

    returned = Signal()
    """The coder has come back to the window from another."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setAnimated(False)  # Qt would move each dock to where it is whenever a list opens over the window
        self.settings = settings
        self.works = Works(self)
        self.middle = Middle(self.works, settings)
        self.setCentralWidget(self.middle)
        self.project_file = ProjectFile(self, settings, _load_workspace)
        context = Context(self, self.project_file, self.works, self.finish_editing)
        self.copying = Copying(context)
        self.importing_projects = ImportingProjects(context)
        self.importing = Importing(context, self.importing_projects)
        self.pasting = Pasting(context, self.importing)
        self.preferring = Preferring(context)
        self.importing_pages = ImportingPages(context, self.importing, self.preferring.show_preferences)
        self.exporting = Exporting(context)
        self.importing_tables = ImportingTables(context)
        self.listing_speakers = ListingSpeakers(context)
        self.checking = Checking(context)
        self.comparing = Comparing(context)
        self.counting_places = CountingPlaces(context)
        self.backing_up = BackingUp(context)
        self.compacting = Compacting(context, self.middle.notice)
        self.rescuing = Rescuing(context, self.middle.notice)
        self.restoring = Restoring(context, self.middle.notice, self.rescuing)
        self.catching_up = CatchingUp(context, self.copying, self.middle.notice, self._is_typing)
        self.saying_where = SayingWhere(context, self.importing_projects)
        self.showing_history = ShowingHistory(context)
        self.undoing = Undoing(self.finish_editing, self)
        self.editing_codebook = EditingCodebook(context, settings, self.undoing.undo, self.undoing.redo)
        self.dropping = Dropping(self)
        self.help = Help(self, self.middle.notice)
        self.saving_again = SavingAgain(context, self.copying, self._write)
        self.project_file.may_close = self.saving_again.may_close
        self.status = Status(self.statusBar(), self)
        self.menus = Menus(self, settings)
        self.menus.check(SHOW_SUGGESTIONS, on=settings.suggests)
        self.notices = Notices(self.middle.notice, self.saving_again.offers, self)
        add_menu_key(self)
        Keyboard(self, self.middle)
        self._meeting = Meeting(self)
        self._meeting.asked.connect(self.come_forward, LATER)
        self._turns = self._make_workspace()
        self._workspace: Workspace
        self.project_file.project_changed.connect(self._show_project)
        connect_parts(self)
        self._restore()
        self._show_title()
        self.status.show_state()
        self.menus.show_article()

    @property
    def workspace(self) -> "Workspace":
        """Everything that shows a project and works in it. It is completed here if not all of it has been made."""
        for _turn in self._turns:
            pass
        return self._workspace

    def _make_workspace(self) -> Generator[None, None, None]:
        """Make the workspace pane by pane, with the first project; where this yields, the window may paint."""
        workspace = _load_workspace()
        made = yield from workspace.make(self, self.middle, self.settings, self.finish_editing)
        self._workspace = made
        self.menus.take_panes(made.view, made.panes.docks.all)
        connect_workspace(self, made)
        made.view.escaped.connect(self._escape)

    @cached_property
    def news(self) -> News:
        """The news of the open project; made with the first project."""
        return News(self.views, self)

    @property
    def views(self) -> tuple[ProjectView, ...]:
        """All views of the open project, in the order in which they follow an edit.

        First the old notice is hidden; then the list, the tables and the text take over the changed rows; then the
        selection drops deleted records, and the details show it. The status line and the menus come after that, and
        navigation to another place comes last.
        """
        work = (
            self.saving_again,
            self.catching_up,
            self.editing_codebook,
            self.importing_tables,
            self.comparing,
            self.counting_places,
        )
        frame = (*work, self.backing_up, self.showing_history, self.status, self.menus)
        return (
            self.notices,
            self.undoing,
            *self.workspace.views,
            *frame,
            self.workspace.navigation,
            self.middle,
            self.saying_where,
        )

    def _restore(self) -> None:
        """Give the window its last position and size, or those of a new window."""
        place_window(self, USUAL, self.settings.state("geometry"))

    # The project

    @property
    def project(self) -> Project | None:
        """The open project."""
        return self.project_file.project

    def start_with(self, paths: Sequence[Path]) -> None:
        """Open the given files, or else the last project at its last article."""
        if paths:
            self.importing.open_paths(paths)
        elif recent := self.settings.recent:
            self.project_file.open_path(recent[0])
        self.middle.begin()

    def _show_project(self) -> None:
        """Show another project, or none; the first one after the panes were made, one in each turn of the loop."""
        project = self.project
        for _turn in self._turns:
            self.project_file.opening.let_paint()
        self._show_title()
        alone = project is not None and not project.store.read_only
        self._meeting.listen(project.store.path if project and alone else None)
        if project:
            project.found_unsound.connect(self._lock)
            project.waiting.began.connect(self.status.say)
        self.news.set_project(project)
        if project:
            project.failed.connect(self._offer_help)  # after the notice, which the news has just connected
        if news := restriction(self.project_file, self.copying.save_copy):
            self.middle.notice.show_news(news)
        if project:
            project.watch()

    def come_forward(self, articles: Sequence[Path] = ()) -> None:
        """Come to the front, since the program was started again with this project, and import what it was given."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)  # where the desktop lets no window come forward by itself
        if articles and QApplication.activeModalWidget():
            self.status.say(_("The articles were not imported: close the dialog first, then open them again."))
        elif articles:
            self.importing.import_paths(articles)

    def _show_title(self) -> None:
        name = self.project.store.path.name.replace("[*]", "[*][*]") if self.project else ""  # Qt's mark for unsaved
        self.setWindowTitle(f"{name} — Onrecord" if name else "Onrecord")

    def _lock(self, error: OnrecordError) -> None:
        """Show a file that was found damaged as one that can only be read; a cell that is open keeps what is typed."""
        self.middle.notice.show_error(error)
        if self.project:
            self.restoring.offer(self.project.store.path, error)
        self.status.show_state()
        self.menus.show_article()

    def _offer_help(self, error: OnrecordError) -> None:
        """Offer what can be done about a file that was found damaged, after the notice has said it."""
        if self.project and isinstance(error, NotAProject):
            self.restoring.offer(self.project.store.path, error)

    def finish_editing(self) -> bool:
        """Write what is being typed; if that fails, say so and leave it where it was typed."""
        if self._write():
            return True
        if not (self.project and self.project.unsaved):  # which the status line says by itself
            self.status.say(
                _("What you typed cannot be saved as it is. Correct it where it is marked, or press Esc there.")
            )
        return False

    def _is_typing(self) -> bool:
        """Return whether a cell is open, or a field holds what is not written yet."""
        return self.project is not None and (self.workspace.panes.is_typing or self.editing_codebook.is_typing)

    def _write(self) -> bool:
        """Write what is being typed, and return whether that worked; without a project there is nothing to write."""
        written = self.editing_codebook.finish_editing()
        if self.project is None:
            return True
        self.workspace.layouts.keep_at_once()
        return self.workspace.panes.finish_editing() and written

    def _escape(self) -> None:
        self.middle.notice.hide()
        self.status.rest()
        self.workspace.selection.choose(None)
        self.workspace.suggestions.choose(None)

    # Leaving and coming back

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what is being typed, remember the window, and close the file."""
        if self.project_file.waiting or not self.may_leave():
            event.ignore()
            return
        self._keep()
        self.project_file.close()
        event.accept()

    def may_leave(self) -> bool:
        """Write what is being typed and what could not be saved; if that fails, ask what to do."""
        return self.saving_again.may_quit()

    def leave(self) -> None:
        """Quit without a question, even if a menu or dialog is open; unwritten edits are written first if possible."""
        if waiting := self.project_file.waiting:
            self.project_file.stop_waiting()
            waiting.ended.connect(self.leave, LATER)
            return
        if self._write() and self.project:
            self.project.writer.save_again()
        self._keep()
        QApplication.exit(0)

    def _keep(self) -> None:
        """Remember the window, and the arrangement of its panes if they were made."""
        self.settings.keep_state("geometry", self.saveGeometry())
        self.editing_codebook.keep_place()
        if self.project:
            self.workspace.panes.keep(self.settings)

    def createPopupMenu(self) -> QMenu:
        """Return the menu of the bars and docks, with which one is closed and opened again."""
        menu = LetterMenu(self)
        if made := super().createPopupMenu():
            menu.addActions(made.actions())
            made.deleteLater()
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say why a key does nothing in a project that can only be read."""
        if why := self.menus.why_not(event):
            self.status.say(why)
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """When the window becomes active, check whether the file was changed, once the event has been handled."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.returned.emit()


def _load_workspace() -> "type[Workspace]":
    """Load all that shows a project. The thread that opens the first one does so, and the window stays responsive."""
    from gui.window.workspace import Workspace

    return Workspace
