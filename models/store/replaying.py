"""Compare the rows of the file with what its history says that they are.

The states by the history are kept in a temporary table, which SQLite writes to a file of its own where it is large.
"""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields
from typing import Any, get_args, get_type_hints

from models.edits import Change
from models.entities import ENTITIES, Record
from models.store.edit_body import CHANGED_AT, RowChange, changes_in
from models.store.rows import COLUMNS, TABLES, Malformed, Row, selected, to_record

EDITS = """SELECT body, origin.coder, at FROM edit JOIN origin ON origin.row = edit.origin ORDER BY edit.row"""
GAPS = "SELECT 1 FROM edit GROUP BY origin HAVING count(*) <> max(seq) LIMIT 1"
FORGOTTEN = """SELECT 1 FROM edit WHERE instr(body, '"forgotten":') LIMIT 1"""

COMPARED = {kind: tuple(name for name in COLUMNS[kind] if name != CHANGED_AT) for kind in ENTITIES}
"""The fields that are compared, by class. When a record was last changed is no part of what it says."""

DECIMALS = {
    kind: {name for name, hint in get_type_hints(kind).items() if float in (hint, *get_args(hint))} for kind in ENTITIES
}
"""The fields that hold decimals, by class: an edit may say 12 where the file has 12.0."""

DEFAULTS: dict[type[Record], Row] = {
    kind: {each.name: each.default for each in fields(kind) if each.default is not MISSING} for kind in ENTITIES
}


@dataclass(frozen=True, slots=True)
class Unexplained:
    """What the history does not explain: a row that the `change` puts back as the history has it, or a `count` of rows
    of a class that it does not know at all.
    """

    change: Change | None = None
    unknown: type[Record] | None = None
    count: int = 0


def unexplained(connection: sqlite3.Connection) -> Iterator[Unexplained]:
    """Yield each row that is not what the history says, and how many rows it does not know.

    Of a history with a gap, with an edit that cannot be read, or of which something was forgotten, nothing is said: it
    does not explain every row.
    """
    if connection.execute(GAPS).fetchone() or connection.execute(FORGOTTEN).fetchone():
        return
    connection.execute("""CREATE TEMP TABLE replayed (
        kind INTEGER, id TEXT, state TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID""")
    try:
        _replay(connection)
        for kind in ENTITIES:
            yield from _of_kind(connection, kind)
    except Malformed:
        return
    finally:
        connection.execute("DROP TABLE temp.replayed")


def _replay(connection: sqlite3.Connection) -> None:
    """Keep the last state of every row that the history knows. Raises Malformed."""
    connection.execute("BEGIN")
    try:
        for body, coder, at in connection.execute(EDITS):
            for change in changes_in(body, coder, at):
                _take(connection, change)
    finally:
        connection.execute("COMMIT")


def _take(connection: sqlite3.Connection, change: RowChange) -> None:
    key = ENTITIES.index(change.entity), change.id
    if change.after is None:
        connection.execute("DELETE FROM replayed WHERE kind = ? AND id = ?", key)
        return
    before = None if change.before is None else _state(connection, change.entity, change.id)
    state = {**(before or DEFAULTS[change.entity]), **change.after, "id": change.id}
    connection.execute("INSERT OR REPLACE INTO replayed VALUES (?, ?, ?)", (*key, _written(change.entity, state)))


def _state(connection: sqlite3.Connection, kind: type[Record], record: str) -> Row | None:
    query = "SELECT state FROM replayed WHERE kind = ? AND id = ?"
    found = connection.execute(query, (ENTITIES.index(kind), record)).fetchone()
    return dict(zip(COMPARED[kind], json.loads(found[0]), strict=True)) if found else None


def _written(kind: type[Record], row: Row) -> str:
    """Return what is compared of a row as one text, with flags and decimals as the file has them."""
    return json.dumps([_plain(row.get(name), name in DECIMALS[kind]) for name in COMPARED[kind]], ensure_ascii=False)


def _plain(value: Any, decimal: bool) -> Any:
    if isinstance(value, bool):
        return int(value)
    return float(value) if decimal and value is not None else value


def _of_kind(connection: sqlite3.Connection, kind: type[Record]) -> Iterator[Unexplained]:
    place, unknown = ENTITIES.index(kind), 0
    for values in connection.execute(f"SELECT {selected(kind)} FROM {TABLES[kind]}"):
        row = dict(zip(COLUMNS[kind], values, strict=True))
        query = "SELECT state FROM replayed WHERE kind = ? AND id = ?"
        found = connection.execute(query, (place, row["id"])).fetchone()
        if found is None:
            unknown += 1
        elif found[0] != _written(kind, row):
            yield Unexplained(Change(to_record(kind, row), _record(kind, found[0], row.get(CHANGED_AT))))
    if unknown:
        yield Unexplained(unknown=kind, count=unknown)
    gone = f"SELECT state FROM replayed WHERE kind = ? AND id NOT IN (SELECT id FROM {TABLES[kind]})"
    for (state,) in connection.execute(gone, (place,)):
        yield Unexplained(Change(None, _record(kind, state, None)))


def _record(kind: type[Record], state: str, changed_at: str | None) -> Record:
    """Return a row as the history has it, with the time of its last change as it is now. Raises Malformed."""
    row = dict(zip(COMPARED[kind], json.loads(state), strict=True))
    return to_record(kind, row | {CHANGED_AT: changed_at} if CHANGED_AT in COLUMNS[kind] else row)
