"""Bounds for a connection to a file that may be damaged or hostile: how much it may read, parse and compute."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from models.store.result_codes import code_of

LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 1 << 29,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 500,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 30_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 1,  # VACUUM INTO attaches what it writes
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 20,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
"""What SQLite does for us at most: the bytes of a value, how deep an expression is, and so on
(https://www.sqlite.org/limits.html)."""

STRANGE = {sqlite3.SQLITE_LIMIT_LENGTH: 1 << 22, sqlite3.SQLITE_LIMIT_COLUMN: 100}
"""Narrower limits, as long as it is not known whether the tables of a file are ours."""
STEPS, MOST_CALLS = 10_000, 500
"""Steps of SQLite's machine between two calls of the progress handler, and how often it is called before it stops what
is asked of a strange file: some hundred milliseconds.
"""


def harden(connection: sqlite3.Connection) -> None:
    """Set the limits of a connection."""
    for limit, value in LIMITS.items():
        connection.setlimit(limit, value)


class TooLong(sqlite3.DatabaseError):
    """To read what tables a file has takes too long: they are not ours."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


@contextmanager
def strange(connection: sqlite3.Connection) -> Iterator[None]:
    """Read a file whose tables nobody has looked at yet: with narrow limits, and only for so long.

    Raises TooLong if it takes longer.
    """
    before = {limit: connection.setlimit(limit, value) for limit, value in STRANGE.items()}
    calls = 0

    def too_long() -> bool:
        nonlocal calls
        calls += 1
        return calls > MOST_CALLS

    connection.set_progress_handler(too_long, STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        stopped = code_of(error) == sqlite3.SQLITE_INTERRUPT
        raise (TooLong(str(error)) if stopped else error) from error
    finally:
        connection.set_progress_handler(None, 0)
        for limit, value in before.items():
            connection.setlimit(limit, value)
