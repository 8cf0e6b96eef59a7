"""Copy a whole project into another file, and check the copy before it gets its name."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from models.coder import default_coder
from models.damaged.write_ahead_log import has_log, log_beside
from models.errors import NotSaved
from models.store.locking import LockedElsewhere, ProjectLock
from models.store.opening import connect, damaged, keep_one_file, unfinished
from models.store.soundness import sound
from models.store.stopping import stopping
from models.store.versions import version_of
from models.translation import _
from models.watching import UNWATCHED, Watch

PAGES = ("page_count", "freelist_count", "page_size")
AT_ONCE = 1_000
"""Pages that are copied before somebody is asked whether to go on."""
OF = 1000
"""Parts of a copy by which is told how far it is."""


@contextmanager
def replaceable(path: Path, safe: str) -> Iterator[None]:
    """Keep windows away from a file that a copy is to replace. Raises NotSaved if one has it open, or if a write to it
    was interrupted: SQLite would undo or complete that write in the copy, and destroy it.
    """
    if not path.exists():
        yield
        return
    other = _("Choose another name.")
    if unfinished(path) or has_log(path):
        words = _(
            "A write to “{name}” was interrupted and has not been undone or completed yet, so it cannot be replaced."
        )
        raise NotSaved(words.format(name=path.name), safe, other)
    try:
        lock = ProjectLock.take(path, default_coder())
    except LockedElsewhere as error:
        raise NotSaved(error.what, safe, other) from error
    with closing(lock):
        yield


def copy_whole(connection: sqlite3.Connection, path: Path, part: Path, watch: Watch = UNWATCHED) -> None:
    """Write the project at a path to a new file, and check that the copy is whole. Raises NotAProject if it is not, and
    Interrupted if it is stopped.
    """
    write_out(connection, part, watch)
    watch.begin(_("Checking the copy"))
    with closing(connect(part, read_only=True)) as copy, stopping(copy, watch.stopped):
        if not sound(copy) or version_of(copy) != version_of(connection):
            raise damaged(path)


def size_without_free_pages(connection: sqlite3.Connection) -> int:
    """Return how many bytes a copy of a file takes that has no free pages."""
    pages, free, size = (int(connection.execute(f"PRAGMA {each}").fetchone()[0]) for each in PAGES)
    return (pages - free) * size


def write_out(connection: sqlite3.Connection, part: Path, watch: Watch) -> None:
    """Write a file without its free pages to a new one; tell how far it is by its size. Raises Interrupted."""
    whole, told = max(size_without_free_pages(connection), 1), -1

    def look() -> bool:
        nonlocal told
        written = part.stat().st_size if part.exists() else 0
        if (now := min(written * OF // whole, OF)) != told:
            told = now
            watch.advanced(now, OF)
        return watch.stopped()

    with stopping(connection, look):
        connection.execute("VACUUM INTO ?", (str(part),))


def copy_with_log(path: Path, part: Path) -> None:
    """Write a file to a new one together with the changes in the log beside it (ChangesBeside), and check that the copy
    is whole. Raises NotAProject if it is not.
    """
    log = log_beside(part)
    try:
        shutil.copyfile(path, part)
        shutil.copyfile(log_beside(path), log)
        with closing(connect(part)) as copy:
            keep_one_file(copy)
            if not sound(copy):
                raise damaged(path)
    finally:
        for left in (log, log.with_name(f"{part.name}-shm")):
            left.unlink(missing_ok=True)


def copy_pages(connection: sqlite3.Connection, part: Path, watch: Watch = UNWATCHED) -> None:
    """Write a project to a new file page by page, whatever is in it: nothing of it is read as a table. Raises
    Interrupted if it is stopped.
    """

    def look(_status: int, remaining: int, pages: int) -> None:
        watch.advanced(pages - remaining, pages)
        watch.expect_wanted()

    with closing(sqlite3.connect(part, isolation_level=None)) as copy:
        connection.backup(copy, pages=AT_ONCE, progress=look)
