"""The window: makes its panes and what works in them, and connects them. Each of them has a file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from gui.dialogs import asking
from gui.project.project import Project
from gui.project.selection import Selection
from gui.project.view import ProjectView
from gui.system.background import Works
from gui.system.settings import Settings
from gui.tables import StatementsPanel
from gui.widgets.menu_key import add_menu_key
from gui.window.dropping import Dropping
from gui.window.help import Help
from gui.window.keyboard import Keyboard
from gui.window.menus import Menus
from gui.window.navigation import Navigation
from gui.window.news import News
from gui.window.notices import Notices
from gui.window.panes import Panes
from gui.window.status import Status
from gui.work.article_actions import ArticleActions
from gui.work.article_display import ArticleDisplay
from gui.work.checking import Checking
from gui.work.context import Context
from gui.work.deleting import Deleting
from gui.work.exporting import Exporting
from gui.work.importing import Importing
from gui.work.project_file import ProjectFile
from gui.work.recording import Recording
from gui.work.registering import Registering
from gui.work.undoing import Undoing
from models.errors import OnrecordError
from models.places import Place
from models.translation import _

LATER = Qt.ConnectionType.QueuedConnection
"""For what has to wait until the current event is handled: a drag from another program, the closing of a cell."""


class MainWindow(QMainWindow):
    """One project in one window."""

    returned = Signal()
    """The coder has come back to the window from another."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.settings = settings
        self.works = Works(self)
        self.panes = Panes(self, self.works, settings)
        self.view = self.panes.article.view
        self.selection = Selection(self)
        self._make_work()
        self.dropping = Dropping(self)
        self.help = Help(self, self.panes.notice)
        self.status = Status(self.statusBar(), self)
        self.menus = Menus(self, self.view, self.panes.docks, settings)
        self.notices = Notices(self.panes.notice, self)
        self.navigation = Navigation(self.panes, self.selection, settings, self.finish_editing, self)
        self.news = News(self.views, self)
        add_menu_key(self)
        Keyboard(self, self.panes.middle)
        self._connect_files()
        self._connect_panes()
        self.panes.restore(settings)
        self._show_project()

    def _make_work(self) -> None:
        """Make what turns gestures into edits, files and articles on the screen."""
        leave, selected = self.finish_editing, self._selected_places
        self.project_file = ProjectFile(self, self.settings, leave)
        context = Context(self, self.project_file, self.works, leave)
        self.importing = Importing(context)
        self.exporting = Exporting(context)
        self.checking = Checking(context)
        self.undoing = Undoing(leave, self)
        self.article_display = ArticleDisplay(self.view, self.settings, self)
        self.article_actions = ArticleActions(self, self.panes.article_list, leave)
        self.recording = Recording(self.view, self.panes.panel(StatementsPanel), self.selection, self)
        self.registering = Registering(self, selected)
        self.deleting = Deleting(self, selected, self.registering)

    @property
    def views(self) -> tuple[ProjectView, ...]:
        """Everything that follows the open project, in the order in which it hears of an edit.

        First the old notice is hidden; then the tables, the text and the list take over the rows; then the selection
        drops what is gone, and the details show it. After that come the status line and the menus, and last the
        navigation to another place.
        """
        work = (self.undoing, self.article_actions, self.recording, self.registering, self.deleting)
        tables = tuple(self.panes.panels.values())
        shown = (self.article_display, self.panes.article_list, self.selection, self.panes.details)
        return (self.notices, *work, *tables, *shown, self.status, self.menus, self.navigation, self.panes.middle)

    def _connect_files(self) -> None:
        """Connect what opens, imports and exports files with the notice, the menus and the status line."""
        notice, status = self.panes.notice, self.status
        self.project_file.project_changed.connect(self._show_project)
        self.project_file.closing.connect(self.works.end_all)
        self.project_file.coder_changed.connect(status.show_state)
        self.project_file.coder_changed.connect(self.menus.show_article)  # each coder undoes what is their own
        self.panes.start.set_actions(self.menus.actions)
        self.panes.start.recent_chosen.connect(self.project_file.open_path)
        self.menus.recent_chosen.connect(self.project_file.open_path)
        self.works.begun.connect(status.show_work)
        self.works.ended.connect(self.project_file.catch_up, LATER)
        self.importing.arrived.connect(self.view.setFocus)
        self.dropping.dropped.connect(self.importing.take_drop, LATER)
        self.returned.connect(self.project_file.catch_up, LATER)
        self.checking.place_requested.connect(self.navigation.go_to)
        for failing in (self.project_file, self.importing, self.works):
            failing.failed.connect(notice.show_error)
        for telling in (self.project_file, self.exporting, self.article_display):
            telling.told.connect(notice.show_news)
        files = (self.project_file, self.works, self.importing, self.exporting, self.help)
        for hinting in (*files, self.undoing, self.article_actions, self.recording, self.registering, self.deleting):
            hinting.hint.connect(status.say)

    def _connect_panes(self) -> None:
        """Connect the panes with what they ask for."""
        panes, listed = self.panes, self.panes.article_list
        listed.article_requested.connect(self.navigation.open_article)
        listed.status_requested.connect(self.article_actions.set_done)
        listed.delete_requested.connect(self.article_actions.delete)
        self.article_actions.finished.connect(self.view.setFocus)
        self.selection.changed.connect(self.status.rest)
        self.view.records.record_selected.connect(self.navigation.choose_in_text)
        self.view.escaped.connect(self._escape)
        for panel in panes.panels.values():
            panel.record_selected.connect(self.navigation.choose_in_table)
            panel.place_requested.connect(self.navigation.go_to)
            panel.boundaries_requested.connect(self.recording.select_words)
            panel.sight_wanted.connect(panes.bring_up_table)
            panel.hint.connect(self.status.say)
            panel.delete_requested.connect(self.deleting.delete_selected)
            panel.same_name.connect(self.registering.merge, LATER)
            panel.returned.connect(self.view.setFocus)
        panes.details.same_name.connect(self.registering.merge, LATER)
        panes.details.returned.connect(self.view.setFocus)
        listed.returned.connect(self.view.setFocus)
        panes.details.unwritten.connect(panes.notice.show_error)
        panes.tables.currentChanged.connect(self.navigation.choose_in_front)
        self.status.coder_clicked.connect(self.project_file.choose_coder)
        self.menus.title_bars_wanted.connect(panes.show_title_bars)

    # The project

    @property
    def project(self) -> Project | None:
        """The open project."""
        return self.project_file.project

    def start_with(self, paths: Sequence[Path]) -> None:
        """Open what was given, or else the project of last time, at the article of last time."""
        if paths:
            self.importing.open_paths(paths)
        elif recent := self.settings.recent:
            self.project_file.open_path(recent[0])
        self.panes.middle.begin()

    def _show_project(self) -> None:
        """Show another project, or none."""
        project = self.project
        name = project.store.path.name.replace("[*]", "[*][*]") if project else ""  # Qt's mark for what is unsaved
        self.setWindowTitle(f"{name} — Onrecord" if project else "Onrecord")
        if project:
            project.found_unsound.connect(self._lock)
            project.patience.began.connect(self.status.say)
        self.news.set_project(project)
        if news := self.project_file.restriction:
            self.panes.notice.show_news(news)
        if project:
            project.watch()

    def _lock(self, error: OnrecordError) -> None:
        """Show a file that was found damaged as one that can only be read; a cell that is open keeps what is typed."""
        self.panes.notice.show_error(error)
        self.panes.article_list.set_project(self.project)
        self.status.show_state()
        self.menus.show_article()

    def _selected_places(self) -> Sequence[Place]:
        """Return what is selected in the table with the keyboard, or else the selected record."""
        place = self.selection.place
        return self.panes.selected_places() or ([place] if place else [])

    def finish_editing(self) -> bool:
        """Write what is being typed; where that cannot be, say so: it stays where it was typed."""
        if self.panes.finish_editing():
            return True
        self.status.say(
            _("What you typed cannot be saved as it is. Correct it where it is marked, or press Esc there.")
        )
        return False

    def _escape(self) -> None:
        self.panes.notice.hide()
        self.status.rest()
        self.selection.choose(None)

    # Leaving and coming back

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what is typed, remember the window, and let go of the file."""
        if (self.project and self.project.patience.waits) or not self.may_leave():
            event.ignore()
            return
        self.panes.keep(self.settings)
        self.project_file.close()
        event.accept()

    def may_leave(self) -> bool:
        """Write what is typed; where that cannot be, ask whether to leave all the same."""
        question = _("What you typed cannot be saved as it is.")
        kept = _("It is marked in its cell. Everything else is saved.")
        return self.panes.finish_editing() or asking.confirm(self, question, kept, _("Quit Anyway"))

    def leave(self) -> None:
        """Leave without a question, from any menu or dialog; what is typed or waits is first written if it can be."""
        if self.project and self.project.patience.waits:
            self.project.patience.ended.connect(self.leave, LATER)
            return
        self.panes.finish_editing()
        self.panes.keep(self.settings)
        QApplication.exit(0)

    def changeEvent(self, event: QEvent) -> None:
        """On return to the window look whether the file was changed meanwhile, once what brought us here is done."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.returned.emit()
