"""Open a project: the file is recognised before SQLite touches it, and the connection trusts nothing in it."""

import os
import sqlite3
import stat
import time
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from models.damaged.journal import belongs, journal_beside, read_journal
from models.damaged.write_ahead_log import WITHOUT, has_log, is_kept_with_log, log_beside
from models.errors import ChangesBeside, NewerProject, NotAProject, ProjectMissing
from models.store.hardening import harden, strange
from models.store.result_codes import code_of
from models.store.schema import APPLICATION_ID
from models.store.unreadable import reading_fault, unreadable
from models.text.folding import folded
from models.text.natural_order import naturally
from models.translation import _

MAGIC = b"SQLite format 3\x00"
BUSY_TIMEOUT = 5.0
"""Seconds to wait for another program that is writing to the file."""
LOOKS, BETWEEN_LOOKS = 4, 0.02
"""How often a journal is looked at that does not fit to its file, and how many seconds lie between."""
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
"""SQLite's result codes for a damaged file."""

NO_PLACE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY_DIRECTORY)
"""Its result codes where it cannot make the files that it needs beside one with a log (`write_ahead_log`)."""

LAST_COPY = _("Open its last good copy, or rescue what can be read of it. Keep the file in any case.")
"""What to do about a damaged file."""

UNTOUCHED = _("The file was not changed.")


def check_header(path: Path, newest: int, *, newer_too: bool = False) -> bool:
    """Read the header of a file, and refuse the file if it is not a whole Onrecord project. It is not changed.

    Return whether it is of a newer version than the `newest`, which is refused unless it is wanted too.

    The fields of the header: https://www.sqlite.org/fileformat2.html#the_database_header.
    """
    header, size = read_header(path)
    is_newer = _check_fields(path, header, size, newest)
    if is_newer and not newer_too:
        raise newer(path)
    if unfinished(path) and not _belongs(path):
        raise _beside_another(path, journal_beside(path))
    # SQLite applies a log to any file, but begins one only for a file that says so.
    if header[18:20] == WITHOUT and has_log(path):
        raise _beside_another(path, log_beside(path))
    return is_newer


def _beside_another(path: Path, journal: Path) -> NotAProject:
    """Return the error for a file beside which another one has left what it was being changed by."""
    return NotAProject(
        _("Beside “{name}” is the journal of another file. It would be applied to this one and destroy it.").format(
            name=path.name
        ),
        UNTOUCHED,
        _("If this file is a copy or a backup, move “{journal}” into another folder, then open it.").format(
            journal=journal.name
        ),
    )


def _belongs(path: Path) -> bool:
    """Return whether the journal beside a file is its own. Another program may be writing both just now, so that they
    seem not to fit: then the next look finds another journal.
    """
    seen = set[object]()
    for _look in range(LOOKS):
        try:
            journal = read_journal(journal_beside(path), {1})
            with path.open("rb") as file:
                first_page = file.read(journal.page_size if journal else 0)
        except OSError:
            return True  # the journal is gone, or SQLite says why it cannot be read
        if journal is None or belongs(journal, first_page):
            return True
        seen.add((first_page, journal.pages.get(1), journal.page_count))
        time.sleep(BETWEEN_LOOKS)
    return len(seen) > 1


def may_write(path: Path) -> bool:
    """Return whether the system lets us write to a file, and to its folder, where SQLite keeps the journal."""
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)


def is_newer(path: Path, newest: int) -> bool:
    """Return whether a file that no window of this process has open says that its version is a newer one."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError:
        return False
    return header.startswith(MAGIC) and int.from_bytes(header[60:64]) > newest


def read_header(path: Path) -> tuple[bytes, int]:
    """Return the first 100 bytes of a file and its size in bytes. Raises NotAProject, Unreadable or ProjectMissing."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            # Reading from a device or a pipe could block for ever.
            raise NotAProject(
                _("“{name}” is not a file, so it cannot be a project.").format(name=path.name),
                UNTOUCHED,
                _("Choose a file ending in .onrecord."),
            )
        with path.open("rb") as file:
            return file.read(100), file.seek(0, os.SEEK_END)
    except FileNotFoundError:
        raise ProjectMissing(
            _("There is no file “{path}”.").format(path=path),
            _("Nothing was created."),
            _("Check the spelling of the path."),
        ) from None
    except PermissionError as error:
        raise NotAProject(
            _("“{name}” cannot be read: {reason}.").format(name=path.name, reason=error.strerror),
            UNTOUCHED,
            _("Check that you may read it."),
        ) from error
    except OSError as error:
        raise unreadable(path, error.strerror or str(error), UNTOUCHED) from error


def _check_fields(path: Path, header: bytes, size: int, newest: int) -> bool:
    """Refuse a header that is not that of a whole project; return whether it says that its version is a newer one."""
    name = path.name
    if not header:
        raise NotAProject(
            _("“{name}” is empty, so it is not an Onrecord project.").format(name=name),
            UNTOUCHED,
            _("Open a copy of it, or make a new one."),
        )
    if not header.startswith(MAGIC):
        raise NotAProject(
            _("“{name}” is not an Onrecord project.").format(name=name),
            UNTOUCHED,
            _("To add an article, import it instead."),
        )
    if len(header) < 100:
        raise damaged(path)
    if int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise NotAProject(
            _("“{name}” was made by another program; it is not an Onrecord project.").format(name=name),
            UNTOUCHED,
            _("Choose a file that Onrecord made."),
        )
    is_newer = int.from_bytes(header[60:64]) > newest
    page_size = int.from_bytes(header[16:18])
    pages = int.from_bytes(header[28:32])
    if not unfinished(path) and size < pages * (65536 if page_size == 1 else page_size):
        raise damaged(path)
    return is_newer


def newer(path: Path) -> NewerProject:
    """Return the error for a file of a version that this program does not know."""
    words = _("“{name}” was made by a newer version of Onrecord.").format(name=path.name)
    return NewerProject(words, UNTOUCHED, _("Install the newest version to open it."))


def unfinished(path: Path) -> bool:
    """Return whether a write was interrupted; SQLite undoes it by its journal when it opens the file."""
    return journal_beside(path).exists()


def damaged(path: Path) -> NotAProject:
    """Return the error for a damaged project; Unreadable if the disk does not give the whole of it."""
    if reason := reading_fault(path):
        return unreadable(path, reason, UNTOUCHED)
    return NotAProject(_("“{name}” is damaged.").format(name=path.name), UNTOUCHED, LAST_COPY)


def connect(
    path: Path, *, read_only: bool = False, timeout: float = BUSY_TIMEOUT, one_thread: bool = True
) -> sqlite3.Connection:
    """Connect to an existing file: with durable writes, foreign keys and limits, and without trusting its schema.

    `timeout` is how many seconds to wait for another program that has locked the file. With `one_thread=False` a
    thread other than the one that made the connection may use it.

    Another program may have let the file keep its changes in a log. Where SQLite cannot make what it needs beside such
    a file, it is read without; raises ChangesBeside if the log has any.

    `synchronous = EXTRA` waits until the deletion of the journal is on disk too. With FULL a power cut can bring the
    journal back, and with it the state before the last edit.
    """
    try:
        return _connected(path, "mode=ro" if read_only else "mode=rw", timeout, one_thread=one_thread)
    except sqlite3.OperationalError as error:
        if not read_only or code_of(error) not in NO_PLACE or may_write(path) or not is_kept_with_log(path):
            raise
    if has_log(path):
        raise _changes_beside(path)
    return _connected(path, "mode=ro&immutable=1", timeout, one_thread=one_thread)


def _changes_beside(path: Path) -> ChangesBeside:
    words = _(
        "Another program has left the newest changes of “{name}” beside it, in “{log}”. They cannot be read there, "
        "since the folder is read-only."
    )
    do = _("Copy both files into a folder that you may write to, and open the copy.")
    return ChangesBeside(words.format(name=path.name, log=log_beside(path).name), UNTOUCHED, do)


def _connected(path: Path, options: str, timeout: float, *, one_thread: bool) -> sqlite3.Connection:
    uri = f"file:{quote(os.fsencode(path.resolve()))}?{options}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=timeout, check_same_thread=one_thread)
    with ExitStack() as unless_kept:
        unless_kept.callback(connection.close)
        harden(connection)
        with strange(connection):  # the last of these makes SQLite read the list of tables
            for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "foreign_keys = ON", "synchronous = EXTRA"):
                connection.execute(f"PRAGMA {pragma}").fetchall()
        add_functions(connection)
        unless_kept.pop_all()
    return connection


def add_functions(connection: sqlite3.Connection) -> None:
    """Add the SQL functions by which lists are sorted: `folded(value)` folds texts as filters do, and returns any other
    value unchanged; `naturally(folded)` is what a folded title is sorted by.
    """
    connection.create_function("folded", 1, _folded)
    connection.create_function("naturally", 1, naturally)


@lru_cache(maxsize=4_096, typed=True)
def _folded(value: str | float | bytes | None) -> str | float | bytes | None:
    """Fold a text; what many lines have in common, such as an outlet, is folded once."""
    return folded(value) if isinstance(value, str) else value


def keep_one_file(connection: sqlite3.Connection) -> None:
    """Use a journal that is deleted after each write, so that one file is the whole project.

    The file keeps this setting, so it must be one of ours.
    """
    connection.execute("PRAGMA journal_mode = DELETE").fetchall()


def identity(path: Path) -> tuple[int, int]:
    """Return the device and inode of a file, which change when it is replaced, but not when it is written to.

    Raises OSError.
    """
    found = path.stat()
    return found.st_dev, found.st_ino
