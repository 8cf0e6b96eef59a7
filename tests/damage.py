"""Damage a project file as a failing disk does."""

import sqlite3
from contextlib import closing
from pathlib import Path


def damage_index(path: Path) -> None:
    """Overwrite a page of an index: every record can still be read, and the file is unsound."""
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'number_by_claim'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = b"\x07" * size
    path.write_bytes(content)
