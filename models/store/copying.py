"""Copy a whole project into another file, and check the copy before it gets its name."""

import sqlite3
from contextlib import closing
from pathlib import Path

from models.store.opening import connect, damaged
from models.store.soundness import sound
from models.store.versions import version_of


def copy_whole(connection: sqlite3.Connection, path: Path, part: Path) -> None:
    """Write the project at a path to a new file, and check that the copy is whole. Raises NotAProject if it is not."""
    connection.execute("VACUUM INTO ?", (str(part),))
    with closing(connect(part, read_only=True)) as copy:
        if not sound(copy) or version_of(copy) != version_of(connection):
            raise damaged(path)
