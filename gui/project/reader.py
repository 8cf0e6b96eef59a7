"""Ask questions about the whole project in another thread, so that the event loop never waits for an answer."""

from collections import deque
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Condition, Thread
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import Shiboken

from models.errors import Interrupted, OnrecordError

if TYPE_CHECKING:
    from models.store.view import StoreView

A = TypeVar("A")


@dataclass(slots=True, eq=False)
class _Question:
    """A question, its asker, and the answer; it has neither answer nor error if asking failed unexpectedly."""

    asker: Hashable
    ask: "Callable[[StoreView], Any]"
    then: Callable[[Any], None]
    answer: Any = None
    answered: bool = False
    error: OnrecordError | None = None


class Reader(QObject):
    """One thread with a read-only connection. Questions are answered in the order in which they were asked.

    Only the latest question of each asker is answered; an earlier one is skipped or interrupted. An asker that Qt has
    deleted meanwhile, such as a dialog that was closed, gets no answer. Each turn of the event loop delivers one
    answer, so that the window is painted and takes keys between two of them.
    """

    failed = Signal(OnrecordError)
    idle = Signal()
    """Every question has been answered."""
    _done = Signal(object)

    def __init__(self, view: "StoreView", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._state = Condition()
        self._waiting: dict[Hashable, _Question] = {}
        self._running: _Question | None = None
        self._latest: dict[Hashable, _Question] = {}
        self._held = 0
        self._closed = False
        self._thread: Thread | None = None
        self._answered = deque[_Question]()
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._tell_next)
        self._done.connect(self._take)

    @property
    def busy(self) -> bool:
        """Whether an answer is still expected."""
        return bool(self._latest)

    def ask(self, asker: Hashable, question: "Callable[[StoreView], A]", then: Callable[[A], None]) -> None:
        """Ask a question; `then` gets the answer in the event loop, unless the same asker asks another one before."""
        asked = _Question(asker, question, then)
        with self._state:
            if self._closed:
                return
            self._waiting.pop(asker, None)
            self._waiting[asker] = self._latest[asker] = asked
            if self._running and self._running.asker == asker:
                self._view.interrupt()
            self._state.notify_all()
            if self._thread is None:
                self._begin()

    def forget(self, asker: Hashable) -> None:
        """Drop the question of an asker."""
        with self._state:
            self._waiting.pop(asker, None)
            if self._latest.pop(asker, None) and self._running and self._running.asker == asker:
                self._view.interrupt()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Pause all questions during a `with` block in any thread, because SQLite writes only while nobody reads.

        An interrupted question is asked again afterwards.
        """
        with self._state:
            self._held += 1
            self._break_off()
        try:
            yield
        finally:
            with self._state:
                self._held -= 1
                if self._waiting:
                    self._state.notify_all()

    def close(self) -> None:
        """Interrupt the current question, and wait until the thread has ended."""
        with self._state:
            self._closed = True
            self._latest.clear()
            self._break_off()
            self._state.notify_all()
        if self._thread:
            self._thread.join()

    def _break_off(self) -> None:
        """Wait until no question is being answered."""
        if self._running:
            self._view.interrupt()
            self._state.wait_for(lambda: self._running is None)

    def _take(self, asked: _Question) -> None:
        self._answered.append(asked)
        self._next_turn.start()

    def _tell_next(self) -> None:
        asked = self._answered.popleft()
        if self._answered:
            self._next_turn.start()
        self._tell(asked)

    def _tell(self, asked: _Question) -> None:
        """Deliver an answer, unless it is no longer wanted."""
        if self._latest.get(asked.asker) is not asked:
            return
        del self._latest[asked.asker]
        if not _is_deleted(asked.asker):
            self._deliver(asked)
        if not self._latest:
            self.idle.emit()

    def _deliver(self, asked: _Question) -> None:
        if asked.error:
            self.failed.emit(asked.error)
        elif asked.answered:
            asked.then(asked.answer)

    # In the thread

    def _begin(self) -> None:
        self._thread = Thread(target=self._run, name="reader", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        """Answer questions until the reader is closed. An unexpected error is reported, and another thread goes on."""
        try:
            while self._answer_next():
                pass
        finally:
            self._view.close()
            with self._state:
                if not self._closed:
                    self._begin()

    def _answer_next(self) -> bool:
        """Answer one question, of which nothing is kept here; return False if the reader was closed."""
        asked = self._next()
        if asked is None:
            return False
        broken_off = False
        try:
            broken_off = self._answer(asked)
        finally:
            self._take_note(asked, broken_off)
        return True

    def _take_note(self, asked: _Question, broken_off: bool) -> None:
        """Deliver a question with what came of it; one that was interrupted is asked again."""
        with self._state:
            self._running = None
            if broken_off and self._latest.get(asked.asker) is asked:
                self._waiting = {asked.asker: asked, **self._waiting}
            self._state.notify_all()
        if not broken_off:
            self._done.emit(asked)

    def _next(self) -> _Question | None:
        with self._state:
            self._state.wait_for(lambda: self._closed or (self._waiting and not self._held))
            if self._closed:
                return None
            self._running = self._waiting.pop(next(iter(self._waiting)))
            self._view.resume()
            return self._running

    def _answer(self, asked: _Question) -> bool:
        """Ask the file; return whether the question was interrupted."""
        try:
            asked.answer = asked.ask(self._view)
            asked.answered = True
        except Interrupted:
            return True
        except OnrecordError as error:
            asked.error = error
        return False


def _is_deleted(asker: Hashable) -> bool:
    """Return whether Qt has deleted an asker, of which Python keeps a shell."""
    return isinstance(asker, QObject) and not Shiboken.isValid(asker)
