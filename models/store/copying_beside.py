"""Copy a project in small steps while others work on it, for a backup: each step reads for some milliseconds.

When somebody writes to the project between two steps, SQLite begins again with the first one, so that the copy is
always one state of the project. See https://www.sqlite.org/backup.html. What is written through the connection that is
copied from does not begin it again, as SQLite then writes it into the copy too. So a copy that is overtaken again and
again by the window's own edits is made through their connection: it ends, however fast they come.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import sleep

from models.errors import Interrupted
from models.store.opening import connect, damaged
from models.store.result_codes import code_of
from models.store.soundness import sound
from models.store.versions import version_of

PAGES = 256
"""Pages of 4 kB that are copied in a step."""
PAGES_OF_SHARED = 64
"""The same of a connection that others wait for meanwhile."""
OVERTAKEN = 3
"""How often a copy is begun again before it is made in another way."""
BUSY = 0.01
"""Seconds to wait before the next step when somebody is writing."""
PAUSE = 0.0005
"""Seconds between two steps in which others have a shared connection."""
STEPS = 100_000
"""Steps of SQLite's machine, about a millisecond, after which the check of a copy may be stopped."""

Stopped = Callable[[], bool]


class Overtaken(Exception):
    """A copy was begun again too often, because somebody wrote to the project."""


def copy_beside(path: Path, part: Path, stopped: Stopped, *, patient: bool = True) -> None:
    """Copy the project at a path to a new file, and check that the copy is whole; the header is not read again (see
    `Store.open_beside`). Raises Interrupted as soon as it is stopped, and NotAProject if the copy is not whole. If it
    is not `patient`, raises Overtaken when it was begun again too often.
    """
    with closing(connect(path, read_only=True)) as project:
        begun = 0
        last: int | None = None

        def go_on(_status: int, remaining: int, _total: int) -> None:
            nonlocal begun, last
            _expect_wanted(stopped)
            begun += last is not None and remaining > last
            last = remaining
            if begun >= OVERTAKEN and not patient:
                raise Overtaken

        _copy(project, part, PAGES, go_on)
    check(path, part, stopped)


def copy_shared(project: sqlite3.Connection, part: Path, stopped: Stopped) -> None:
    """Copy a project to a new file through a connection that another thread works with; `check` is to follow.

    Raises Interrupted as soon as it is stopped.
    """

    def go_on(_status: int, _remaining: int, _total: int) -> None:
        _expect_wanted(stopped)
        sleep(PAUSE)  # else the other thread would seldom have the connection

    _copy(project, part, PAGES_OF_SHARED, go_on)


def check(path: Path, part: Path, stopped: Stopped) -> None:
    """Check that a copy of the project at a path is whole. Raises NotAProject if not, and Interrupted if stopped."""
    with closing(connect(part, read_only=True)) as copy, closing(connect(path, read_only=True)) as project:
        copy.set_progress_handler(stopped, STEPS)
        try:
            if not sound(copy) or version_of(copy) != version_of(project):
                raise damaged(path)
        except sqlite3.OperationalError as error:
            if code_of(error) == sqlite3.SQLITE_INTERRUPT:
                raise Interrupted from error
            raise


def _expect_wanted(stopped: Stopped) -> None:
    if stopped():
        raise Interrupted


def _copy(project: sqlite3.Connection, part: Path, pages: int, go_on: Callable[[int, int, int], None]) -> None:
    """Copy without a journal and without waiting for the disk: the file has no name yet."""
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(part, isolation_level=None)) as copy:
        for pragma in ("journal_mode = OFF", "synchronous = OFF"):
            copy.execute(f"PRAGMA {pragma}").fetchall()
        project.backup(copy, pages=pages, progress=go_on, sleep=BUSY)
