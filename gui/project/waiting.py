"""Wait until the file can be written to, while the window stays responsive but accepts no keys."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, QThread, QTimer, Signal

from models.errors import Busy
from models.translation import _

A = TypeVar("A")

AT_ONCE = 0.02
"""Seconds that one attempt may wait for the lock; the window does not react during that time."""
LONGEST = 5_000
"""Milliseconds after which the attempts end."""
BETWEEN = 50
"""Milliseconds between two attempts."""


class StillWriting(Busy):
    """A long edit of ours is being written. Waiting for it has no limit, since it will end."""


class Waiting(QObject):
    """Tries again while the file is busy. Keys typed in the meantime are delivered afterwards, in order."""

    began = Signal(str)
    """Waiting has begun; the text says for what."""
    ended = Signal()
    """Waiting has ended, with or without an answer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.active = False

    def ask(self, question: Callable[[], A]) -> A:
        """Return the answer. Raises Busy if it takes too long, or at once if another question is waiting."""
        if self.active:
            raise Busy(
                _("Another change is still being saved."),
                _("This change was not saved."),
                _("Try again in a moment."),
            )
        try:
            return question()
        except Busy as busy:
            return self._insist(question, busy)

    def wait_for(self, thread: QThread, words: str) -> None:
        """Run a thread to its end. No question may be waiting."""
        loop = QEventLoop()
        thread.finished.connect(loop.quit)
        thread.start()
        self.wait_in(loop, words)

    def wait_in(self, loop: QEventLoop, words: str) -> None:
        """Wait until something quits a loop; the words say for what. No question may be waiting."""
        self.began.emit(f"{words} …")
        try:
            self._rest(loop)
        finally:
            self.ended.emit()

    def let_paint(self) -> None:
        """Let the window show what has happened, before something else that takes its time; no question may wait."""
        loop = QEventLoop()
        QTimer.singleShot(0, loop, loop.quit)
        try:
            self._rest(loop)
        finally:
            self.ended.emit()

    def _insist(self, question: Callable[[], A], busy: Busy) -> A:
        deadline = QDeadlineTimer(LONGEST)
        try:
            while True:
                loop = QEventLoop()
                QTimer.singleShot(BETWEEN, loop, loop.quit)
                self.began.emit(_("{what} Waiting …").format(what=busy.what))
                self._rest(loop)
                try:
                    return question()
                except StillWriting:
                    deadline.setRemainingTime(LONGEST)
                except Busy as again:
                    busy = again
                    if deadline.hasExpired():
                        raise
        finally:
            self.ended.emit()

    def _rest(self, loop: QEventLoop) -> None:
        self.active = True
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self.active = False
