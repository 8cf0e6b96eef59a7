"""Tell whether an edit can no longer be taken back, because another coder has corrected or coded its text since."""

import sqlite3
from collections.abc import Iterator

from models.edits import Edit
from models.entities import Article, Boilerplate, Dismissed, Span, article_of
from models.ids import Id
from models.store.as_now import record_now
from models.store.edit_body import RowChange, changes_in, composed
from models.store.history import next_row

LATER = """SELECT later.body, origin.coder, later.at FROM edit AS taken
           JOIN edit AS later ON later.row > taken.row AND later.origin <> taken.origin
           JOIN origin ON origin.row = later.origin
           WHERE taken.row = ? ORDER BY later.row"""
"""What others have done since an edit. What its own coder has done since was taken back already."""

PLACES = (Span, Boilerplate, Dismissed)
"""The records that have offsets into a text."""


def is_of_another_text(connection: sqlite3.Connection, edit: Edit) -> bool:
    """Return whether an edit that takes another back puts a place into a text that somebody has corrected since, or
    an old text below places that somebody has recorded since.
    """
    if edit.undoes is None:
        return False
    corrected = edit.corrected.keys()
    placed = {article_of(change.after) for change in edit.changes_of(*PLACES) if change.after}
    if not corrected and not placed:
        return False
    since = [change for change in _since(connection, edit) if change.before != change.after]
    corrected_since = {each.id for each in since if each.entity is Article and "content" in (each.before or {})}
    placed_since = {article_of_place(connection, each) for each in since if each.entity in PLACES}
    return bool(placed & corrected_since or corrected & placed_since)


def _since(connection: sqlite3.Connection, edit: Edit) -> list[RowChange]:
    edits = connection.execute(LATER, (next_row(connection, edit.coder, edit.undoes),))
    return composed(_changes(edits))


def _changes(edits: sqlite3.Cursor) -> Iterator[RowChange]:
    for body, coder, at in edits:
        yield from changes_in(body, coder, at)


def article_of_place(connection: sqlite3.Connection, change: RowChange) -> Id | None:
    """Return the article of a place that was made, moved or deleted; None if it is gone again."""
    for row in (change.before, change.after):
        if row and "article" in row:
            return str(row["article"])
    found = record_now(connection, change)
    return article_of(found) if found else None
