"""Bring what is left of the history in order: an edit that cannot be read gets a stand-in, so that it has no gap."""

import sqlite3
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from models.ids import new_id
from models.store.body_writing import Kept, without_lost
from models.store.edit_body import changes_in
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


@dataclass(frozen=True, slots=True, order=True)
class _Place:
    """The place of an edit: near which row of the history it was, its number in its origin, and its row in
    `found_edit`, which is 0 for one that is missing.
    """

    near: int
    seq: int
    origin: int
    last: int
    """The number of the last edit of the origin."""
    found: int


def arrange(connection: sqlite3.Connection, kept: Kept) -> FoundHistory:
    """Write the edits in the temporary table `found_edit` into the history; `kept` has the texts and files by hash."""
    _name_origins(connection)
    places = sorted(_places(connection))
    lost = 0
    for row, place in enumerate(places, start=1):
        if not place.found or not _write(connection, row, place, kept):
            connection.execute(INSERT, _stand_in(connection, row, place))
            lost += 1
    connection.execute("DELETE FROM found_edit")
    return FoundHistory(len(places) - lost, lost)


def _places(connection: sqlite3.Connection) -> Iterator[_Place]:
    """Yield the place of every edit of every origin, also of those that are missing."""
    query = "SELECT origin, seq, row, rowid FROM found_edit ORDER BY origin, seq, row"
    for origin, found in groupby(connection.execute(query).fetchall(), itemgetter(0)):
        edits = _in_step([(seq, row, rowid) for _origin, seq, row, rowid in found if seq > 0])
        last, before, near = edits[-1][0] if edits else 0, 0, 0
        for seq, row, rowid in edits:
            yield from (_Place(near, missing, origin, last, 0) for missing in range(before + 1, seq))
            yield _Place(row, seq, origin, last, rowid)
            before, near = seq, row


def _in_step(edits: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Leave out edits whose number or row must be damaged, as few as possible.

    The numbers of an origin grow by one, and the rows of the history by one or more for each of them. So what a row is
    ahead of its number never gets less.
    """
    ahead, chain, before = list[int](), list[int](), list[int | None]()
    for place, (seq, row, _rowid) in enumerate(edits):
        again = place > 0 and edits[place - 1][0] == seq
        at = len(ahead) if again else bisect_right(ahead, row - seq)
        before.append(chain[at - 1] if at and not again else None)
        if not again and row >= seq:
            ahead[at:], chain[at:] = [row - seq, *ahead[at + 1 :]], [place, *chain[at + 1 :]]
    found, at_ = list[tuple[int, int, int]](), chain[-1] if chain else None
    while at_ is not None:
        found.append(edits[at_])
        at_ = before[at_]
    return found[::-1]


def _write(connection: sqlite3.Connection, row: int, place: _Place, kept: Kept) -> bool:
    """Write an edit as it was; return False if it cannot be read."""
    query = f"""SELECT {COLUMNS}, (SELECT coder FROM origin WHERE origin.row = found_edit.origin)
                FROM found_edit WHERE rowid = ?"""
    *values, body, coder = connection.execute(query, (place.found,)).fetchone()
    if any(each is not None and not 1 <= each <= place.last for each in values[7:11]):
        return False  # it refers to an edit that never was
    try:
        changes_in(body, coder, values[4])
        connection.execute(INSERT, (row, *values[1:], without_lost(body, kept)))
    except (Malformed, TypeError, sqlite3.IntegrityError, sqlite3.ProgrammingError):
        return False
    return True


def _stand_in(connection: sqlite3.Connection, row: int, place: _Place) -> tuple[object, ...]:
    """Return a row for an edit that is lost. It is dated as the one before it: no more is known of it."""
    query = "SELECT at FROM edit WHERE origin = ? AND seq = ?"
    before = connection.execute(query, (place.origin, place.seq - 1)).fetchone()
    at = before or connection.execute("SELECT began_at FROM origin WHERE row = ?", (place.origin,)).fetchone()
    return (row, new_id(), place.origin, place.seq, at[0], "do", LOST, None, place.seq, None, None, 1, EMPTY)


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
