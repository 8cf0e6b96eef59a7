"""Find what was changed in a project since a state that it had: the fields of records, and answers about them."""

import sqlite3
from collections.abc import Iterator

from models.entities import Alias, Answer
from models.ids import Id
from models.store.edit_body import CHANGED_AT, RowChange, changes_in
from models.store.rows import select_in

Change = tuple[Id, str]
"""A record, and the name of its field or the id of the variable that it was answered under. Aliases are of speakers."""

LAST = """
    SELECT max(row), max(at), count(*) FROM (SELECT row, at FROM main.edit WHERE row <= ? ORDER BY row LIMIT ?)
"""
LATER = """
    SELECT edit.body, origin.coder, edit.at FROM main.edit JOIN main.origin ON origin.row = edit.origin
    WHERE edit.row > ? AND edit.row <= ? ORDER BY edit.row
"""


def changed_since(connection: sqlite3.Connection, edits: int, at: str, until: int) -> set[Change] | None:
    """Return what edits changed after a number of edits, the latest of which was made at a time, up to a row of edits.

    None if the project never was in this state.
    """
    row, last_at, count = connection.execute(LAST, (until, max(edits, 0))).fetchone()
    if (last_at, count) != (at, edits):
        return None
    changes = [
        change
        for body, coder, time in connection.execute(LATER, (row, until))
        for change in changes_in(body, coder, time)
        if change.after is not None or change.entity in (Alias, Answer)
    ]
    answers = select_in(connection, Answer, "id", {each.id for each in changes if each.entity is Answer})
    known = {each.id: each for each in answers}
    return {each for change in changes for each in _changed(change, known)}


def _changed(change: RowChange, answers: dict[Id, Answer]) -> Iterator[Change]:
    """Yield what a change of a row concerns. Of a row that was made or deleted, the change has all fields."""
    rows = [row for row in (change.before, change.after) if row is not None]
    if change.entity is Alias:
        yield from ((row["speaker"], "aliases") for row in rows if "speaker" in row)
    elif change.entity is Answer and change.id in answers:
        yield answers[change.id].subject, answers[change.id].variable
    elif change.entity is Answer:
        whole = (row for row in rows if "variable" in row)
        yield from ((_subject(row), row["variable"]) for row in whole)
    else:
        yield from ((change.id, name) for row in rows for name in row if name != CHANGED_AT)


def _subject(row: dict[str, object]) -> Id:
    return str(next(row[name] for name in ("claim", "number", "speaker", "article") if row.get(name)))
