"""Make a project one of a newer version, as far as this program can tell, by what such a version could bring."""

import sqlite3
from contextlib import closing
from pathlib import Path

from models.store.versions import VERSIONS

LATER = VERSIONS.newest + 1

BROUGHT = (
    "CREATE TABLE mood (row INTEGER PRIMARY KEY, claim TEXT NOT NULL REFERENCES claim (id), name TEXT NOT NULL) STRICT",
    "CREATE INDEX mood_of_claim ON mood (claim)",
    "ALTER TABLE claim ADD COLUMN tone TEXT CHECK (tone <> '')",
    "CREATE VIEW moods AS SELECT name, count(*) AS claims FROM mood GROUP BY name",
    "CREATE TRIGGER mood_goes AFTER DELETE ON claim BEGIN DELETE FROM mood WHERE claim = old.id; END",
)
"""A table, an index, a column, a view and a trigger."""


def change(path: Path, *statements: str) -> None:
    """Do something to a file past the store, as another program could."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def make_newer(path: Path, *statements: str, version: int = LATER) -> None:
    """Give a project what a later version brings, by default all of it, and the number of that version."""
    change(path, *(statements or BROUGHT), f"PRAGMA user_version = {version}")
