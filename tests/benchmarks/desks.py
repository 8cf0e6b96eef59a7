"""The windows in which benchmarks press keys: the real one on a copy of a project, and plain panes beside it."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QObject, QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.system.background import wait_for_threads
from gui.system.clipboard import let_go_of_clipboard
from gui.system.sharing import let_loop_go_first
from models.places import Place
from models.store.opening import connect
from tests.benchmarks.places import Made
from tests.journeys.desk import Desk

WIDTH, HEIGHT = 1280, 800
"""Pixels of the window: as designed, whatever the screen; what is painted takes its time by its size."""


@contextmanager
def desk_at(made: Made, folder: Path) -> Iterator[Desk]:
    """The window with the article of a project open and drawn to its end; the project is a copy, to be written in."""
    path = folder / f"{uuid4()}.onrecord"
    shutil.copyfile(made.path, path)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / f"settings-{uuid4()}"))
    desk = new_desk()
    try:
        desk.open(path)
        desk.window.workspace.navigation.go_to(Place(made.article))
        let_find(desk)
        settle(desk)
        yield desk
    finally:
        put_away(desk)
        path.unlink()


def new_desk() -> Desk:
    """Return a window as large as designed, in a process whose threads share the interpreter as in the program."""
    desk = Desk()
    share_interpreter()
    desk.window.resize(WIDTH, HEIGHT)
    return desk


@cache
def share_interpreter() -> None:
    """Make this process the program."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    let_loop_go_first(app)


def put_away(desk: Desk) -> None:
    """Close a window and delete it, so that the next one is alone, and leave as the program leaves."""
    desk.close()
    desk.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    wait_for_threads()
    let_go_of_clipboard()


def settle(desk: Desk) -> None:
    """Let the window finish all that it does while nobody waits, and delete what it has closed, as its loop does."""
    while desk.project.article.is_opening or desk.text.display.is_marking or desk.statements.view.is_measuring:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def let_find(desk: Desk) -> None:
    """Let the article be read until its suggestions are known."""
    while desk.window.workspace.suggestions.is_seeking:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def panes(desk: Desk) -> tuple[QWidget, QWidget]:
    """What shows the text, and what shows the table."""
    return desk.text.viewport(), desk.table.view.viewport()


def reopen(desk: Desk, path: Path) -> None:
    """Open a project that may be open already, which the window alone would only show."""
    desk.window.project_file.close()
    desk.open(path)


def bring_up(desk: Desk) -> None:
    """Let the window be the one that keys go to, where there are several."""
    if not desk.window.isActiveWindow():
        desk.window.activateWindow()
        if not QTest.qWaitForWindowActive(desk.window):
            raise RuntimeError("The window does not come up.")
    desk.text.setFocus()


def paint_whole(desk: Desk) -> None:
    """Paint all that is in the pane of the text and in the pane of the table, in one frame."""
    for pane in (desk.window.workspace.panes.article, desk.table):
        pane.update()
    QCoreApplication.sendPostedEvents(desk.window, QEvent.Type.UpdateRequest)


def paint_changed(desk: Desk) -> None:
    """Paint, in one frame, what an edit of a record changes: both panes, the details, the row of the article in its
    list, and the cell and the list of offers that have opened, if they have.
    """
    articles = desk.articles.view
    articles.viewport().update(articles.visualRect(articles.currentIndex()))
    others = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not desk.window]
    for pane in (desk.window.workspace.panes.article, desk.table, desk.details, *others):
        pane.update()
    for window in (desk.window, *others):
        QCoreApplication.sendPostedEvents(window, QEvent.Type.UpdateRequest)


def paint_window(desk: Desk) -> None:
    """Paint all that is in the window, in one frame, as when another window becomes the active one."""
    for each in (desk.window, *desk.window.findChildren(QWidget)):
        each.update()
    QCoreApplication.sendPostedEvents(desk.window, QEvent.Type.UpdateRequest)


def repaint(desk: Desk) -> None:
    """Paint the text and the cells of the table, at once."""
    for pane in panes(desk):
        pane.repaint()


class Painted(QObject):
    """Watches that panes really are painted: what is never shown is quickly done."""

    def __init__(self, *watched: QWidget) -> None:
        super().__init__()
        self._missing = set[QObject]()
        self._watched = watched
        for each in watched:
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._missing.discard(watched)
        return False

    def expect(self) -> None:
        """From now on each of them has to be painted."""
        self._missing = set(self._watched)

    def wait(self) -> None:
        """Let the window work until each of them has been; RuntimeError if that does not happen in twenty seconds."""
        deadline = QDeadlineTimer(20_000)
        while not deadline.hasExpired():
            QApplication.processEvents()
            if not self._missing:
                return
        raise RuntimeError(f"never painted: {[each.objectName() for each in self._missing]}")


class Ledger:
    """The least that can be kept durably: one small row in a file with the settings of a project."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"{uuid4()}.sqlite"
        sqlite3.connect(self._path).close()
        self._path.touch()
        self._connection = connect(self._path)
        self._connection.execute("CREATE TABLE kept (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT")

    def commit(self) -> None:
        """Keep one more row."""
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("INSERT INTO kept (words) VALUES ('said')")
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        self._path.unlink()
