"""Convert entities to rows and back: the fields of a class are the columns of its table."""

import dataclasses
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from operator import attrgetter
from typing import Any, TypeVar, get_args, get_type_hints

from models.entities import ENTITIES, Record, Span
from models.ids import Id

R = TypeVar("R", bound=Record)
E = TypeVar("E", bound=StrEnum)
Row = dict[str, Any]

TABLES: dict[type[Record], str] = {entity: entity.__name__.lower() for entity in ENTITIES}
"""The table of each entity, named after it."""

BY_TABLE = {table: entity for entity, table in TABLES.items()}


COLUMNS = {entity: tuple(field.name for field in dataclasses.fields(entity)) for entity in ENTITIES}
"""The columns of each entity's table, in the order of its fields."""

VALUES: dict[type[Record], Callable[[Record], tuple[Any, ...]]] = {
    entity: attrgetter(*columns) for entity, columns in COLUMNS.items()
}
"""What returns the values of a record in the order of the columns."""


def _enumerations(entity: type[Record]) -> Iterator[tuple[str, dict[str, StrEnum]]]:
    for name, hint in get_type_hints(entity).items():
        for kind in get_args(hint) or (hint,):
            if isinstance(kind, type) and issubclass(kind, StrEnum):
                yield name, {member.value: member for member in kind}


ENUMERATIONS = {entity: tuple(_enumerations(entity)) for entity in ENTITIES}
"""The columns of each entity's table that hold values of an enumeration, with its members by value."""


BOOLEANS = {entity: tuple(name for name, hint in get_type_hints(entity).items() if hint is bool) for entity in ENTITIES}
"""The columns of each entity's table that hold 0 or 1 for a bool."""


class Malformed(ValueError):
    """A row in the file is invalid: a value is not in its enumeration, or a change names an unknown table."""


def value_of(kind: type[E], value: str) -> E:
    """Return a value of an enumeration. Raises Malformed."""
    try:
        return kind(value)
    except ValueError as error:
        raise Malformed(str(error)) from error


def selected(entity: type[Record]) -> str:
    """Return the columns for a SELECT, quoted because `end` is an SQL keyword."""
    return ", ".join(f'"{column}"' for column in COLUMNS[entity])


def insertion(entity: type[Record]) -> str:
    """Return the INSERT of a record into its table; its parameters are the record's `VALUES`."""
    places = ", ".join("?" * len(COLUMNS[entity]))
    return f"INSERT INTO {TABLES[entity]} ({selected(entity)}) VALUES ({places})"


def in_order(entity: type[Record]) -> str:
    """Return the column by which rows are in the order of the file; that of spans, whose table is a view, is by id."""
    return "id" if entity is Span else "rowid"


def to_row(record: Record) -> Row:
    """Return a record as a row: column to value."""
    kind = type(record)
    return dict(zip(COLUMNS[kind], VALUES[kind](record), strict=True))


def read_fields(entity: type[Record], row: Row) -> Row:
    """Give the fields of a row, or some of them, the types that they have in a record. Raises Malformed."""
    for name, members in ENUMERATIONS[entity]:
        if (value := row.get(name)) is not None:
            if value not in members:
                raise Malformed(f"{value!r} is no {name} of {TABLES[entity]}")
            row[name] = members[value]
    for name in BOOLEANS[entity]:
        if name in row:
            row[name] = bool(row[name])
    return row


def to_record(entity: type[R], row: Row) -> R:
    """Make a record of a row; columns that the row leaves out take the entity's defaults. Raises Malformed."""
    try:
        return entity(**read_fields(entity, row))
    except TypeError as error:
        raise Malformed(f"no row of {TABLES[entity]}: {error}") from error


def records(entity: type[R], rows: Iterable[tuple[Any, ...]]) -> list[R]:
    """Return the rows of `SELECT {selected(entity)}` as records. Raises Malformed."""
    names = COLUMNS[entity]
    if not (ENUMERATIONS[entity] or BOOLEANS[entity]):
        return [entity(**dict(zip(names, row, strict=True))) for row in rows]
    return [entity(**read_fields(entity, dict(zip(names, row, strict=True)))) for row in rows]


def select(connection: sqlite3.Connection, entity: type[R], rest: str, *parameters: object) -> list[R]:
    """Return the records of a table that a SELECT finds; `rest` is the query from WHERE or ORDER BY on."""
    query = f"SELECT {selected(entity)} FROM {TABLES[entity]} {rest}"
    return records(entity, connection.execute(query, parameters))


def select_in(connection: sqlite3.Connection, entity: type[R], column: str, values: Iterable[object]) -> list[R]:
    """Return the records of a table with one of these values in a column."""
    return select(connection, entity, f"WHERE {column} IN (SELECT value FROM json_each(?))", json.dumps([*values]))


def rows_of(connection: sqlite3.Connection, entity: type[Record], records: Iterable[Id]) -> dict[Id, int]:
    """Return the rows in which the file has some records of a class; those that it does not have are left out."""
    query = f"SELECT id, row FROM {TABLES[entity]} WHERE id IN (SELECT value FROM json_each(?))"
    return dict(connection.execute(query, (json.dumps([*records]),)).fetchall())


def record_of(connection: sqlite3.Connection, entity: type[R], record: Id) -> R | None:
    """Return one record as it is in the file now, or None."""
    return next(iter(select(connection, entity, "WHERE id = ?", record)), None)
