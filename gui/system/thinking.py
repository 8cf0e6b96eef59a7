"""Work something out in another thread, so that the event loop never waits for it."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject

from gui.system.background import Work

A = TypeVar("A")


class Thinking(QObject):
    """Calls pure functions, one at a time, and delivers an answer only if no other question was asked meanwhile.

    A function that is running cannot be stopped: the next question waits for it, and its answer is dropped.
    """

    def __init__(self, label: str, parent: QObject) -> None:
        super().__init__(parent)
        self._label = label
        self._work: Work | None = None
        self._waiting: Callable[[], None] | None = None
        self._asked = 0

    @property
    def busy(self) -> bool:
        """Whether an answer is still expected."""
        return self._work is not None

    def ask(self, question: Callable[[], A], then: Callable[[A], None]) -> None:
        """Ask a question; `then` gets the answer in the event loop, unless another one is asked before."""
        self._asked += 1
        asked = self._asked

        def take(answer: A) -> None:
            if asked == self._asked:
                then(answer)

        def begin() -> None:
            work = self._work = Work(self._label, lambda _work: question(), self)
            work.succeeded.connect(take)
            work.ended.connect(partial(self._go_on, work))
            work.start()

        if self._work is None:
            begin()
        else:
            self._waiting = begin

    def forget(self) -> None:
        """Drop the question that is being answered, and the one that waits."""
        self._asked += 1
        self._waiting = None

    def close(self) -> None:
        """Want no answer any more; a thread that still runs is waited for when the program ends."""
        self.forget()
        if self._work:
            self._work.cancel()
            self._work = None

    def _go_on(self, ended: Work) -> None:
        """Begin with the question that waits, once a function has ended, unless it was not waited for."""
        if self._work is not ended:
            return
        self._work, waiting, self._waiting = None, self._waiting, None
        if waiting:
            waiting()
