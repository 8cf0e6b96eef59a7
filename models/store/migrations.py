"""How a file comes from one schema version to the next; each step is one transaction."""

import functools
import sqlite3
from typing import TYPE_CHECKING

from models.store.schema import APPLICATION_ID, VERSION_1

if TYPE_CHECKING:
    from sqlite_utils import Database


def statements(script: str) -> list[str]:
    """Split DDL into statements, so that they run in the transaction of a migration (executescript would end it)."""
    found, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending.strip())
            pending = ""
    return found


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a file, also one that is empty still, to the newest version."""
    # Imported here because it takes longer than painting the window, which comes first.
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    migrations = Migrations("onrecord")
    migrations()(version_1)
    migrations.apply(Database(connection, execute_plugins=False))


def version_1(db: "Database") -> None:
    """The tables that the design names."""
    for statement in statements(VERSION_1):
        db.conn.execute(statement)
    db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.conn.execute("PRAGMA user_version = 1")


STATISTICS = frozenset(("table", f"sqlite_stat{number}") for number in (1, 3, 4))

Schema = frozenset[tuple[str, str, str | None]]


def schema_of(connection: sqlite3.Connection) -> Schema:
    """Type, name and DDL of everything in a file, to be compared with what we would have made.

    Left out are the statistics that any SQLite tool may gather: https://www.sqlite.org/fileformat2.html#stat1tab.
    """
    found = connection.execute("SELECT type, name, sql FROM sqlite_schema")
    return frozenset(row for row in found if row[:2] not in STATISTICS)


@functools.cache
def expected_schema() -> Schema:
    """What a file of this version holds: made in memory by the same migrations."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(connection)
        return schema_of(connection)
    finally:
        connection.close()
