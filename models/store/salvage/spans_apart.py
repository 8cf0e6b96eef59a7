"""Put the spans apart while a project is rescued: their rows name others by number, which may be lost or come back
under another. So they get the ids of their records first, and are kept by row again when everything is in order.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import suppress

from models.damaged.cells import Row
from models.ids import Id
from models.store.fewer_indexes import FOLD
from models.store.salvage.shapes import Shape
from models.store.schema import SPAN, statements

APART = 'CREATE TEMP TABLE apart (id TEXT, article, role, claim, number, position, start, "end")'
OWNER = "CREATE TEMP TABLE owner (kind TEXT, row INTEGER, id TEXT, article TEXT, PRIMARY KEY (kind, row))"

FROM_KEPT = """
    INSERT INTO temp.apart SELECT kept_span.id, coalesce(its.article, counted.article), role, its.id, counted.id,
                                  position, start, "end"
    FROM kept_span LEFT JOIN temp.owner AS its ON its.kind = 'claim' AND its.row = kept_span.claim
    LEFT JOIN temp.owner AS counted ON counted.kind = 'number' AND counted.row = kept_span.number
    WHERE coalesce(its.id, counted.id) IS NOT NULL
"""


def put_apart(connection: sqlite3.Connection, inexact: Iterable[tuple[Shape, Row]]) -> set[Id]:
    """Put the spans apart that could be read, each with the id of its record. From version 7 on, those are left out
    whose record could not be read, and returned; `inexact` are rows that could be, although they are not written yet.
    """
    connection.execute(APART)
    if _is_table(connection, "span"):
        connection.execute("""INSERT INTO temp.apart
                              SELECT id, article, role, claim, number, position, start, "end" FROM span""")
        connection.execute("DELETE FROM span")
        return set()
    connection.execute(OWNER)
    for kind in ("claim", "number"):
        connection.execute(f"INSERT INTO temp.owner SELECT '{kind}', row, id, article FROM {kind}")
    for shape, row in inexact:
        if shape.table in {"claim", "number"}:
            article = dict(zip((column.name for column in shape.columns), row.values, strict=False))["article"]
            with suppress(sqlite3.IntegrityError, sqlite3.ProgrammingError):  # its id or article may be no UTF-8
                values = (shape.table, row.rowid, shape.id_of(row), article)
                connection.execute("INSERT INTO temp.owner VALUES (?, ?, ?, ?)", values)
    connection.execute(FROM_KEPT)
    connection.execute("DROP TABLE temp.owner")
    left_out = "SELECT id FROM kept_span WHERE id NOT IN (SELECT id FROM temp.apart)"
    lost = {span for (span,) in connection.execute(left_out)}
    connection.execute("DELETE FROM kept_span")
    return lost


def as_table(connection: sqlite3.Connection) -> None:
    """Let a table of spans take the place of the view."""
    connection.execute("DROP VIEW span")
    connection.execute(SPAN)
    connection.execute("INSERT OR IGNORE INTO main.span SELECT * FROM temp.apart")
    connection.execute("DROP TABLE temp.apart")


def as_view(connection: sqlite3.Connection) -> None:
    """Keep the spans by the rows of their records, as a project of this version does."""
    for statement in statements(FOLD):
        connection.execute(statement)


def _is_table(connection: sqlite3.Connection, name: str) -> bool:
    query = "SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = ?"
    return connection.execute(query, (name,)).fetchone() is not None
