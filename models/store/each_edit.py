"""Read the history once, edit after edit, for everybody who has to see all of it."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from models.store.edit_body import RowChange, changes_in
from models.store.rows import Malformed

EDITS = """SELECT edit.row, edit.origin, edit.seq, origin.coder, edit.at, edit.body
           FROM edit JOIN origin ON origin.row = edit.origin ORDER BY edit.row"""


@dataclass(frozen=True, slots=True)
class ReadEdit:
    """An edit of the history with its changes; None if they cannot be read."""

    row: int
    origin: int
    seq: int
    coder: str
    at: str
    body: str
    changes: list[RowChange] | None


def each_edit(connection: sqlite3.Connection) -> Iterator[ReadEdit]:
    """Yield every edit, in the order in which they came into the file."""
    for row, origin, seq, coder, at, body in connection.execute(EDITS):
        yield ReadEdit(row, origin, seq, coder, at, body, _changes(body, coder, at))


def _changes(body: str, coder: str, at: str) -> list[RowChange] | None:
    try:
        return changes_in(body, coder, at)
    except Malformed:
        return None
