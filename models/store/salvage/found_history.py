"""Bring what is left of the history in order: an edit that cannot be read gets a stand-in, so that it has no gap."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from models.ids import new_id
from models.store.edit_body import Kept, changes_in, without_lost
from models.store.rows import Malformed
from models.translation import _

LOST = _("An edit that was lost when the file was damaged")
"""The label of a stand-in."""
EMPTY = '{"format":1,"changes":[]}'
UNKNOWN = "?"
"""The coder of an origin of which nothing is left."""

COLUMNS = "row, id, origin, seq, at, kind, label, undoes, gesture, then_undo, then_redo, changes, body"
FOUND = f"CREATE TEMP TABLE found_edit ({COLUMNS})"
INSERT = f"INSERT INTO edit ({COLUMNS}) VALUES ({', '.join('?' * 13)})"


@dataclass(frozen=True, slots=True)
class FoundHistory:
    """How many edits could be read, and how many have a stand-in."""

    read: int
    lost: int


def arrange(connection: sqlite3.Connection, kept: Kept) -> FoundHistory:
    """Write the edits in the temporary table `found_edit` into the history; `kept` has the texts and files by hash."""
    _name_origins(connection)
    order = sorted(_numbered(connection))
    lost = 0
    for row, (_near, _seq, origin, seq, found) in enumerate(order, start=1):
        if found is None or not _write(connection, row, found, kept):
            connection.execute(INSERT, _stand_in(connection, row, origin, seq))
            lost += 1
    connection.execute("DROP TABLE found_edit")
    return FoundHistory(len(order) - lost, lost)


def _numbered(connection: sqlite3.Connection) -> Iterator[tuple[int, int, int, int, int | None]]:
    """Yield every number of every origin: near which row of the history it was, and its row in `found_edit` if any."""
    query = "SELECT rowid, row, origin, seq FROM found_edit WHERE seq BETWEEN 1 AND ? ORDER BY origin, seq, rowid"
    (most,) = connection.execute("SELECT 2 * count(*) + 1000 FROM found_edit").fetchone()
    at, before, near = 0, 0, 0
    for place, row, origin, seq in connection.execute(query, (most,)).fetchall():
        if origin != at:
            at, before, near = origin, 0, 0
        if seq == before:
            continue
        yield from ((near, missing, origin, missing, None) for missing in range(before + 1, seq))
        before, near = seq, max(row, near)
        yield near, seq, origin, seq, place


def _write(connection: sqlite3.Connection, row: int, found: int, kept: Kept) -> bool:
    """Write an edit as it was; return False if it cannot be read."""
    query = f"""SELECT {COLUMNS}, (SELECT coder FROM origin WHERE origin.row = found_edit.origin)
                FROM found_edit WHERE rowid = ?"""
    *values, body, coder = connection.execute(query, (found,)).fetchone()
    try:
        changes_in(body, coder, values[4])
        connection.execute(INSERT, (row, *values[1:], without_lost(body, kept)))
    except (Malformed, TypeError, sqlite3.IntegrityError):
        return False
    return True


def _stand_in(connection: sqlite3.Connection, row: int, origin: int, seq: int) -> tuple[object, ...]:
    """Return a row for an edit that is lost. It is dated as the one before it, of which nothing else is said."""
    query = "SELECT at FROM edit WHERE origin = ? AND seq < ? ORDER BY seq DESC LIMIT 1"
    before = connection.execute(query, (origin, seq)).fetchone()
    at = before or connection.execute("SELECT began_at FROM origin WHERE row = ?", (origin,)).fetchone()
    return (row, new_id(), origin, seq, at[0], "do", LOST, None, seq, None, None, 1, EMPTY)


def _name_origins(connection: sqlite3.Connection) -> None:
    """Make again the origins that are lost, each with the coder of a record that was made in it, if there is one."""
    query = """SELECT origin, min(at) FROM found_edit
               WHERE origin NOT IN (SELECT row FROM origin) AND typeof(origin) = 'integer' GROUP BY origin"""
    for origin, at in connection.execute(query).fetchall():
        connection.execute(
            "INSERT INTO origin (row, id, coder, began_at, here) VALUES (?, ?, ?, ?, 0)",
            (origin, new_id(), _coder(connection, origin), str(at)),
        )


def _coder(connection: sqlite3.Connection, origin: int) -> str:
    """Return the coder whose record has the time of an edit of this origin."""
    for table in ("claim", "number", "article", "speaker"):
        query = f"""SELECT coder FROM {table} JOIN found_edit ON found_edit.at = {table}.made_at
                    WHERE found_edit.origin = ? LIMIT 1"""
        if found := connection.execute(query, (origin,)).fetchone():
            return str(found[0])
    return UNKNOWN
