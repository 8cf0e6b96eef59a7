"""Copy a project in small steps while others work on it, for a backup: each step reads for some milliseconds.

When somebody writes to the project between two steps, SQLite begins again with the first one, so that the copy is
always one state of the project. See https://www.sqlite.org/backup.html.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from models.errors import Interrupted
from models.store.opening import connect, damaged
from models.store.soundness import sound
from models.store.versions import version_of

PAGES = 256
"""Pages of 4 kB that are copied in a step."""
BUSY = 0.01
"""Seconds to wait before the next step when somebody is writing."""
STEPS = 100_000
"""Steps of SQLite's machine, about a millisecond, after which the check of a copy may be stopped."""

Stopped = Callable[[], bool]


def copy_beside(path: Path, part: Path, stopped: Stopped) -> None:
    """Copy the project at a path to a new file, and check that the copy is whole; the header is not read again (see
    `Store.open_beside`). Raises Interrupted as soon as it is stopped, and NotAProject if the copy is not whole.
    """
    with closing(connect(path, read_only=True)) as project:
        _copy(project, part, stopped)
        version = version_of(project)
    with closing(connect(part, read_only=True)) as copy:
        copy.set_progress_handler(stopped, STEPS)
        try:
            if not sound(copy) or version_of(copy) != version:
                raise damaged(path)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise Interrupted from error
            raise


def _copy(project: sqlite3.Connection, part: Path, stopped: Stopped) -> None:
    """Copy without a journal and without waiting for the disk: the file has no name yet."""

    def go_on(_status: int, _remaining: int, _total: int) -> None:
        if stopped():
            raise Interrupted

    with closing(sqlite3.connect(part, isolation_level=None)) as copy:
        for pragma in ("journal_mode = OFF", "synchronous = OFF"):
            copy.execute(f"PRAGMA {pragma}").fetchall()
        project.backup(copy, pages=PAGES, progress=go_on, sleep=BUSY)
