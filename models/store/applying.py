"""Write an edit: the rows and the edit itself, in one transaction, or nothing at all."""

import sqlite3
from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby

from models.edits import Change, Edit
from models.entities import Claim, Content, Number, Original, Record
from models.errors import Conflict, NotNext
from models.store import coverage
from models.store.accepted import with_origins
from models.store.as_now import found_by, row_of
from models.store.derived import Touched
from models.store.edit_body import CHANGED_AT
from models.store.history import overtaken, record_edit
from models.store.overtaking import is_of_another_text
from models.store.problems import GONE
from models.store.result_codes import code_of
from models.store.rows import TABLES, VALUES, insertion, rows_of, to_row
from models.store.text_at_hand import TextAtHand
from models.translation import _

LATEST = "SELECT row FROM (SELECT row, id FROM edit ORDER BY row DESC LIMIT 100) WHERE id = ?"
"""Finds an edit among the newest."""


class NotSettled(Exception):
    """An edit is in the file, as `written` with its row in the history, but an error was reported after its commit: the
    disk does not say that the journal is gone, which would take the edit back after a power cut. `settle` is to follow.
    """

    def __init__(self, written: tuple[Edit, int]) -> None:
        super().__init__()
        self.written = written


def settle(connection: sqlite3.Connection) -> None:
    """Commit once more, without changing anything, and so wait for the disk again. Raises an error of SQLite."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.execute(f"PRAGMA user_version = {version}")


def write(
    connection: sqlite3.Connection, edit: Edit, text: TextAtHand, before_commit: Callable[[], None] = lambda: None
) -> tuple[Edit, int]:
    """Write an edit in one transaction. Return it as it was written, with the origins that it changes and the rows of
    the claims and numbers that it makes; and its own row in the history.

    Raises Conflict or an error of SQLite; nothing is then changed. Raises NotSettled if it was changed all the same,
    now or when the same edit was refused before. `before_commit` is called just before the commit, during which nobody
    else can read. The words of records are read from the `text`.
    """
    try:
        return _write(connection, edit, text, before_commit)
    except (Conflict, sqlite3.IntegrityError) as error:
        if found := connection.execute(LATEST, (edit.id,)).fetchone():
            raise NotSettled((_with_rows(connection, edit), found[0])) from error
        if isinstance(error, NotNext):
            raise
        if edit.undoes and (isinstance(error, Conflict) or code_of(error) in GONE):
            raise overtaken(edit.label) from error
        raise


def _write(
    connection: sqlite3.Connection, edit: Edit, text: TextAtHand, before_commit: Callable[[], None]
) -> tuple[Edit, int]:
    written: tuple[Edit, int] | None = None
    try:
        with transaction(connection):
            written = _write_rows(connection, edit, text)
            before_commit()
    except sqlite3.OperationalError as error:
        if written and connection.execute(LATEST, (edit.id,)).fetchone():
            raise NotSettled(written) from error
        raise
    return written


def _write_rows(connection: sqlite3.Connection, edit: Edit, text: TextAtHand) -> tuple[Edit, int]:
    connection.execute("PRAGMA defer_foreign_keys = ON")
    edit = with_origins(connection, edit)
    if is_of_another_text(connection, edit):
        raise overtaken(edit.label)
    row = record_edit(connection, edit)
    _keep(connection, edit.contents)
    coverage.forget(connection, edit)
    touched = Touched(connection, edit, text)
    for entity, changes in _runs(edit.changes):
        _write_run(connection, entity, changes)
    touched.renew()
    return _with_rows(connection, edit), row


def _with_rows(connection: sqlite3.Connection, edit: Edit) -> Edit:
    made = {kind: [each.id for each in edit.made(kind)] for kind in (Claim, Number)}
    rows = [rows_of(connection, kind, ids) for kind, ids in made.items() if ids]
    return replace(edit, rows=dict(ChainMap(*rows))) if rows else edit


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run a block in one transaction: commit at its end, roll back after any error.

    The write lock is taken before anything is read, so that rows cannot change between comparing and writing them.
    SQLite ends some failed transactions itself and leaves others open: https://www.sqlite.org/lang_transaction.html.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        connection.rollback()  # does nothing after a commit


def _keep(connection: sqlite3.Connection, contents: Iterable[Content | Original]) -> None:
    """Store files and texts, unless the project already has them."""
    connection.executemany(
        "INSERT INTO original (sha256, data) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING",
        ((each.sha256, each.data) for each in contents if isinstance(each, Original)),
    )
    connection.executemany(
        "INSERT INTO content (sha256, text) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING",
        ((each.sha256, each.text) for each in contents if isinstance(each, Content)),
    )


def _runs(changes: tuple[Change, ...]) -> Iterator[tuple[type[Record], list[Change]]]:
    """Yield neighbouring changes of the same kind to the same table, which can be written together."""
    for (entity, *_kind), run in groupby(changes, lambda c: (type(c.row), c.before is None, c.after is None)):
        yield entity, list(run)


def _write_run(connection: sqlite3.Connection, entity: type[Record], changes: list[Change]) -> None:
    table = TABLES[entity]
    if changes[0].before is None:
        values = VALUES[entity]
        connection.executemany(insertion(entity), (values(change.row) for change in changes))
        if entity in (Claim, Number):
            _forget_left_over(connection, table, changes)
        return
    for change in changes:
        _compare(connection, change)
    if changes[0].after is None:
        for change in changes:
            condition, parameters = found_by(entity, change.row.id, to_row(change.row))
            connection.execute(f"DELETE FROM {table} WHERE {condition}", parameters)
        return
    for change in changes:
        _update(connection, table, change)


def _forget_left_over(connection: sqlite3.Connection, table: str, changes: list[Change]) -> None:
    """Delete spans that wait in the rows of new records: those of records that another program has deleted."""
    waiting = f"DELETE FROM kept_span WHERE {table} = (SELECT row FROM {table} WHERE id = ?)"
    connection.executemany(waiting, ((change.row.id,) for change in changes))


def _update(connection: sqlite3.Connection, table: str, change: Change) -> None:
    """Write the columns that differ: a narrow UPDATE leaves the indexes of the others alone."""
    assert change.before is not None
    old, new = to_row(change.before), to_row(change.row)
    places = ", ".join(f'"{column}" = :{column}' for column in new if old[column] != new[column])
    if places:
        condition, parameters = found_by(type(change.row), change.row.id, old)
        connection.execute(f"UPDATE {table} SET {places} WHERE {condition}", {**new, **parameters})


def _compare(connection: sqlite3.Connection, change: Change) -> None:
    """Raise Conflict if somebody else has changed a field, or a row to delete, since it was read."""
    assert change.before is not None
    old = to_row(change.before)
    new = to_row(change.after) if change.after else {}
    now = row_of(connection, type(change.before), change.before.id, old)
    touched = [name for name in old if name != CHANGED_AT and old[name] != new.get(name, ...)]
    if now is None or any(now[name] != old[name] for name in touched):
        raise Conflict(
            _("This has been changed elsewhere since you opened it."),
            _("Nothing was written; everything in the file is safe."),
            _("Open the project again to see it as it is now."),
        )
