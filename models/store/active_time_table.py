"""The derived table of the active time on each article, which comes with version 7."""

from models.store.active_time import rebuild
from models.store.database_tools import Database
from models.store.schema import statements

TABLE = """
CREATE TABLE active_time (
    -- Derived: how long each coder was at work on each article, by the times of the edits with the pauses cut.
    article INTEGER NOT NULL,                                   -- a row of history_article
    origin INTEGER NOT NULL,                                    -- a row of origin, which names the coder
    time INTEGER NOT NULL CHECK (time >= 0),                    -- milliseconds
    PRIMARY KEY (article, origin)
) STRICT, WITHOUT ROWID;
"""


def bring_active_time(database: Database) -> None:
    """Add the table, filled from the history."""
    for statement in statements(TABLE):
        database.execute(statement)
    rebuild(database.conn)
