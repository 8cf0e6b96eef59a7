"""Writing an edit: the rows and the edit itself, in one transaction, or nothing at all."""

import sqlite3
from collections.abc import Iterator
from itertools import groupby

from sqlite_utils import Database

from models.edits import Change, Edit
from models.entities import Content, Record
from models.errors import Conflict
from models.store.history import record_edit
from models.store.rows import TABLES, records, selected, to_row


def write(db: Database, edit: Edit) -> None:
    """Write an edit in one transaction. Raises Conflict, or what SQLite raises; then nothing was changed."""
    with db.atomic():
        # The first statement writes, so the lock is taken before the rows are compared.
        record_edit(db, edit)
        db.conn.execute("PRAGMA defer_foreign_keys = ON")
        for content in edit.contents:
            _keep(db, content)
        for entity, changes in _runs(edit.changes):
            _write_run(db, entity, changes)


def _keep(db: Database, content: Content) -> None:
    """Keep a text and make it searchable, unless it is there already."""
    found = db.conn.execute(
        """INSERT INTO content (sha256, text, original, encoding) VALUES (?, ?, ?, ?)
           ON CONFLICT (sha256) DO NOTHING RETURNING row""",
        (content.sha256, content.text, content.original, content.encoding),
    ).fetchone()
    if found:
        db.conn.execute("INSERT INTO content_search (rowid, text) VALUES (?, ?)", (found[0], content.text))


def _runs(changes: tuple[Change, ...]) -> Iterator[tuple[type[Record], list[Change]]]:
    """Neighbouring changes of the same kind to the same table, which can be written together."""
    for (entity, *_), run in groupby(changes, lambda c: (type(c.row), c.before is None, c.after is None)):
        yield entity, list(run)


def _write_run(db: Database, entity: type[Record], changes: list[Change]) -> None:
    table = db.table(TABLES[entity])
    made = [to_row(change.after) for change in changes if change.before is None and change.after]
    if made:
        table.insert_all(made)
        return
    for change in changes:
        assert change.before is not None
        _compare(db.conn, change.before)
        if change.after is None:
            table.delete(change.before.id)
        else:
            old, new = to_row(change.before), to_row(change.after)
            table.update(change.before.id, {name: value for name, value in new.items() if old[name] != value})


def _compare(connection: sqlite3.Connection, before: Record) -> None:
    """Refuse to write over what somebody else has changed since it was read."""
    entity = type(before)
    rows = connection.execute(f"SELECT {selected(entity)} FROM {TABLES[entity]} WHERE id = ?", (before.id,))
    if records(entity, rows) != [before]:
        raise Conflict(
            "This was changed elsewhere since you opened it.",
            "Nothing was written; what is in the file is safe.",
            "Open the project again to see it as it is now.",
        )
