"""The one writer of the open project: it signs edits, writes them in turn, and keeps those that are refused."""

from collections.abc import Callable, Hashable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.project.long_edit import Make
from gui.project.reader import Reader
from gui.project.turns import Turns
from gui.project.unsaved import Refused, Unsaved
from gui.project.waiting import Waiting
from gui.system.background import Works
from models.edits import Edit
from models.errors import OnrecordError

if TYPE_CHECKING:
    from models.store import Store
    from models.store.long_write import LongWrite

LONG = 100
"""Edits of more rows than this, which take about 20 milliseconds, are written in another thread."""

BeforeBulk = Callable[[bool, Callable[[], bool]], object]
"""What is done before an edit of very many rows, in its thread: it is told whether the coder waits for the edit, and
what says that it was stopped. It may raise Interrupted."""


class Writer(QObject):
    """Writes edits. `follow` is called with each one that is in the file, before anything else is read from it."""

    failed = Signal(OnrecordError)

    def __init__(  # noqa: PLR0913
        self,
        store: "Store",
        reader: Reader,
        waiting: Waiting,
        coder: str,
        *,
        follow: Callable[[Edit], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._store, self._reader, self._waiting, self._follow = store, reader, waiting, follow
        self.coder = coder
        """Whose initials the edits get."""
        self.before_bulk: BeforeBulk = lambda _waits, _stopped: None
        """Called before each edit that another thread writes, such as a backup of the project."""
        self.unsaved = Unsaved(self)
        self.turns = Turns(store, reader, waiting, self)
        self.turns.written.connect(follow)
        self.turns.refused.connect(self._refuse)
        self.turns.failed.connect(self.failed)

    def write(self, edit: Edit, kept_in: Hashable | None = None) -> bool:
        """Write an edit as `Project.do` does: a long one in another thread."""
        if len(edit.changes) > LONG:
            make = self._signing(lambda _write: edit, waits=True)
            return self.turns.write_and_wait(edit.label, make, lambda: _signed(edit, self.coder))
        return self._write(_signed(edit, self.coder), kept_in)

    def write_beside(
        self,
        works: Works,
        label: str,
        make: Make,
        then: Callable[[Edit], None],
        stopped: Callable[[], object] | None = None,
    ) -> None:
        """Make and write an edit as `Project.do_long` does."""
        self.turns.write_beside(works, label, self._signing(make, waits=False), then, stopped)

    def write_in_thread(self, label: str, make: Make) -> bool:
        """Make and write an edit as `Project.do_in_thread` does."""
        return self.turns.write_and_wait(label, self._signing(make, waits=True))

    def _write(self, signed: Edit, kept_in: Hashable | None = None) -> bool:
        try:
            written = self.turns.ask(lambda: self._apply(signed))
        except OnrecordError as error:
            self._refuse(signed, error, kept_in)
            return False
        self._take_written(signed, written, kept_in)
        return True

    def _take_written(self, signed: Edit, written: Edit | None, kept_in: Hashable | None = None) -> None:
        if written:
            self.unsaved.take(signed, kept_in)
            self._follow(written)

    def _refuse(self, edit: Edit, error: OnrecordError, kept_in: Hashable | None = None) -> None:
        self.unsaved.keep(edit, error, kept_in)
        self.failed.emit(error)

    def save_again(self, *, waits: bool = True) -> bool:
        """Do each gesture that was refused once more, until one is refused again; return whether all were saved.

        Without `waits` it is a quiet attempt, as in the middle of other work: long edits are left for later, and what
        is refused for the same reason as before is not reported again.
        """
        for refused in self.unsaved.gestures:
            if not (self._do_again(refused.edit) if waits else self._try_quietly(refused)):
                return False
        return True

    def _do_again(self, edit: Edit) -> bool:
        """Do an edit once more with the signature that it has."""
        if len(edit.changes) > LONG:
            return self.turns.write_and_wait(edit.label, lambda _write: edit, lambda: edit)
        return self._write(edit)

    def _try_quietly(self, refused: Refused) -> bool:
        if self.turns.writing or self._waiting.active or len(refused.edit.changes) > LONG:
            return False
        try:
            written = self._apply(refused.edit)
        except OnrecordError as error:
            if type(error) is not type(refused.error) or error.what != refused.error.what:
                self._refuse(refused.edit, error)
            return False
        self._take_written(refused.edit, written)
        return True

    def _apply(self, edit: Edit) -> Edit | None:
        with self._reader.held():
            return self._store.apply(edit)

    def _signing(self, make: Make, *, waits: bool) -> Make:
        coder, before = self.coder, self.before_bulk

        def make_signed(write: "LongWrite") -> Edit:
            before(waits, lambda: write.stopped)
            return _signed(make(write), coder)

        return make_signed


def _signed(edit: Edit, coder: str) -> Edit:
    return edit.stamped(coder, datetime.now(UTC).isoformat(timespec="milliseconds"))
