"""Make and write an edit in another thread, while the window stays responsive."""

from collections.abc import Callable
from contextlib import ExitStack
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from gui.project.reader import Reader
from gui.project.waiting import StillWriting
from gui.system.background import Work
from models.edits import Edit
from models.errors import Interrupted, OnrecordError
from models.translation import _

if TYPE_CHECKING:
    from models.store.long_write import LongWrite

A = TypeVar("A")
Make = Callable[["LongWrite"], Edit]
"""A function that makes the edit in the other thread; it may read the history."""


class LongEdit:
    """An edit that is being written: `run` is for the other thread, everything else for the event loop.

    From the commit until `let_go` no question is answered, so that nobody sees a change before the views follow it.
    """

    def __init__(self, label: str, write: "LongWrite", make: Callable[[], Edit], reader: Reader) -> None:
        self.label, self.write = label, write
        self.then: Callable[[Edit], None] | None = None
        self.stopped: Callable[[], object] | None = None
        """What follows if the coder has stopped it, and nothing was written."""
        self.ended = self.was_stopped = False
        self.edit: Edit | None = None
        """The edit that was written, once the thread has ended; None if it was refused or changes nothing."""
        self.refused: Edit | None = None
        """The edit that was made and could not be written."""
        self.error: OnrecordError | None = None
        self._make, self._reader = make, reader
        self._reading = Lock()
        self._committing = False
        self._held = ExitStack()

    def run(self, _work: Work) -> None:
        """Make the edit and write it."""
        made: Edit | None = None
        try:
            made = self._make()
            self.edit = self.write.apply(made, self._before_commit)
        except OnrecordError as error:
            self.error, self.refused = error, made
        except Interrupted:
            self.was_stopped = True
        finally:
            self.ended = True

    def _before_commit(self) -> None:
        with self._reading:
            self._committing = True
        self._held.enter_context(self._reader.held())

    def read(self, question: Callable[[], A]) -> A:
        """Ask the file as it was before the edit. Raises StillWriting once the edit may have been committed."""
        with self._reading:
            if self._committing:
                raise self.still_writing
            return question()

    @property
    def still_writing(self) -> StillWriting:
        """The error for a question or edit that must wait until this edit is written."""
        return StillWriting(
            _("{work} is not finished yet.").format(work=self.label),
            _("This change was not saved."),
            _("Try again in a moment."),
        )

    def let_go(self) -> None:
        """Let the reader answer questions again."""
        self._held.close()
