"""Write a long edit in another thread, through a separate connection, while the store answers questions."""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

from models.edits import Edit, HistoryLine
from models.entities import Answer, Claim, Content
from models.errors import Interrupted, NotSaved
from models.ids import Id
from models.store import answered, history, reading
from models.store.applying import transaction
from models.store.mending_texts import mend
from models.store.opening import connect
from models.store.problems import EDIT_SAFE, explained
from models.store.rebuilding import Derived, rebuild
from models.store.result_codes import code_of

CACHE = 64_000
"""Kilobytes of the file that are kept in memory while it is written."""
STEPS = 100_000
"""Steps of SQLite's machine after which it checks whether it was stopped."""

Write = Callable[[sqlite3.Connection, Edit, Callable[[], None]], Edit | None]
"""Writes an edit through a connection, calls back before the commit, and returns it as `Store.apply` does.

Raises NotSaved; nothing is then changed."""


class LongWrite:
    """The writer of one long edit. The store makes and closes it (`Store.long_write`), another thread uses it.

    Others can read until the commit: pages that do not fit into the cache stay in memory, since SQLite would have to
    lock the file to write them. The header of the file is not read again (see `Store.open_beside`).
    """

    def __init__(self, path: Path, write: Write, rebuilt: Callable[[], None]) -> None:
        self._path, self._write, self._rebuilt = path, write, rebuilt
        self._connection = connect(path, one_thread=False)
        self._connection.execute(f"PRAGMA cache_size = -{CACHE}")
        self._connection.execute("PRAGMA cache_spill = OFF")
        self._version = data_version(self._connection)
        self._stop = Event()
        self._connection.set_progress_handler(self._stop.is_set, STEPS)

    def stop(self) -> None:
        """Write nothing of the edit, if it is not being committed yet. This may be called from any thread."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        """Whether the edit is not to be written any more."""
        return self._stop.is_set()

    def edit(self, line: HistoryLine) -> Edit:
        """Read an edit of the history, as `Store.edit` does."""
        with explained(self._path):
            return history.read_edit(self._connection, line)

    def claims_of(self, speaker: Id) -> list[Claim]:
        """Return every claim of a speaker."""
        with explained(self._path):
            return reading.claims_of(self._connection, speaker)

    def answers_under(self, variable: Id, choices: Sequence[Id] | None = None) -> list[Answer]:
        """Return the answers under a variable, or only those with some of its choices."""
        with explained(self._path):
            return answered.answers_under(self._connection, variable, choices)

    def answers_naming(self, speaker: Id) -> list[Answer]:
        """Return every answer that names a speaker."""
        with explained(self._path):
            return reading.answers_naming(self._connection, speaker)

    def rebuild(self, what: Derived) -> None:
        """Make derived data again, as `Store.rebuild` does. It is written at once, whatever edit follows."""
        with explained(self._path, NotSaved, EDIT_SAFE):
            with transaction(self._connection):
                rebuild(self._connection, what)
            self._rebuilt()

    def mend_texts(self, texts: Sequence[Content]) -> None:
        """Put whole texts in the place of altered ones, as `Store.mend_texts` does. It is written at once."""
        with explained(self._path, NotSaved, EDIT_SAFE):
            mend(self._connection, texts)
            self._rebuilt()

    def apply(self, edit: Edit, before_commit: Callable[[], None]) -> Edit | None:
        """Write an edit as `Store.apply` does, but wait without a limit until the file has been checked for damage.

        The cache is emptied here, since that takes a while and `close` is called from the event loop. Raises
        Interrupted if it was stopped; nothing is changed then.
        """

        def commit() -> None:
            if self.stopped:
                raise Interrupted
            self._connection.set_progress_handler(None, 0)  # from now on the edit is written
            before_commit()

        try:
            written = self._write(self._connection, edit, commit)
        except sqlite3.OperationalError as error:
            if code_of(error) == sqlite3.SQLITE_INTERRUPT:
                raise Interrupted from error
            raise
        self._connection.execute("PRAGMA shrink_memory")
        return written

    def others_wrote(self) -> bool:
        """Return whether anybody else has written to the file since this was made."""
        return data_version(self._connection) != self._version

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def data_version(connection: sqlite3.Connection) -> int:
    """Return a number that differs for a connection after another one has written to the file."""
    (version,) = connection.execute("PRAGMA data_version").fetchone()
    return int(version)
