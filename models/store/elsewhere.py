"""Find what other windows have written to a file, by its history, so that this one can follow it."""

import sqlite3
from collections import ChainMap
from collections.abc import Collection
from dataclasses import dataclass, replace

from models.edits import Change, Edit
from models.entities import Article, Claim, Number
from models.ids import Id
from models.store.as_now import record_now
from models.store.edit_body import RowChange, changes_in, composed
from models.store.rows import rows_of, to_record
from models.translation import _

MOST = 200
"""Edits that are followed; where there are more, the project is better read again."""
LARGEST = 2_000_000
"""Code points of the bodies of edits that are followed."""


@dataclass(frozen=True, slots=True)
class Known:
    """The last edit of the file that is known here; row 0 before the first one."""

    row: int = 0
    id: Id = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What others have edited: how often, and what came of it, which may be nothing; None if it cannot be followed.

    `unedited` tells that another program has written something, too, of which the history knows nothing.
    """

    count: int
    edit: Edit | None
    unedited: bool = False


def last_edit(connection: sqlite3.Connection) -> Known:
    """Return the last edit in a file."""
    found = connection.execute("SELECT row, id FROM edit WHERE row = (SELECT max(row) FROM edit)").fetchone()
    return Known(*found) if found else Known()


def holds(connection: sqlite3.Connection, known: Known) -> bool:
    """Return whether a file still has an edit at its place; if not, it was replaced by another state or project."""
    found = connection.execute("SELECT id FROM edit WHERE row = ?", (known.row,)).fetchone()
    return known.row == 0 or (found is not None and found[0] == known.id)


def edits_since(connection: sqlite3.Connection, known: Known, own: Collection[Id]) -> Found:
    """Return what was edited after a known edit, without our `own` edits, as one edit of the rows as they are now.

    It cannot be followed if it is too much, or if a text was corrected: the project is then to be read again.
    """
    size, count = connection.execute(
        "SELECT total(length(body)), count(*) FROM (SELECT body FROM edit WHERE row > ? LIMIT ?)", (known.row, MOST + 1)
    ).fetchone()
    if count > MOST or size > LARGEST:
        return Found(count, None)
    later = connection.execute(
        """SELECT edit.id, edit.body, origin.coder, edit.at FROM edit JOIN origin ON origin.row = edit.origin
           WHERE edit.row > ? ORDER BY edit.row""",
        (known.row,),
    ).fetchall()
    theirs = [(body, coder, at) for id_, body, coder, at in later if id_ not in own]
    changes = composed(change for each in theirs for change in changes_in(*each))
    if any(each.entity is Article and "content" in (each.before or {}) and each.after for each in changes):
        return Found(len(theirs), None)
    followed = (_as_now(connection, change) for change in changes)
    rows = (rows_of(connection, kind, (each.id for each in changes if each.entity is kind)) for kind in (Claim, Number))
    edit = Edit(_("Changed elsewhere"), tuple(each for each in followed if each), rows=dict(ChainMap(*rows)))
    return Found(len(theirs), edit)


def _as_now(connection: sqlite3.Connection, change: RowChange) -> Change | None:
    """Return a change as one of the whole row as it is in the file now; None if it has been taken back since."""
    now = record_now(connection, change)
    if change.before is None:
        return Change(None, now) if now else None
    if change.after is None:
        gone = None if now else to_record(change.entity, {"id": change.id, **change.before})
        return Change(gone, None) if gone else None
    return Change(replace(now, **change.before), now) if now else None
