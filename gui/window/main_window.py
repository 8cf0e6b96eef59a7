"""The window: makes the rooms and connects them. What each does is in its own file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from gui.dialogs import asking
from gui.project.project import Project
from gui.project.selection import Selection
from gui.system.background import Works
from gui.system.settings import Settings
from gui.theme import theme
from gui.widgets.menu_key import add_menu_key
from gui.window.dropping import Dropping
from gui.window.help import Help
from gui.window.keyboard import Keyboard
from gui.window.menus import Menus
from gui.window.navigation import Navigation
from gui.window.panes import Panes
from gui.window.status import Status
from gui.work.article_display import ArticleDisplay
from gui.work.checking import Checking
from gui.work.context import Context
from gui.work.deleting import Deleting
from gui.work.exporting import Exporting
from gui.work.importing import Importing
from gui.work.merging import Merging
from gui.work.project_file import ProjectFile
from gui.work.reading_position import ReadingPosition
from gui.work.recording import Recording
from models.edits import Edit
from models.errors import OnrecordError
from models.ids import Id
from models.places import Place, place_of


class MainWindow(QMainWindow):
    """One project in one window."""

    returned = Signal()
    """The coder has come back to the window from another."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.settings = settings
        self.panes = Panes(self)
        self.view = self.panes.article.view
        self.selection = Selection(self)
        self._begun = False
        self.project_file = ProjectFile(self, settings, self.finish_editing)
        self.works = Works(self)
        context = Context(self, self.project_file, self.works, self.finish_editing)
        self.importing = Importing(context)
        self.exporting = Exporting(context)
        self.checking = Checking(context)
        self.article_display = ArticleDisplay(self.view, self.panes.article_list, self.finish_editing, self)
        self.reading_position = ReadingPosition(self.view, settings, self)
        self.recording = Recording(self.view, self.panes.statements, self.selection, self)
        self.deleting = Deleting(self, self.panes, self.selection)
        self.merging = Merging(self)
        self.navigation = Navigation(self.panes, self.selection, self.finish_editing, self)
        self.dropping = Dropping(self)
        self.help = Help(self, self.panes.notice)
        self.status = Status(self.statusBar(), self)
        self.menus = Menus(self, self.view, self.panes.docks, settings)
        add_menu_key(self)
        Keyboard(self, self.panes)
        self._connect()
        self.panes.restore(settings)
        self._show_project()

    def _connect(self) -> None:
        """Every connection between the rooms of the window, in one place."""
        panes = self.panes
        self.project_file.project_changed.connect(self._show_project)
        self.project_file.closing.connect(self.works.end_all)
        self.project_file.closing.connect(self.reading_position.leave)
        self.checking.place_requested.connect(self.navigation.go_to)
        self.works.begun.connect(self.status.show_work)
        self.works.ended.connect(self._show_start)
        panes.start.set_actions(self.menus.actions)
        panes.start.recent_chosen.connect(self.project_file.open_path)
        self.importing.arrived.connect(self.view.setFocus)
        later = Qt.ConnectionType.QueuedConnection
        # A question asked at once would hold up the program that something was dragged from.
        self.dropping.dropped.connect(self.importing.take_drop, later)
        self.returned.connect(self.project_file.catch_up, later)  # once what brought the coder back is done
        for failing in (self.project_file, self.importing, self.works):
            failing.failed.connect(panes.notice.show_error)
        for telling in (self.project_file, self.exporting, self.article_display):
            telling.told.connect(panes.notice.show_news)
        rooms = (self.project_file, self.works, self.importing, self.exporting, self.article_display, self.recording)
        for room in (*rooms, self.deleting, self.merging, self.help):
            room.hint.connect(self.status.say)
        for naming in (panes.speakers, panes.details):
            naming.same_name.connect(self.merging.ask, later)  # once the cell or field is closed
        panes.article_list.article_requested.connect(self._open_article)
        panes.article_list.status_requested.connect(self.article_display.set_done)
        panes.article_list.delete_requested.connect(self.article_display.delete)
        self.selection.changed.connect(self.navigation.show_selection)
        self.selection.changed.connect(self.status.rest)
        self.view.records.record_chosen.connect(self.navigation.choose_in_text)
        self.view.escaped.connect(self._escape)
        panes.statements.boundaries_requested.connect(self.recording.select_words)
        panes.statements.sight_wanted.connect(panes.bring_up_statements)
        for panel in (panes.statements, panes.numbers):
            panel.record_chosen.connect(self.navigation.choose_in_table)
            panel.place_requested.connect(lambda article, record: self.navigation.go_to(Place(article, record)))
        for table in (panes.statements, panes.speakers, panes.numbers):
            table.hint.connect(self.status.say)
            table.delete_requested.connect(self.deleting.delete_selected)
        panes.speakers.speaker_chosen.connect(self.navigation.choose_speaker)
        for pane in (panes.article_list, panes.statements, panes.speakers, panes.numbers, panes.details):
            pane.returned.connect(self.view.setFocus)
        panes.details.unwritten.connect(panes.notice.show_error)
        panes.tables.currentChanged.connect(lambda _index: self.navigation.show_details())
        self.status.coder_clicked.connect(self.choose_coder)
        self.menus.recent_chosen.connect(self.project_file.open_path)
        self.menus.appearance_chosen.connect(self._set_appearance)
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
        self._begun = True
        self._show_start()

    def _show_start(self) -> None:
        """Say how to begin where there is no article to show: not before the window has opened what it was given."""
        empty = self.project is None or (self.project.records is None and self.panes.article_list.is_empty)
        if self._begun and empty and not self.works.busy:
            self.panes.show_start(self.project, self.settings.recent)
        else:
            self.panes.show_article()

    def _show_project(self) -> None:
        project, panes = self.project, self.panes
        panes.notice.hide()
        if project:
            project.failed.connect(panes.notice.show_error)
        rooms = (self.navigation, self.selection, self.article_display, self.recording, self.deleting, self.merging)
        for room in (panes.article_list, *rooms, panes.statements, panes.speakers, panes.numbers, panes.details):
            room.set_project(project)
        name = project.store.path.name.replace("[*]", "[*][*]") if project else ""  # Qt's mark for what is unsaved
        self.setWindowTitle(f"{name} — Onrecord" if project else "Onrecord")
        self.status.show_project(project)
        if project:
            project.edited.connect(self._follow)
            project.article_opened.connect(self._show_article)
            project.found_unsound.connect(self._lock)
            project.patience.began.connect(self._say_waiting)
            self._open_first_article(project)
            if news := self.project_file.restriction:
                panes.notice.show_news(news)
        self.navigation.show_selection()
        self.menus.refresh(project)
        self.view.setFocus()
        self._show_start()
        if project:
            project.watch()

    def _say_waiting(self) -> None:
        self.status.say("Waiting for another program that is writing to the project …")

    def _lock(self, error: OnrecordError) -> None:
        """Show a file that was found damaged as one that can only be read; a cell that is open keeps what is typed."""
        self.panes.notice.show_error(error)
        self.panes.article_list.set_project(self.project)
        self.status.show_project(self.project)
        self.menus.refresh(self.project)

    def _open_first_article(self, project: Project) -> None:
        listed = self.panes.article_list
        last = self.settings.article(project.store.path)
        if article := listed.known(last) or listed.next_open(None) or listed.neighbour(None, 0):
            project.open_article(article)

    def _show_article(self) -> None:
        self.reading_position.leave()
        self.selection.choose(None)
        self.article_display.show_article()
        self.unfold_boilerplate()
        self.navigation.show_details()
        self.menus.refresh(self.project)
        if self.project and self.project.records:
            self.settings.keep_article(self.project.store.path, self.project.records.article.id)
            self.reading_position.arrive(self.project.records.article.id)

    def _follow(self, edit: Edit) -> None:
        """Follow an edit that is in the file: each room takes what concerns it; undo and redo show their place."""
        self.panes.notice.hide()
        self.panes.article_list.follow(edit)
        self.article_display.follow(edit)
        self.selection.follow(edit)
        self.panes.details.follow(edit)
        self.status.say_saved()
        self.menus.refresh(self.project)
        place = place_of(edit) if edit.undoes else None
        if place and self.panes.article_list.known(place.article):
            self.navigation.show_place(place)
        elif self.project and self.project.records is None:
            self._open_first_article(self.project)
        self._show_start()

    def finish_editing(self) -> bool:
        """Write what is being typed; where that cannot be, say so: it stays where it was typed."""
        if self.panes.finish_editing():
            return True
        self.status.say("What you typed cannot be saved as it is. Correct it where it is marked, or press Esc there.")
        return False

    def _escape(self) -> None:
        self.panes.notice.hide()
        self.status.rest()
        self.selection.choose(None)

    def _open_article(self, article: Id) -> None:
        if self.project and self.finish_editing():
            self.project.open_article(article)
            self.view.setFocus()

    # Verbs of the menus that are the window's own

    def undo(self) -> None:
        """Take back what was done last, also in a session before, and show the place."""
        if self.project and self.finish_editing():
            label = self.project.undo_label
            if self.project.undo():
                self.status.say(f"Undone: {label}")

    def redo(self) -> None:
        """Do again what was taken back last, and show the place."""
        if self.project and self.finish_editing():
            label = self.project.redo_label
            if self.project.redo():
                self.status.say(f"Redone: {label}")

    def copy(self) -> None:
        """Copy from the pane that has the focus."""
        focus = QApplication.focusWidget()
        if focus is not None and hasattr(focus, "copy"):
            focus.copy()

    def choose_coder(self) -> None:
        """Ask who annotates from now on."""
        if coder := asking.ask_coder(self, self.settings.coder):
            self.settings.coder = coder
            if self.project:
                self.project.work_as(coder)
                self.menus.refresh(self.project)
            self.status.show_project(self.project)

    def unfold_boilerplate(self) -> None:
        """Show the boilerplate, or fold it again: in this article, and in each that is opened from now on."""
        self.view.folding.set_folded(not self.menus.actions["unfold_boilerplate"].isChecked())

    def _set_appearance(self, appearance: str) -> None:
        self.settings.appearance = appearance
        theme().choose(appearance)

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
        kept = "It is marked in its cell. Everything else is saved."
        return self.panes.finish_editing() or asking.confirm(
            self, "What you typed cannot be saved as it is.", kept, "Quit Anyway"
        )

    def leave(self) -> None:
        """Leave without a question, from whatever menu or dialog is open: what is typed is written if it can be."""
        if self.project and self.project.patience.waits:
            QTimer.singleShot(100, self, self.leave)  # once what waits to be saved is saved, or refused
            return
        self.panes.finish_editing()
        self.panes.keep(self.settings)
        QApplication.exit(0)

    def changeEvent(self, event: QEvent) -> None:
        """On return to the window look whether the file was changed meanwhile, once what brought us here is done."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.returned.emit()
