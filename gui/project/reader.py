"""Questions about the whole project, asked beside the event loop: it never waits for an answer."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Condition, Thread
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from models.errors import Interrupted, OnrecordError

if TYPE_CHECKING:
    from models.store.view import StoreView

A = TypeVar("A")


@dataclass(slots=True, eq=False)
class _Question:
    """What somebody asked, and what came of it."""

    asker: Hashable
    ask: "Callable[[StoreView], Any]"
    then: Callable[[Any], None]
    answer: Any = None
    error: OnrecordError | None = None


class Reader(QObject):
    """One thread with a connection that only reads. Questions are answered in the order in which they were asked.

    Of each asker only the latest question is answered: one before it is left out, or broken off.
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
        self._thread = Thread(target=self._run, name="reader", daemon=True)
        self._done.connect(self._tell)

    @property
    def busy(self) -> bool:
        """Whether somebody waits for an answer."""
        return bool(self._latest)

    def ask(self, asker: Hashable, question: "Callable[[StoreView], A]", then: Callable[[A], None]) -> None:
        """Ask a question; `then` is given the answer, in the event loop, unless the asker asks another one before."""
        asked = _Question(asker, question, then)
        with self._state:
            if self._closed:
                return
            self._waiting.pop(asker, None)
            self._waiting[asker] = self._latest[asker] = asked
            if self._running and self._running.asker == asker:
                self._view.interrupt()
            self._state.notify_all()
        if self._thread.ident is None:
            self._thread.start()

    def forget(self, asker: Hashable) -> None:
        """Leave the question of an asker without an answer."""
        with self._state:
            self._waiting.pop(asker, None)
            if self._latest.pop(asker, None) and self._running and self._running.asker == asker:
                self._view.interrupt()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Ask nothing for the length of a block, which can be in any thread: SQLite writes only while nobody reads.

        A question that is broken off for it is asked again afterwards.
        """
        with self._state:
            self._held += 1
            self._break_off()
        try:
            yield
        finally:
            with self._state:
                self._held -= 1
                self._state.notify_all()

    def close(self) -> None:
        """Break off what is being asked, and wait until the thread has ended."""
        with self._state:
            self._closed = True
            self._latest.clear()
            self._break_off()
            self._state.notify_all()
        if self._thread.ident is not None:
            self._thread.join()

    def _break_off(self) -> None:
        """Wait until nothing is being asked."""
        if self._running:
            self._view.interrupt()
            self._state.wait_for(lambda: self._running is None)

    def _tell(self, asked: _Question) -> None:
        """Hand over an answer in the event loop, unless it is not wanted any more."""
        if self._latest.get(asked.asker) is not asked:
            return
        del self._latest[asked.asker]
        if asked.error:
            self.failed.emit(asked.error)
        else:
            asked.then(asked.answer)
        if not self._latest:
            self.idle.emit()

    # In the thread

    def _run(self) -> None:
        while asked := self._next():
            broken_off = self._answer(asked)
            with self._state:
                self._running = None
                if broken_off and self._latest.get(asked.asker) is asked:
                    self._waiting = {asked.asker: asked, **self._waiting}
                self._state.notify_all()
            if not broken_off:
                self._done.emit(asked)
        self._view.close()

    def _next(self) -> _Question | None:
        with self._state:
            self._state.wait_for(lambda: self._closed or (self._waiting and not self._held))
            if self._closed:
                return None
            self._running = self._waiting.pop(next(iter(self._waiting)))
            self._view.resume()
            return self._running

    def _answer(self, asked: _Question) -> bool:
        """Ask the file; return whether the question was broken off."""
        try:
            asked.answer = asked.ask(self._view)
        except Interrupted:
            return True
        except OnrecordError as error:
            asked.error = error
        return False
