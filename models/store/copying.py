"""Copy a whole project into another file, and check the copy before it gets its name."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from models.coder import default_coder
from models.errors import NotSaved
from models.store.locking import LockedElsewhere, ProjectLock
from models.store.opening import connect, damaged, unfinished
from models.store.soundness import sound
from models.store.versions import version_of
from models.translation import _


@contextmanager
def replaceable(path: Path, safe: str) -> Iterator[None]:
    """Keep windows away from a file that a copy is to replace. Raises NotSaved if one has it open, or if a write to it
    was broken off: SQLite would undo that write in the copy, and destroy it.
    """
    if not path.exists():
        yield
        return
    other = _("Choose another name.")
    if unfinished(path):
        words = _("A write to “{name}” was broken off and is not undone yet, so it cannot be replaced.")
        raise NotSaved(words.format(name=path.name), safe, other)
    try:
        lock = ProjectLock.take(path, default_coder())
    except LockedElsewhere as error:
        raise NotSaved(error.what, safe, other) from error
    with closing(lock):
        yield


def copy_whole(connection: sqlite3.Connection, path: Path, part: Path) -> None:
    """Write the project at a path to a new file, and check that the copy is whole. Raises NotAProject if it is not."""
    connection.execute("VACUUM INTO ?", (str(part),))
    with closing(connect(part, read_only=True)) as copy:
        if not sound(copy) or version_of(copy) != version_of(connection):
            raise damaged(path)


def copy_pages(connection: sqlite3.Connection, part: Path) -> None:
    """Write a project to a new file page by page, whatever is in it: nothing of it is read as a table."""
    with closing(sqlite3.connect(part, isolation_level=None)) as copy:
        connection.backup(copy)
