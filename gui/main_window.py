"""The window: makes the rooms and connects them. What they do stands in the rooms themselves."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from gui.background import Works
from gui.checking import Checking
from gui.choice import Choice
from gui.deleting import Deleting
from gui.dialogs import asking
from gui.exchange import Exchange
from gui.exporting import Exporting
from gui.keyboard import Keyboard
from gui.log import log_path, put_down_as_told, untold_crash
from gui.menu_key import add_menu_key
from gui.menus import Menus
from gui.merging import Merging
from gui.notice import News, Offer
from gui.panes import Panes
from gui.places import Places
from gui.project import Project
from gui.projects import Projects
from gui.reading import Reading
from gui.recording import Recording
from gui.settings import Settings
from gui.status import Status
from gui.theme import theme
from models.edits import Edit, place_of
from models.entities import Record
from models.errors import OnrecordError
from models.ids import Id

READ_ONLY = "is read-only: you can read and export it, but nothing in it can be changed. To work on it, save a copy."

CRASHED = (
    "Onrecord crashed. Every finished edit is saved. The log says where it happened; please send it to those who make "
    "Onrecord:"
)


HELD = "You can read and export it here; what is changed there is shown when you return to this window."
ALTERED = (
    "is not the one that was imported: the file was damaged. Nothing can be recorded in it. Open the last good copy of "
    "the project; or delete this article and import it again."
)


class MainWindow(QMainWindow):
    """One project in one window."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setAcceptDrops(True)
        self.settings = settings
        self.panes = Panes(self)
        self.view = self.panes.article.view
        self.choice = Choice(self)
        self._speaker: Id = ""
        self._begun = False
        self.projects = Projects(self, settings, self.finish_editing)
        self.works = Works(self)
        self.exchange = Exchange(self, self.projects, self.works, self.finish_editing)
        self.exporting = Exporting(self, self.projects, self.works, self.finish_editing)
        self.checking = Checking(self, self.projects, self.works, self.finish_editing)
        self.reading = Reading(self.view, self.panes.article_list, self.finish_editing, self)
        self.places = Places(self.view, settings, self)
        self.recording = Recording(self.view, self.panes.statements, self.choice, self)
        self.deleting = Deleting(self, self.panes, self.choice)
        self.merging = Merging(self)
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
        self.projects.project_changed.connect(self._show_project)
        self.projects.closing.connect(self.works.end_all)
        self.projects.closing.connect(self.places.leave)
        self.checking.place_requested.connect(self.go_to)
        self.checking.speaker_requested.connect(panes.show_speaker)
        self.works.begun.connect(self.status.show_work)
        self.works.ended.connect(self._show_start)
        self.panes.start.set_actions(self.menus.actions)
        self.panes.start.recent_chosen.connect(self.projects.open_path)
        self.exchange.arrived.connect(self.view.setFocus)
        for failing in (self.projects, self.exchange, self.works):
            failing.failed.connect(panes.notice.show_error)
        for telling in (self.projects, self.exporting):
            telling.told.connect(panes.notice.show_news)
        rooms = (self.projects, self.works, self.exchange, self.exporting, self.reading, self.recording)
        for room in (*rooms, self.deleting, self.merging):
            room.hint.connect(self.status.say)
        for naming in (panes.speakers, panes.details):
            naming.same_name.connect(self.merging.offer)
        panes.article_list.article_requested.connect(self._open_article)
        panes.article_list.status_requested.connect(self.reading.set_done)
        panes.article_list.delete_requested.connect(self.reading.delete)
        self.choice.changed.connect(self._show_choice)
        self.choice.changed.connect(self.status.rest)
        self.view.record_chosen.connect(self._choose_in_text)
        self.view.escaped.connect(self._escape)
        panes.statements.boundaries_requested.connect(self.recording.select_words)
        panes.statements.sight_wanted.connect(panes.bring_up_statements)
        for panel in (panes.statements, panes.numbers):
            panel.record_chosen.connect(self._choose_in_table)
            panel.place_requested.connect(self.go_to)
        for table in (panes.statements, panes.speakers, panes.numbers):
            table.hint.connect(self.status.say)
            table.delete_requested.connect(self.deleting.delete_selected)
        panes.speakers.speaker_chosen.connect(self._choose_speaker)
        for pane in (panes.article_list, panes.statements, panes.speakers, panes.numbers, panes.details):
            pane.returned.connect(self.view.setFocus)
        panes.details.unwritten.connect(panes.notice.show_error)
        panes.tables.currentChanged.connect(lambda _index: self._show_details())
        self.status.coder_clicked.connect(self.choose_coder)
        self.menus.recent_chosen.connect(self.projects.open_path)
        self.menus.appearance_chosen.connect(self._set_appearance)
        self.menus.title_bars_wanted.connect(panes.show_title_bars)

    # The project

    @property
    def project(self) -> Project | None:
        """The open project."""
        return self.projects.project

    def start_with(self, paths: Sequence[Path]) -> None:
        """Open what was given, or else the project of last time, at the article of last time."""
        if paths:
            self.exchange.open_paths(paths)
        elif recent := self.settings.recent:
            self.projects.open_path(recent[0])
        self._begun = True
        self._show_start()

    def _show_start(self) -> None:
        """Say how to begin where there is no article to show: not before the window has opened what it was given."""
        empty = self.project is None or (self.project.records is None and self.panes.article_list.is_empty)
        if self._begun and empty and not self.works.busy:
            self.panes.show_start(self.project, self.settings.recent)
        else:
            self.panes.show_article()

    def tell_of_crash(self) -> None:
        """Say that the program ended of a fault before, unless that has been said, below what else is to be read."""
        if untold_crash():
            notice = self.panes.notice
            words = f"{notice.words}\n\n{CRASHED} {log_path()}".strip()
            notice.show_news(News(words, (Offer("Show Log", self.show_log),)))
            put_down_as_told()

    def _show_project(self) -> None:
        project, panes = self.project, self.panes
        panes.notice.hide()
        if project:
            project.failed.connect(panes.notice.show_error)
        rooms = (panes.article_list, self.choice, self.reading, self.recording, self.deleting, self.merging)
        for room in (*rooms, panes.statements, panes.speakers, panes.numbers, panes.details):
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
            if project.store.read_only:
                offer = Offer("Save a Copy…", self.projects.save_copy)
                held = self.projects.held
                words = f"{held.what} {HELD}" if held else f"“{project.store.path.name}” {READ_ONLY}"
                panes.notice.show_news(News(words, (offer,)))
        self._show_choice()
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
        self.places.leave()
        self.choice.choose(None)
        self.reading.show_article()
        self.unfold_boilerplate()
        self._show_details()
        self.menus.refresh(self.project)
        if self.project and self.project.records:
            self.settings.keep_article(self.project.store.path, self.project.records.article.id)
            self.places.arrive(self.project.records.article.id)
            if self.project.records.altered:
                self.panes.notice.show_news(News(f"The text of “{self.project.records.article.title}” {ALTERED}"))

    def _follow(self, edit: Edit) -> None:
        """Follow an edit that is in the file: each room takes what concerns it; undo and redo show their place."""
        self.panes.notice.hide()
        self.panes.article_list.follow(edit)
        self.reading.follow(edit)
        self.choice.follow(edit)
        self.panes.details.follow(edit)
        self.status.say_saved()
        self.menus.refresh(self.project)
        place = place_of(edit) if edit.undoes else None
        if place and self.panes.article_list.known(place.article):
            self._show_place(place.article, place.record)
        elif self.project and self.project.records is None:
            self._open_first_article(self.project)
        self._show_start()

    def finish_editing(self) -> bool:
        """Write what is being typed; where that cannot be, say so: it stays where it was typed."""
        if self.panes.finish_editing():
            return True
        self.status.say("What you typed cannot be saved as it is. Correct it where it is marked, or press Esc there.")
        return False

    # Choosing

    def _choose_in_text(self, record: str, span: str) -> None:
        if record:
            self.choice.choose(record, span)

    def _choose_in_table(self, record: str) -> None:
        """Choose what a table shows; a line of another article is only gone to when it is asked for.

        It is chosen all the same, in place of the one before, which Delete would take otherwise.
        """
        self.choice.choose(record)
        if self.project and self.project.records and record in self.project.records:
            self.view.choose(record, scroll=True)

    def _show_choice(self) -> None:
        self.view.choose(self.choice.record_id, scroll=not self.view.hasFocus())
        self.panes.statements.choose(self.choice.record_id)
        self._show_details()

    def _show_details(self) -> None:
        self.panes.details.show_record(self._record_of_details())

    def _choose_speaker(self, speaker: Id) -> None:
        self._speaker = speaker
        self._show_details()

    def _record_of_details(self) -> Record | None:
        """What the details are about: the chosen speaker, the chosen claim or number, or else the article."""
        if self.project is None:
            return None
        if self.panes.table is self.panes.speakers:
            return self.project.registry.speakers.get(self._speaker)
        return self.choice.record or (self.project.records.article if self.project.records else None)

    def _escape(self) -> None:
        self.panes.notice.hide()
        self.status.rest()
        self.choice.choose(None)

    def _open_article(self, article: Id) -> None:
        if self.project and self.finish_editing():
            self.project.open_article(article)
            self.view.setFocus()

    def go_to(self, article: Id, record: Id | None) -> None:
        """Go to the place of a record in the text of its article."""
        if self._show_place(article, record):
            self.view.setFocus()

    def _show_place(self, article: Id, record: Id | None) -> bool:
        """Show the place of a record, in its article; the focus stays where one works."""
        if self.project is None:
            return False
        elsewhere = self.project.records is None or self.project.records.article.id != article
        if elsewhere and not (self.finish_editing() and self.project.open_article(article)):
            return False
        self.choice.choose(record)
        self.view.choose(record, scroll=True)
        return True

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
                self.project.coder = coder
            self.status.show_project(self.project)

    def unfold_boilerplate(self) -> None:
        """Show the boilerplate, or fold it again: in this article, and in each that is opened from now on."""
        self.view.set_folded(not self.menus.actions["unfold_boilerplate"].isChecked())

    def _set_appearance(self, appearance: str) -> None:
        self.settings.appearance = appearance
        theme().choose(appearance)

    def show_keys(self) -> None:
        """Show all keys beside the window, once."""
        # Dialogs are loaded when they are first asked for: the window is painted before.
        from gui.dialogs.keys import KeysDialog

        dialog = self.findChild(KeysDialog) or KeysDialog(self)
        dialog.show()
        dialog.activateWindow()

    def show_log(self) -> None:
        """Open the log in the program that the system has for it."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        if not log_path().exists() or not log_path().stat().st_size:
            self.status.say("The log is empty: nothing has gone wrong.")
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_path()))):
            self.status.say(f"The log is {log_path()}.")

    def show_about(self) -> None:
        """Say what this is."""
        from gui.dialogs.about import show_about

        show_about(self)

    # Leaving, and what is dropped on the window

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what is typed, remember the window, and let go of the file."""
        if (self.project and self.project.patience.waits) or not self.may_leave():
            event.ignore()
            return
        self.panes.keep(self.settings)
        self.projects.close()
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
            QTimer.singleShot(0, self, self._catch_up)

    def _catch_up(self) -> None:
        """Show what another window or program has changed in the file; edit it here once the other has closed it."""
        project = self.project
        if project is None or QApplication.activeModalWidget():
            return
        changed = project.read(lambda store: store.changed_elsewhere())
        if (self.projects.let_go_elsewhere() or changed) and self.projects.open_path(project.store.path):
            self.status.say("The project was changed elsewhere, and is shown as it is now.")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and text from other programs."""
        self._take_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take them anywhere."""
        self._take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open or import what was dropped."""
        if self._take_copy(event):
            mime, urls = event.mimeData(), event.mimeData().urls()
            paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
            text = urls[0].toString() if urls else mime.text()  # a link may come with its words as the text
            # Later, since a question asked now would hold up the program that it was dragged from.
            QTimer.singleShot(0, self, lambda: self.exchange.take_drop(paths, text))

    @staticmethod
    def _take_copy(event: QDropEvent) -> bool:
        """Accept what is dragged if it can be copied: a program that hears of a move deletes its text or its files."""
        mime, copy = event.mimeData(), Qt.DropAction.CopyAction
        ours = event.source() is not None  # words dragged from a field of our own are no article
        if ours or not (event.possibleActions() & copy and (mime.hasUrls() or mime.hasText())):
            event.ignore()
            return False
        event.setDropAction(copy)
        event.accept()
        return True
