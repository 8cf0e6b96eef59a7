"""Work something out in another thread, in steps between which that thread waits for the event loop."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from threading import Event
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from gui.system.background import Work

A = TypeVar("A")

AT_ONCE = 0.005
"""Seconds after which the thread gives way: two threads of one interpreter never work at the same time."""
A_MOMENT = 0.1
"""Seconds after which a thread that waits looks whether it is still wanted."""


class _Answering(Work):
    """The thread that answers one question; unlike the one who asked, it lives until it has ended."""

    found = Signal(int, object, Event)
    """For which question, the steps that are done, and what is set when they are taken."""


class Thinking(QObject):
    """Answers one question at a time, step by step; what is found is delivered unless another question was asked.

    The thread goes on when the event loop has taken what it delivered and has nothing else to do. A question that is
    not wanted any more ends after its present step.
    """

    def __init__(self, label: str, parent: QObject) -> None:
        super().__init__(parent)
        self._label = label
        self._work: _Answering | None = None
        self._waiting: Callable[[], None] | None = None
        self._take: Callable[[Sequence[object]], None] = lambda _steps: None
        self._asked = 0

    @property
    def busy(self) -> bool:
        """Whether an answer is still expected."""
        return self._work is not None

    def ask(
        self, question: Callable[[], Iterator[A]], take: Callable[[Sequence[A]], None], done: Callable[[], None]
    ) -> None:
        """Ask a question; `take` gets some steps of the answer at a time, in the event loop, and `done` is called after
        the last, unless another question is asked before.
        """
        self._asked += 1
        asked = self._asked

        def end(_nothing: object) -> None:
            if asked == self._asked:
                done()

        def begin() -> None:
            self._take = take  # type: ignore[assignment]  # it gets what this question finds, and nothing else
            work = self._work = _Answering(self._label, lambda _work: self._think(work, asked, question()), self)
            work.found.connect(self._deliver)
            work.succeeded.connect(end)
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

    def _think(self, work: _Answering, asked: int, answer: Iterator[object]) -> None:
        """Answer in the other thread."""
        some: list[object] = []
        began = monotonic()
        for step in answer:
            some.append(step)
            if asked != self._asked:
                return
            if monotonic() - began > AT_ONCE:
                self._give_way(work, asked, some)
                some, began = [], monotonic()
        self._give_way(work, asked, some)

    def _give_way(self, work: _Answering, asked: int, some: Sequence[object]) -> None:
        taken = Event()
        work.found.emit(asked, some, taken)
        while asked == self._asked and not taken.wait(A_MOMENT):
            pass

    def _deliver(self, asked: int, some: Sequence[object], taken: Event) -> None:
        if asked == self._asked:
            self._take(some)
        QTimer.singleShot(0, self, taken.set)

    def _go_on(self, ended: Work) -> None:
        """Begin with the question that waits, once a thread has ended, unless it was not waited for."""
        if self._work is not ended:
            return
        self._work, waiting, self._waiting = None, self._waiting, None
        if waiting:
            waiting()
