"""Turn SQLite's errors into errors for people: those of the environment are explained, bugs pass through."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.errors import Busy, Conflict, NewerProject, NotSaved, OnrecordError, ReadOnly, Unreadable, Unsavable
from models.store.opening import DAMAGED, damaged
from models.store.result_codes import code_of
from models.store.rows import Malformed
from models.translation import _

READING_SAFE = _("Nothing was changed.")
EDIT_SAFE = _("This change was not saved; everything saved before is safe.")
COPY_SAFE = _("The project is safe; no copy was made.")

WORDS: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_FULL: (_("The disk is full."), _("Free some space, then try again.")),
    sqlite3.SQLITE_IOERR: (_("The disk reports an error."), _("Try again, or save a copy elsewhere.")),
    sqlite3.SQLITE_BUSY: (_("Another program is writing to {name}."), _("Try again in a moment.")),
    sqlite3.SQLITE_LOCKED: (_("Another program is writing to {name}."), _("Try again in a moment.")),
    sqlite3.SQLITE_READONLY: (_("{name} cannot be written to."), _("Save a copy where you may write.")),
    sqlite3.SQLITE_READONLY_ROLLBACK: (
        _("Writing to {name} was interrupted, and the unfinished change has not been undone yet."),
        _("Open it in the window of the newest Onrecord, in a folder you may write to: that undoes it."),
    ),
    sqlite3.SQLITE_PERM: (_("{name} cannot be written to."), _("Save a copy where you may write.")),
    sqlite3.SQLITE_CANTOPEN: (_("{name} cannot be opened."), _("Check that you may read and write there.")),
    sqlite3.SQLITE_TOOBIG: (
        _("This is longer than a project can hold."),
        _("Split it into smaller parts, then try again."),
    ),
}
"""What happened and what to do, by result code: the extended code if it is listed, else the primary one
(https://www.sqlite.org/rescode.html)."""

DENIED = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM)
WAITING = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
GONE = (sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY, sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY)
"""A row refers to one that another program has deleted, or has a key that another program has used."""

BROKEN_INDEX = sqlite3.SQLITE_CONSTRAINT
"""The entries of a search index contradict each other; a constraint of our tables has an extended code."""


def is_damage(error: sqlite3.Error) -> bool:
    """Return whether an error says that a file is damaged, or that its search index is of another version."""
    code, words = code_of(error), str(error)
    if code & 0xFF in DAMAGED or code == BROKEN_INDEX:
        return True
    return "decode to UTF-8" in words or "fts5" in words  # Python's own, without a code; and one that has none either


def _explain(error: sqlite3.Error, path: Path, kind: type[OnrecordError], safe: str) -> OnrecordError | None:
    """Return the error in words for people, or None for a bug of ours."""
    code = code_of(error)
    if is_damage(error):
        found = damaged(path)
        return (
            kind(found.what, safe, found.do) if isinstance(found, Unreadable) and kind is not OnrecordError else found
        )
    if code in GONE:
        return Conflict(
            _("This does not fit what is in the file any more."),
            safe,
            _("Open the project again, then try again."),
        )
    words = WORDS.get(code) or WORDS.get(code & 0xFF)
    if words is None:
        return None
    what, do = words
    if code & 0xFF in WAITING and issubclass(Busy, kind):
        kind = Busy
    if code == sqlite3.SQLITE_TOOBIG and issubclass(kind, NotSaved):
        kind = Unsavable
    return (ReadOnly if code & 0xFF in DENIED else kind)(what.format(name=f"“{path.name}”"), safe, do)


def not_understood(path: Path) -> NewerProject:
    """Return the error for something in a file of a newer version that this program cannot read."""
    words = _("“{name}” was made by a newer version of Onrecord, and this part of it cannot be read here.")
    return NewerProject(words.format(name=path.name), READING_SAFE, _("Install the newest version to see it."))


@contextmanager
def explained(
    path: Path, kind: type[OnrecordError] = OnrecordError, safe: str = READING_SAFE, *, newer: bool = False
) -> Iterator[None]:
    """Turn errors of the disk, of locking and of damage into OnrecordErrors, by default of class `kind`.

    `safe` says what was not lost. Any other error is a bug and passes through, unless the file is of a `newer` version:
    then it has something that this program does not know.
    """
    try:
        yield
    except sqlite3.Error as error:
        if problem := _explain(error, path, kind, safe):
            raise problem from error
        if newer:
            raise not_understood(path) from error
        raise
    except Malformed as error:
        raise (not_understood(path) if newer else damaged(path)) from error
    except UnicodeDecodeError as error:
        raise damaged(path) from error
    except UnicodeEncodeError as error:
        raise Unsavable(
            _("This contains an incomplete character, which cannot be saved."),
            safe,
            _("Type it again."),
        ) from error
