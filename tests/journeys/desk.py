"""A desk to work at: the real window with keys that go wherever the focus is, as from a keyboard."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QMimeData, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.article.article_view import ArticleView
from gui.panels.article_list import ArticleList
from gui.panels.details import Details
from gui.project.project import Project
from gui.start.app import make_application
from gui.system.settings import Settings
from gui.tables import NumbersPanel, SpeakersPanel, StatementsPanel
from gui.tables.panel import TablePanel
from gui.widgets.notice import Notice
from gui.window.main_window import MainWindow
from gui.window.start_page import StartPage
from gui.window.status import Status
from models.files import PROJECT_SUFFIX
from models.ids import Id
from models.records import ArticleRecords

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
HELD = (Qt.MouseButton.LeftButton, NONE)
"""The buttons and keys that are held down while something is dragged."""


the_application = cache(make_application)
"""Make the one application when it is first needed: to dress it again would dress every widget that is still there."""


class Desk:
    """One window. Every key press is counted, since what a record costs in keys is what the program is for."""

    def __init__(self) -> None:
        the_application()
        self.window = MainWindow(Settings())
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)
        self.keys = 0

    def open(self, *paths: Path) -> None:
        """Open a project, or articles, and wait until an article is on the screen, if there is any."""
        if all(path.suffix == PROJECT_SUFFIX for path in paths):
            self.window.start_with(paths)
            self.wait_for_article()
            return
        arrived: list[bool] = []
        connection = self.window.importing.arrived.connect(lambda: arrived.append(True))
        self.window.start_with(paths)
        self.work_until(lambda: bool(arrived))
        self.window.importing.arrived.disconnect(connection)

    def wait_for_article(self) -> None:
        """Let the window work until it shows an article, or an empty list when nothing is worked on."""
        self.work_until(lambda: bool(self.window.project and (self.window.project.records or self._has_no_articles)))

    def work_until(self, done: Callable[[], bool]) -> None:
        """Let the window work, and accept what it previews, until something is done."""
        deadline = QDeadlineTimer(20_000)
        waker = QTimer(interval=100)  # or nothing would look at the deadline if no event comes
        waker.start()
        while not done():
            self.press_enter_in_preview()
            assert not deadline.hasExpired(), self.notice.words or "no article came"
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    @property
    def _has_no_articles(self) -> bool:
        return self.articles.is_empty and not self.window.works.busy

    def add_incoming(self) -> None:
        """Wait until the preview of an import is shown, and add what it offers, with Enter."""
        deadline = QDeadlineTimer(20_000)
        while not self.press_enter_in_preview():
            assert not deadline.hasExpired(), self.notice.words or "no preview came"
            QTest.qWait(5)

    @property
    def preview_is_shown(self) -> bool:
        """Whether the preview of an import is shown."""
        preview = self.window.importing.window
        return preview is not None and preview.isVisible()

    def press_enter_in_preview(self) -> bool:
        """Press Enter in the preview of an import; return whether it is shown."""
        preview = self.window.importing.window
        if preview is None or not self.preview_is_shown:
            return False
        self.keys += 1
        QTest.keyClick(preview.focusWidget() or preview, Qt.Key.Key_Return)
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)
        return True

    # The parts of the window, by the words that people have for them

    @property
    def text(self) -> ArticleView:
        """The article's text."""
        return self.window.workspace.view

    @property
    def articles(self) -> ArticleList:
        """The list of articles."""
        return self.window.workspace.panes.article_list

    @property
    def statements(self) -> StatementsPanel:
        """The table of statements."""
        return self.window.workspace.panes.panel(StatementsPanel)

    @property
    def speakers(self) -> SpeakersPanel:
        """The table of speakers."""
        return self.window.workspace.panes.panel(SpeakersPanel)

    @property
    def numbers(self) -> NumbersPanel:
        """The table of numbers."""
        return self.window.workspace.panes.panel(NumbersPanel)

    @property
    def table(self) -> TablePanel:
        """The table in front."""
        return self.window.workspace.panes.table

    @property
    def details(self) -> Details:
        """The form of what is selected."""
        return self.window.workspace.panes.details

    @property
    def notice(self) -> Notice:
        """The line across the top of the article."""
        return self.window.middle.notice

    @property
    def start(self) -> StartPage:
        """How to begin, where there is no article."""
        return self.window.middle.start

    @property
    def status(self) -> Status:
        """The line at the bottom."""
        return self.window.status

    @property
    def actions(self) -> dict[str, QAction]:
        """The entries of the menus, by their names."""
        return self.window.menus.actions

    @property
    def selected(self) -> Id | None:
        """The record that is selected."""
        return self.window.workspace.selection.record_id

    def choose(self, record: Id | None) -> None:
        """Select a record of the article on the screen, or none."""
        self.window.workspace.selection.choose_here(record)

    def show(self, table: str) -> None:
        """Bring a table to the front, with the keyboard in it."""
        self.actions[f"show_{table}"].trigger()

    @property
    def project(self) -> Project:
        """The open project."""
        assert self.window.project
        return self.window.project

    @property
    def records(self) -> ArticleRecords:
        """The open article."""
        assert self.project.records
        return self.project.records

    @property
    def focus(self) -> QWidget:
        """Where keys go: the order in which Qt itself hands them out."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press and let go a key."""
        for _ in range(times):
            self.keys += 1
            QTest.keyClick(self.focus, key, modifiers)

    def type(self, words: str) -> None:
        """Type words, letter by letter."""
        for letter in words:
            self.keys += 1
            if letter.isascii():
                QTest.keyClicks(self.focus, letter)
            else:  # a key that only some keyboards have: it has its text, and no code of its own
                QTest.sendKeyEvent(QTest.KeyAction.Click, self.focus, Qt.Key.Key_unknown, letter, NONE)

    def drop(self, mime: QMimeData) -> None:
        """Drag something from another program into the window, and let it go."""
        entering = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, mime, *HELD)
        QApplication.sendEvent(self.window, entering)
        assert entering.isAccepted()
        QApplication.sendEvent(self.window, QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, mime, *HELD))

    def select(self, start: int, end: int) -> None:
        """Select a stretch by keys: find its first words, and go on with Shift to its end."""
        words = self.records.text[start:end]
        self.press(Qt.Key.Key_Home, CTRL)
        self.press(Qt.Key.Key_F, CTRL)
        self.type(words[: min(len(words), 24)])
        view = self.text
        while view.selection()[0] < start:
            self.press(Qt.Key.Key_Return)
        self.press(Qt.Key.Key_Escape)
        while view.selection()[1] < end:
            self.press(Qt.Key.Key_Right, CTRL | SHIFT)
        while view.selection()[1] > end:
            self.press(Qt.Key.Key_Left, SHIFT)
        assert view.selection() == (start, end), (view.selection(), (start, end), words)

    def close(self) -> None:
        """Close the window as its close button does."""
        self.window.close()
