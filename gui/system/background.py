"""Long work in the background: in its own thread, with its progress, until it is done or abandoned."""

from collections import deque
from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, QThread, QTimer, Signal, SignalInstance

from models.errors import Interrupted, OnrecordError
from models.translation import _
from models.watching import Watch

_given_up: "dict[int, Work]" = {}
"""Work whose result is no longer wanted, kept until its thread has ended."""


OFTEN = 50
"""Milliseconds after which it is shown what the thread has told: of thousands of steps, nobody reads each."""


class Work(QThread):
    """One long piece of work. `task` is given the work itself, to tell how far it is and to see whether to stop.

    The task must not touch a widget or another thread's store. `succeeded` carries what it returned, once the thread
    has ended. Work that would leave something half done is not `stoppable`, and cannot be cancelled; work that `writes`
    is waited for when the window is left.
    """

    advanced = Signal(int, int)
    """How many steps are done, of how many."""
    step = Signal(str)
    """What is being worked on now, in words."""
    succeeded = Signal(object)
    refused = Signal(OnrecordError)
    cancelled = Signal()
    ended = Signal()
    """The thread has ended; the work is deleted after this."""

    def __init__(
        self,
        label: str,
        task: Callable[["Work"], object],
        parent: QObject,
        *,
        stoppable: bool = True,
        writes: bool = False,
    ) -> None:
        super().__init__(parent)
        self.label, self._task, self.stoppable, self.writes = label, task, stoppable, writes
        self._stop = Event()
        self._news: tuple[SignalInstance, object] | None = None
        self._steps, self._far = deque[str](), deque[tuple[int, int]](maxlen=1)
        self._telling = QTimer(self, interval=OFTEN)
        self._telling.timeout.connect(self._tell)
        self.started.connect(self._telling.start)
        self.finished.connect(self._end)

    def run(self) -> None:
        """Run the task; an unexpected error is handled like any other."""
        try:
            self._news = self.succeeded, self._task(self)
        except OnrecordError as error:
            self._news = self.refused, error

    def begin_step(self, words: str) -> None:
        """Tell in the thread what it works on now, in words; each step is followed by `step`."""
        self._steps.append(words)

    def advance(self, done: int, of: int) -> None:
        """Tell in the thread how much is done, of how much; only the latest is followed by `advanced`."""
        self._far.append((done, of))

    def _tell(self) -> None:
        """Follow what the thread has told, unless nobody wants to know any more."""
        while self._steps and not self.called_off:
            self.step.emit(self._steps.popleft())
        while self._far and not self.called_off:
            self.advanced.emit(*self._far.popleft())

    def _end(self) -> None:
        self._telling.stop()
        self._tell()
        if self._news and not self.called_off:
            signal, news = self._news
            signal.emit(news)
        self.ended.emit()
        self.deleteLater()

    def cancel(self) -> None:
        """Abandon the work at once: its result is not wanted, and its thread ends after the present step."""
        if self._stop.is_set():
            return
        self._stop.set()
        self.setParent(None)
        key = id(self)
        _given_up[key] = self
        self.destroyed.connect(lambda: _given_up.pop(key, None))
        self.cancelled.emit()

    @property
    def watch(self) -> Watch:
        """What the task tells its steps, so that they are shown, and what stops it when it is cancelled."""
        return Watch(self.begin_step, self.advance, lambda: self.called_off)

    @property
    def called_off(self) -> bool:
        """Whether the coder no longer wants the result."""
        return self._stop.is_set()

    def expect_wanted(self) -> None:
        """Raise Interrupted if the coder no longer wants the result."""
        if self.called_off:
            raise Interrupted

    def go_on(self, done: int, of: int) -> None:
        """Show how far the work is. Raises Interrupted if the coder no longer wants the result."""
        self.expect_wanted()
        self.advance(done, of)

    @property
    def was_done(self) -> bool:
        """Whether the thread has ended with a result, even if it was called off: it may have been too late to stop."""
        return self._news is not None and self._news[0] == self.succeeded and self._news[1] is not None


class Works(QObject):
    """One long piece of work at a time; its result belongs to the project that is open."""

    begun = Signal(Work)
    """The work is to be shown with its progress."""
    ended = Signal()
    hint = Signal(str)
    failed = Signal(OnrecordError)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Work | None = None

    @property
    def busy(self) -> bool:
        """Whether any work is running."""
        return self._work is not None

    def is_free(self) -> bool:
        """Return whether work can begin; if other work is not finished yet, say so."""
        if self._work is None or self._work.isFinished():
            return True
        wait = _("{work} is not finished yet. Wait for it.")
        wait_or_cancel = _("{work} is not finished yet. Wait for it, or press Cancel.")
        self.hint.emit((wait_or_cancel if self._work.stoppable else wait).format(work=self._work.label))
        return False

    def begin(self, work: Work) -> bool:
        """Start a piece of work, unless another is not finished yet; return whether it was started."""
        if not self.is_free():
            work.deleteLater()
            return False
        self._work = work
        work.refused.connect(self.failed)
        work.ended.connect(self._end)
        work.cancelled.connect(self._end)
        self.begun.emit(work)
        work.start()
        return True

    def _end(self) -> None:
        if self._work and (self._work.isFinished() or self._work.called_off):
            self._work = None
            self.ended.emit()

    def end_all(self) -> None:
        """Leave nothing unfinished: abandon what can be abandoned, and wait for what must be written to its end."""
        if work := self._work:
            self._work = None
            if work.stoppable and not work.writes:
                work.cancel()
            else:
                work.wait()


def wait_for_threads() -> None:
    """Wait for the threads of abandoned work: the program must not end while they run."""
    for work in tuple(_given_up.values()):
        work.wait()
