"""What version 3 brings: records that are to be discussed, ids of speakers in lists of other people, views, layouts."""

from models.store.database_tools import Database
from models.store.schema import SIGNED, statements

TABLES = f"""
CREATE TABLE view (
    -- A way of showing a table, under a name: its columns, conditions, order and groups.
    {SIGNED},
    shows TEXT NOT NULL CHECK (shows <> ''),                    -- a table of the window, such as statements
    name TEXT NOT NULL CHECK (name <> ''),
    definition TEXT NOT NULL CHECK (definition <> ''),          -- JSON with a format number
    UNIQUE (shows, name)
) STRICT;

CREATE TABLE layout (
    -- How the columns of a table of the window were left. It is not part of the history.
    shows TEXT NOT NULL PRIMARY KEY CHECK (shows <> ''),
    definition TEXT NOT NULL CHECK (definition <> '')           -- JSON with a format number
) STRICT;
"""

DISCUSSED = ("article", "speaker", "claim", "number")
"""The tables of records that can be flagged as to be discussed."""

REMARKED = "discuss = 1 OR note IS NOT NULL"
"""The condition of the index of records that are to be discussed or have a note."""


def bring_views(database: Database) -> None:
    """Add the columns and tables of version 3 to a file of version 2."""
    for table in DISCUSSED:
        database.execute(
            f"ALTER TABLE {table} ADD COLUMN discuss INTEGER NOT NULL DEFAULT 0"
            " /* 1: is to be discussed with others */ CHECK (discuss IN (0, 1))"
        )
        database.execute(f"CREATE INDEX {table}_with_remark ON {table} (discuss) WHERE {REMARKED}")
    database.execute(
        "ALTER TABLE speaker ADD COLUMN outside_id TEXT /* in a list of other people, such as Wikidata */"
        " CHECK (outside_id <> '')"
    )
    for statement in statements(TABLES):
        database.execute(statement)
