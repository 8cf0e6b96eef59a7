"""Waiting for another program that holds the file, with a window that stays alive and takes no keys meanwhile."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, QTimer, Signal

from models.errors import Busy
from models.translation import _

A = TypeVar("A")

AT_ONCE = 0.02
"""Seconds that one try may wait for the lock, for which the window does not react."""
LONGEST = 5_000
"""Milliseconds after which the question is given up."""
BETWEEN = 50
"""Milliseconds between two tries."""


class Patience(QObject):
    """Tries again while the file is busy. What is typed meanwhile comes afterwards, in its order."""

    began = Signal()
    ended = Signal()
    """What waited was answered, or given up."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.waits = False

    def ask(self, question: Callable[[], A]) -> A:
        """Return the answer. Raises Busy when it takes too long, or at once while another question waits."""
        if self.waits:
            raise Busy(
                _("Another change still waits to be saved."),
                _("This change was not written."),
                _("Try again in a moment."),
            )
        try:
            return question()
        except Busy:
            return self._insist(question)

    def _insist(self, question: Callable[[], A]) -> A:
        deadline = QDeadlineTimer(LONGEST)
        try:
            while True:
                self._rest()
                try:
                    return question()
                except Busy:
                    if deadline.hasExpired():
                        raise
        finally:
            self.ended.emit()

    def _rest(self) -> None:
        self.waits = True
        self.began.emit()
        loop = QEventLoop()
        QTimer.singleShot(BETWEEN, loop, loop.quit)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self.waits = False
