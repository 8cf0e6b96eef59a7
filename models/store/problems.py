"""What SQLite reports, in words for people: environment errors become ours, bugs are let through."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.errors import NotAProject, NotSaved, OnrecordError, ReadOnly
from models.store.opening import damaged

SAFE = "Everything saved before is safe; this change was not written."

Kind = type[OnrecordError]

WORDS: dict[int, tuple[Kind, str, str]] = {
    sqlite3.SQLITE_FULL: (NotSaved, "The disk is full.", "Free some space, then try again."),
    sqlite3.SQLITE_IOERR: (NotSaved, "The disk reports an error.", "Try again, or save a copy elsewhere."),
    sqlite3.SQLITE_BUSY: (NotSaved, "Another program is writing to {name}.", "Try again in a moment."),
    sqlite3.SQLITE_LOCKED: (NotSaved, "Another program is writing to {name}.", "Try again in a moment."),
    sqlite3.SQLITE_READONLY: (ReadOnly, "{name} cannot be written to.", "Save a copy where you may write."),
    sqlite3.SQLITE_PERM: (ReadOnly, "{name} cannot be written to.", "Save a copy where you may write."),
    sqlite3.SQLITE_CANTOPEN: (NotAProject, "{name} cannot be opened.", "Check that the file is still there."),
}
"""By primary result code (https://www.sqlite.org/rescode.html): what happened and what to do."""


def _explain(error: sqlite3.Error, path: Path) -> OnrecordError | None:
    """The error in words for people, or None for a bug of ours."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path)
    if code not in WORDS:
        return None
    kind, what, do = WORDS[code]
    return kind(what.format(name=f"“{path.name}”"), SAFE, do)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the disk and the lock do to us into errors for people; anything else is a bug and passes."""
    try:
        yield
    except sqlite3.Error as error:
        if problem := _explain(error, path):
            raise problem from error
        raise
