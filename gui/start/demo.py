"""The sample project: opened in the window or, without a display, recorded offscreen by key presses."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from PySide6.QtCore import QEventLoop, QMessageLogContext, QSettings, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.start.app import make_application, run
from gui.start.machine import has_display
from gui.system.settings import Settings
from gui.window.main_window import MainWindow
from gui.work.sample import coded_sample, made_folder, sample_folder, welcome
from models.cli import exporting
from models.errors import OnrecordError
from models.files import free_path
from models.sample import NAME, PASSAGES, Passage, make_sample, place_beside, place_of, recorded
from models.translation import _


def demo(folder: Path | None) -> int:
    """Show the sample project of a folder, by default one among the documents; return the exit code.

    Without a display it is recorded again, offscreen, and its tables and a picture are written beside it. Raises
    OnrecordError when the folder cannot be written to, holds the sample already, or not everything was recorded.
    """
    if has_display():
        project = coded_sample(folder)
        click.echo(f"Project: {project}")
        return run([project], welcome(project), not_backed_up=project)
    folder = folder or free_path(sample_folder())
    project = made_folder(folder) / NAME
    make_sample(project)
    with tempfile.TemporaryDirectory() as aside:
        # The demo neither uses the settings of the person who runs it nor changes them.
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, aside)
        Settings().backs_up = False
        picture = _record_unseen(project)
    click.echo(f"The project, its tables and a picture of the window:\n{project}")
    exporting.run(project, project.parent, {})
    click.echo(picture)
    return 0


def _record_unseen(project: Path) -> Path:
    """Record the passages in an invisible window; return its picture."""
    make_application()
    qInstallMessageHandler(_tell_qt)
    with _no_error_passed_over():
        window = MainWindow(Settings())
        window.resize(1280, 800)
        window.show()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        window.start_with([project])
        _wait_for_article(window)
        Player(window).record_all()
        _check(window)
        _wait_for_suggestions(window)
        picture = _save_picture(window, project.parent)
        window.close()
    return picture


def _wait_for_article(window: MainWindow) -> None:
    """Let the list of articles be read in the background; then the first article is opened."""
    assert window.project
    if window.project.records is None:
        loop = QEventLoop()
        window.project.article.opened.connect(loop.quit)
        loop.exec()


def _wait_for_suggestions(window: MainWindow) -> None:
    """Let the article be read in the background, so that the picture shows what else could be recorded in it."""
    found = window.workspace.suggestions
    if found.is_seeking:
        loop = QEventLoop()
        found.read.connect(loop.quit)
        loop.exec()


def _tell_qt(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    # The offscreen platform warns that it has no window manager to tell the smallest size of a window.
    if "propagateSizeHints" not in message:
        click.echo(message, err=True)


@contextmanager
def _no_error_passed_over() -> Iterator[None]:
    """Raise the first error of a slot at the end; Qt itself prints it and goes on."""
    errors: list[BaseException] = []
    before = sys.excepthook
    sys.excepthook = lambda _kind, error, _trace: errors.append(error)
    try:
        yield
    finally:
        sys.excepthook = before
    if errors:
        raise errors[0]


class Player:
    """Records the passages as a coder does: by keys that go wherever the focus is."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def record_all(self) -> None:
        """Record every passage, then select the first, with the following ones visible."""
        for passage in PASSAGES:
            self.record(passage)
        self.select(PASSAGES[0].claim, place_of(self._text, PASSAGES[0].claim)[0])
        self.press(Qt.Key.Key_Left)

    def record(self, passage: Passage) -> None:
        """Record one claim with its speaker, its source, its cue and its numbers."""
        claim = place_of(self._text, passage.claim)
        self.select(passage.claim, claim[0])
        self.press(Qt.Key.Key_C)
        self.type(passage.speaker)
        self.press(Qt.Key.Key_Return)
        for words, key in ((passage.source, Qt.Key.Key_S), (passage.cue, Qt.Key.Key_Q)):
            self.select(words, place_beside(self._text, words, claim)[0])
            self.press(key)
        for number in passage.numbers:
            self.select(number, place_of(self._text, number, claim[0])[0])
            self.press(Qt.Key.Key_N)

    @property
    def _text(self) -> str:
        return self._window.workspace.view.text

    def select(self, words: str, start: int) -> None:
        """Search from the top until the words at an offset are found; Esc returns to the text with them selected."""
        self.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        self.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        self.type(words)
        while self._window.workspace.view.selection()[0] < start:
            self.press(Qt.Key.Key_Return)
        self.press(Qt.Key.Key_Escape)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press and release one key."""
        QTest.keyClick(self._target(), key, modifiers)

    def type(self, words: str) -> None:
        """Type words; a letter that has no key is sent as text without a key code."""
        for letter in words:
            if letter.isascii():
                QTest.keyClicks(self._target(), letter)
            else:
                unknown, none = Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier
                QTest.sendKeyEvent(QTest.KeyAction.Click, self._target(), unknown, letter, none)

    def _target(self) -> QWidget:
        # The order in which Qt itself hands out keys.
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self._window


def _check(window: MainWindow) -> None:
    """Raise OnrecordError unless each passage is recorded in the project as it should be."""
    assert window.project and window.project.records
    found = recorded(window.project.records, window.project.registry)
    if lost := [passage.claim for passage in PASSAGES if passage not in found]:
        raise OnrecordError(
            _("The demo recorded {found} claims, but “{value}” is not recorded as it should be.").format(
                found=len(found), value=lost[0]
            )
        )


def _save_picture(window: MainWindow, folder: Path) -> Path:
    path = folder / "window.png"
    QApplication.processEvents()  # changes from the last key are laid out before the window is drawn
    if not window.grab().save(str(path)):
        raise OnrecordError(_("The picture “{path}” cannot be written.").format(path=path))
    return path
