"""The turns in which the file is asked: one long edit at a time, questions during it, and other edits after it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from gui.project.long_edit import LongEdit, Make
from gui.project.reader import Reader
from gui.project.waiting import BETWEEN, Waiting
from gui.system.background import Work, Works
from models.edits import Edit
from models.errors import OnrecordError

if TYPE_CHECKING:
    from models.store import Store

A = TypeVar("A")


class Turns(QObject):
    """Lets a question, an edit or a long edit have the file when its turn comes.

    A long edit is made and written in another thread, and reported from the event loop: as soon as its thread has
    ended, or by the next question if one is waiting for it.
    """

    written = Signal(Edit)
    """A long edit is in the file."""
    refused = Signal(Edit, OnrecordError)
    """A long edit was made, and could not be written."""
    failed = Signal(OnrecordError)
    """A long edit could not be made, or what followed it failed."""

    def __init__(self, store: "Store", reader: Reader, waiting: Waiting, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._reader, self._waiting = store, reader, waiting
        self._long: LongEdit | None = None
        self._beside: Work | None = None
        self._closed = False
        # Not every question ends a long edit: some wait for something else, or only for the window to be painted.
        waiting.ended.connect(self._end_unless_waiting, Qt.ConnectionType.QueuedConnection)

    @property
    def writing(self) -> bool:
        """Whether a long edit is being written."""
        return self._long is not None

    def ask(self, question: Callable[[], A], *, reading: bool = False) -> A:
        """Ask the file, after any long edit: writing waits until that has ended, reading only for its commit."""

        def ask_in_turn() -> A:
            self._end()
            if self._long is None:
                return question()
            if reading:
                return self._long.read(question)
            raise self._long.still_writing

        return self._waiting.ask(ask_in_turn)

    def write_beside(
        self,
        works: Works,
        label: str,
        make: Make,
        then: Callable[[Edit], None],
        stopped: Callable[[], object] | None = None,
    ) -> None:
        """Make and write a long edit while the coder goes on working; `then` is called after it was reported.

        With `stopped` the coder can stop it before it is written; that is called then, and nothing has changed.
        """
        if long := self._begin(label, make):
            long.then, long.stopped = then, stopped
            work = Work(label, long.run, self, stoppable=stopped is not None, writes=True)
            self._beside = work
            work.cancelled.connect(long.write.stop)
            work.ended.connect(self._end_unless_waiting)
            if not works.begin(work):
                long.ended = True
                self._end()

    def write_and_wait(self, label: str, make: Make, signed: Callable[[], Edit] | None = None) -> bool:
        """Make and write a long edit, and wait for it; return False if it was refused.

        An edit that is there already is refused also where writing cannot begin: `signed` returns it, signed.
        """
        long = self._begin(label, make, signed)
        if long is None:
            return False
        self._waiting.wait_for(Work(label, long.run, self, stoppable=False), label)
        self._end()
        return long.error is None

    def close(self) -> None:
        """Report a long edit whose thread has ended; nothing follows it any more."""
        self._closed = True
        if self._long:
            self._long.then = self._long.stopped = None
            if self._beside and not self._long.ended:  # stopped a moment ago
                self._beside.wait()
            self._end()

    def _begin(self, label: str, make: Make, signed: Callable[[], Edit] | None = None) -> LongEdit | None:
        """Prepare a long edit, when its turn has come."""
        try:
            write = self.ask(self._store.long_write)
        except OnrecordError as error:
            if signed:
                self.refused.emit(signed(), error)
            else:
                self.failed.emit(error)
            return None
        self._long = LongEdit(label, write, lambda: make(write), self._reader)
        return self._long

    def _end_unless_waiting(self) -> None:
        """End a long edit, unless a question is waiting for that; the question then ends it after it has waited."""
        if not self._waiting.active:
            self._end()

    def _end(self) -> None:
        """Report a long edit whose thread has ended."""
        long = self._long
        if long is None or not long.ended:
            return
        self._long = self._beside = None
        problem = self._let_go(long)
        if long.edit:
            self.written.emit(long.edit)
            if long.then:
                # After a pause, so that the views are painted first and keys are taken in between.
                QTimer.singleShot(BETWEEN, self, partial(self._go_on, long.then, long.edit))
        elif long.was_stopped and long.stopped:
            long.stopped()
        if long.error and long.refused:
            self.refused.emit(long.refused, long.error)
        elif problem := problem or long.error:
            self.failed.emit(problem)

    def _let_go(self, long: LongEdit) -> OnrecordError | None:
        long.let_go()
        try:
            self._store.end_long_write(long.write)
        except OnrecordError as error:
            return error
        return None

    def _go_on(self, then: Callable[[Edit], None], edit: Edit) -> None:
        """Call what was to follow a long edit, as soon as no question is waiting, unless the project was closed."""
        if self._waiting.active:
            QTimer.singleShot(BETWEEN, self, partial(self._go_on, then, edit))
        elif not self._closed:
            then(edit)
