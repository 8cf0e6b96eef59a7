"""Find the edit that deleted what an earlier edit was about, where nothing is left of it that could be shown."""

import sqlite3

from models.store.as_now import row_now
from models.store.edit_body import RowChange, changes_in
from models.store.later_edits import GoOn, LaterEdits

EDIT = """SELECT edit.body, edit.at, origin.coder FROM main.edit JOIN main.origin ON origin.row = edit.origin
          WHERE edit.row = ?"""


def deleted_by(connection: sqlite3.Connection, row: int, go_on: GoOn) -> int | None:
    """Return the row of the latest edit that deleted something which the edit in a row of the history had changed; None
    if everything is there.
    """
    body, at, coder = connection.execute(EDIT, (row,)).fetchone()
    gone = next((each for each in changes_in(body, coder, at) if not _is_there(connection, each)), None)
    if gone is None:
        return None
    later = LaterEdits(connection, row - 1, go_on).that_can_be_in_the_way([gone])
    return next((edit.row for edit in later if _deletes(edit.changes, gone)), None)


def _is_there(connection: sqlite3.Connection, change: RowChange) -> bool:
    return row_now(connection, change, ("id",)) is not None


def _deletes(changes: tuple[RowChange, ...], gone: RowChange) -> bool:
    return any(each.id == gone.id and each.after is None for each in changes)
