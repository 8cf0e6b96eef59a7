"""What the rows of each table look like, so that rows are recognised whose table is not known."""

import re
import sqlite3
from dataclasses import dataclass

from models.damaged.cells import Row, Undecoded, Values

LASTING = ("content", "original", "origin", "edit")
"""The tables that rows are only added to."""

AN_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
A_HASH = re.compile(r"[0-9a-f]{64}")
A_TIME = re.compile(r"\d{4}-\d\d-\d\dT.*")

TYPES: dict[str, tuple[type, ...]] = {
    "TEXT": (str, Undecoded),
    "INTEGER": (int,),
    "REAL": (float, int),
    "BLOB": (bytes,),
    "ANY": (str, int, float, bytes),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. `form` is what each text in it looks like, if that is known."""

    name: str
    type: str
    required: bool
    has_default: bool
    form: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns of a table; `key` is the index of the one that SQLite keeps as the row's own number."""

    table: str
    columns: tuple[Column, ...]
    key: int | None

    @property
    def fewest(self) -> int:
        """How many values a row has at least: a column that was added later is missing in rows from before."""
        needed = [place for place, each in enumerate(self.columns) if each.required and not each.has_default]
        return max(needed, default=0) + 1

    def id_of(self, row: Row) -> str:
        """Return the id of a row, or an empty text."""
        place = next((place for place, each in enumerate(self.columns) if each.name == "id"), len(row.values))
        value = row.values[place] if place < len(row.values) else ""
        return value if isinstance(value, str) else ""

    def likeness(self, values: Values) -> int | None:
        """Return how many values of a row look like nothing but this table's; None if it is no row of this table."""
        if not self.fewest <= len(values) <= len(self.columns):
            return None
        looks = 0
        for place, (column, value) in enumerate(zip(self.columns, values, strict=False)):
            if place == self.key:
                if value is not None:
                    return None
            elif value is None:
                if column.required:
                    return None
            elif not isinstance(value, TYPES[column.type]):
                return None
            elif column.form and isinstance(value, str):
                if not column.form.fullmatch(value):
                    return None
                looks += 1
            elif column.type == "BLOB":
                looks += 1
        return looks


def shapes_of(connection: sqlite3.Connection, tables: tuple[str, ...]) -> dict[str, Shape]:
    """Return the shapes of those of some tables that a file has."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return {table: _shape(connection, table) for table in tables if table in there}


def _shape(connection: sqlite3.Connection, table: str) -> Shape:
    found = connection.execute('SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?)', (table,))
    refers = dict(connection.execute('SELECT "from", "table" FROM pragma_foreign_key_list(?)', (table,)).fetchall())
    columns, key = list[Column](), None
    for place, (name, type_, required, default, primary) in enumerate(found.fetchall()):
        if primary and type_ == "INTEGER":
            key = place
        columns.append(Column(name, type_, bool(required), default is not None, _form(name, type_, refers)))
    return Shape(table, tuple(columns), key)


def _form(column: str, type_: str, refers: dict[str, str]) -> re.Pattern[str] | None:
    if type_ != "TEXT":
        return None
    if column == "sha256" or refers.get(column) in {"content", "original"}:
        return A_HASH
    if column == "id" or column in refers:
        return AN_ID
    return A_TIME if column in {"made_at", "changed_at", "at", "began_at"} else None
