"""Check in the background whether a file is sound, before anything is written to it.

SQLite reads the whole file for this, which takes half a second for 100,000 statements. Meanwhile the project can be
read.
"""

import json
import sqlite3
from collections.abc import Callable, Collection
from concurrent.futures import Future
from pathlib import Path
from threading import Thread

from models.damaged.free_list import free_pages
from models.store.opening import DAMAGED, connect
from models.store.unreadable import reading_fault

FREE = "PRAGMA quick_check(sqlite_master)"
"""Asks for the list of free pages, which SQLite leaves out of a check of all tables if a virtual one comes first."""


class Soundness:
    """Checks a file in a thread, with a separate connection."""

    def __init__(self, path: Path, free: Collection[int]) -> None:
        self._path, self._free = path, free
        self._connection: sqlite3.Connection | None = None
        self._closed = False
        self.fault = ""
        """The reason that the system gives if the disk does not give the whole of a file that is not sound."""
        self._sound = Future[bool]()
        self._thread = Thread(target=self._check, name="soundness", daemon=True)
        self._thread.start()

    def known(self, timeout: float | None) -> bool | None:
        """Return whether the file is sound; None if that is not known after `timeout` seconds (None: no limit)."""
        if timeout == 0 and not self._sound.done():
            return None
        try:
            return self._sound.result(timeout)
        except TimeoutError:
            return None

    def when_unsound(self, tell: Callable[[], None]) -> None:
        """Call back, from another thread, if the file is found unsound."""
        self._sound.add_done_callback(lambda found: None if self._closed or found.result() else tell())

    def close(self) -> None:
        """Stop checking, and close the file."""
        self._closed = True
        if self._connection:
            self._connection.interrupt()
        self._thread.join()

    def _check(self) -> None:
        found = self._found()
        self.fault = "" if found else reading_fault(self._path)
        self._sound.set_result(found)

    def _found(self) -> bool:
        try:
            return self._ask()
        except (sqlite3.Error, UnicodeDecodeError) as error:
            # A file that cannot be read just now is not damaged; the next one to read it says why.
            return getattr(error, "sqlite_errorcode", DAMAGED[0]) & 0xFF not in DAMAGED

    def _ask(self) -> bool:
        connection = connect(self._path, read_only=True)
        try:
            self._connection = None if self._closed else connection
            return self._closed or (sound(connection) and self._free_is_free(connection))
        finally:
            self._connection = None
            connection.close()

    def _free_is_free(self, connection: sqlite3.Connection) -> bool:
        """Return whether no page that was listed as free is in use, unless another program has used it meanwhile."""
        if not in_use(connection, self._free):
            return True
        return self._closed or not in_use(connection, free_pages(self._path))


def in_use(connection: sqlite3.Connection, pages: Collection[int]) -> bool:
    """Return whether a table or an index has one of these pages; False where SQLite cannot say which pages are in use.

    SQLite's own check does not always look for that: where a view is the first in its list of tables, it takes the
    check for one of a single table (seen in 3.40).
    """
    if not pages:
        return False
    query = "SELECT 1 FROM dbstat WHERE pageno IN (SELECT value FROM json_each(?)) LIMIT 1"
    try:
        return connection.execute(query, (json.dumps([*pages]),)).fetchone() is not None
    except sqlite3.OperationalError as error:
        if "no such table" in str(error):
            return False
        raise


def sound(connection: sqlite3.Connection) -> bool:
    """Return whether SQLite finds every page and row of a file whole; it does not compare indexes with rows."""
    return all(connection.execute(question).fetchall() == [("ok",)] for question in ("PRAGMA quick_check(1)", FREE))
