"""Find the rows that edits of the history were about as they are now: by their ids, and spans through their records.

The ids of spans have no index. An edit before version 8 does not say of which record a span is that it moves; there,
all spans are looked through.
"""

import sqlite3
from collections.abc import Iterable, Mapping

from models.entities import Record, Span
from models.ids import Id
from models.store.edit_body import OWNERS, RowChange
from models.store.rows import COLUMNS, TABLES, Row, to_record


def found_by(entity: type[Record], record: Id, fields: Mapping[str, object]) -> tuple[str, dict[str, object]]:
    """Return the condition by which a row is found, with its parameters, by its id and the fields that are known."""
    owner = next((name for name in OWNERS[Span] if fields.get(name)), None) if entity is Span else None
    if owner is None:
        return "id = :its_id", {"its_id": record}
    return f"id = :its_id AND {owner} = :its_owner", {"its_id": record, "its_owner": fields[owner]}


def row_of(
    connection: sqlite3.Connection,
    entity: type[Record],
    record: Id,
    fields: Mapping[str, object],
    columns: Iterable[str] | None = None,
) -> Row | None:
    """Return a row with all columns, or with some, by its id and the fields that are known; None if it is gone."""
    names = tuple(columns or COLUMNS[entity])
    selected = ", ".join(f'"{name}"' for name in names)
    condition, parameters = found_by(entity, record, fields)
    query = f"SELECT {selected} FROM {TABLES[entity]} WHERE {condition}"
    found = connection.execute(query, parameters).fetchone()
    return dict(zip(names, found, strict=True)) if found else None


def row_now(connection: sqlite3.Connection, change: RowChange, columns: Iterable[str] | None = None) -> Row | None:
    """Return the row of a change as it is now; None if it is gone. A span may have been given to another record."""
    states = ({**change.beside, **(each or {})} for each in (change.after, change.before) if each is not None)
    for known in states:
        if found := row_of(connection, change.entity, change.id, known, columns):
            return found
    return None


def record_now(connection: sqlite3.Connection, change: RowChange) -> Record | None:
    """Return the record of a change as it is now; None if it is gone. Raises Malformed."""
    row = row_now(connection, change)
    return to_record(change.entity, row) if row else None
