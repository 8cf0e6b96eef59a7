"""Entities to rows and back: the fields of a class are the columns of its table."""

import dataclasses
import json
import sqlite3
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, TypeVar, get_args, get_type_hints

from models.edits import Change
from models.entities import ENTITIES, Record

R = TypeVar("R", bound=Record)
E = TypeVar("E", bound=StrEnum)
Row = dict[str, Any]

TABLES: dict[type[Record], str] = {entity: entity.__name__.lower() for entity in ENTITIES}
"""The table of each entity, which bears its name."""

BY_TABLE = {table: entity for entity, table in TABLES.items()}


COLUMNS = {entity: tuple(field.name for field in dataclasses.fields(entity)) for entity in ENTITIES}
"""The columns of each entity's table, in the order of its fields."""


def _readers(entity: type[Record]) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    found: list[tuple[str, Callable[[Any], Any]]] = []
    for name, hint in get_type_hints(entity).items():
        for kind in get_args(hint) or (hint,):
            if isinstance(kind, type) and (issubclass(kind, StrEnum) or kind is bool):
                found.append((name, kind))
    return tuple(found)


READERS = {entity: _readers(entity) for entity in ENTITIES}
"""The columns whose values SQLite does not keep as they are: enumerations and truth values."""


class Malformed(ValueError):
    """What stands in the file is no row of ours: a value outside of its enumeration, a change of no table."""


def value_of(kind: type[E], value: str) -> E:
    """A value of an enumeration. Raises Malformed."""
    try:
        return kind(value)
    except ValueError as error:
        raise Malformed(str(error)) from error


def selected(entity: type[Record]) -> str:
    """The columns for a SELECT, quoted: `end` is a word of SQL's."""
    return ", ".join(f'"{column}"' for column in COLUMNS[entity])


def to_row(record: Record) -> Row:
    """A record as a row: column to value."""
    return {column: getattr(record, column) for column in COLUMNS[type(record)]}


def to_record(entity: type[R], row: Row) -> R:
    """A row as a record; columns that the row leaves out take the entity's defaults. Raises Malformed."""
    try:
        for name, read in READERS[entity]:
            if row.get(name) is not None:
                row[name] = read(row[name])
        return entity(**row)
    except (ValueError, TypeError) as error:
        raise Malformed(f"no row of {TABLES[entity]}: {error}") from error


def records(entity: type[R], rows: Iterable[tuple[Any, ...]]) -> list[R]:
    """Return rows as they come from `SELECT {selected(entity)}` as records. Raises Malformed."""
    names = COLUMNS[entity]
    return [to_record(entity, dict(zip(names, row, strict=True))) for row in rows]


def select(connection: sqlite3.Connection, entity: type[R], rest: str, *parameters: object) -> list[R]:
    """Return the records of a table that the `rest` of a SELECT, from WHERE or ORDER on, lets through."""
    query = f"SELECT {selected(entity)} FROM {TABLES[entity]} {rest}"
    return records(entity, connection.execute(query, parameters))


def select_in(connection: sqlite3.Connection, entity: type[R], column: str, values: Iterable[object]) -> list[R]:
    """Return the records of a table with one of these values in a column."""
    return select(connection, entity, f"WHERE {column} IN (SELECT value FROM json_each(?))", json.dumps([*values]))


def changes_to_json(changes: Iterable[Change]) -> str:
    """Changes for the history: absent values left out, and of a changed row's after only what changed."""
    return json.dumps([_packed(change) for change in changes], ensure_ascii=False, separators=(",", ":"))


def changes_from_json(text: str) -> tuple[Change, ...]:
    """Changes back from the history. Raises Malformed."""
    try:
        return tuple(_unpacked(item) for item in json.loads(text))
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise Malformed(f"no changes of ours: {error}") from error


def _packed(change: Change) -> Row:
    packed: Row = {"table": TABLES[type(change.row)]}
    before = to_row(change.before) if change.before else {}
    after = to_row(change.after) if change.after else {}
    if change.before:
        packed["before"] = {name: value for name, value in before.items() if value is not None}
    if change.after:
        kept = {name: value for name, value in after.items() if before.get(name) != value}
        packed["after"] = kept
    return packed


def _unpacked(item: Row) -> Change:
    entity = BY_TABLE[item["table"]]
    before, after = item.get("before"), item.get("after")
    old = to_record(entity, dict(before)) if before is not None else None
    new = to_record(entity, {**(before or {}), **after}) if after is not None else None
    return Change(old, new)
