"""A desk to work at: the real window with keys that go wherever the focus is, as from a keyboard."""

from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.project.project import Project
from gui.start.app import make_application
from gui.system.settings import Settings
from gui.window.main_window import MainWindow
from models.records import ArticleRecords

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


class Desk:
    """One window. Every key press is counted, since what a record costs in keys is what the program is for."""

    def __init__(self) -> None:
        make_application()
        self.window = MainWindow(Settings())
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)
        self.keys = 0

    def open(self, *paths: Path) -> None:
        """Open a project, or articles, and wait until an article is on the screen."""
        self.window.start_with(paths)
        self.wait_for_article()

    def wait_for_article(self) -> None:
        """Let the window work until it shows an article."""
        deadline = QDeadlineTimer(20_000)
        while not (self.window.project and self.window.project.records):
            assert not deadline.hasExpired(), self.window.panes.notice.words or "no article came"
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, deadline)

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

    def select(self, start: int, end: int) -> None:
        """Select a stretch by keys: find its first words, and go on with Shift to its end."""
        words = self.records.text[start:end]
        self.press(Qt.Key.Key_Home, CTRL)
        self.press(Qt.Key.Key_F, CTRL)
        self.type(words[: min(len(words), 24)])
        view = self.window.view
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
