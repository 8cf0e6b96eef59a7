"""Compare the rows of the file with what its history says that they are.

The history is replayed into temporary tables with the columns of the file's, which SQLite writes to a file of its own
where they are large; and then SQLite compares table with table.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import MISSING, dataclass, fields
from operator import itemgetter
from typing import Any, get_args, get_type_hints

from models.edits import Change
from models.entities import ENTITIES, Record
from models.ids import Id
from models.store.each_edit import ReadEdit, each_edit
from models.store.edit_body import CHANGED_AT, RowChange
from models.store.one_moment import one_moment
from models.store.rows import COLUMNS, TABLES, Malformed, Row, to_record

GAPS = "SELECT 1 FROM edit GROUP BY origin HAVING count(*) <> max(seq) LIMIT 1"
FORGOTTEN = """SELECT 1 FROM edit WHERE instr(body, '"forgotten":') LIMIT 1"""

COMPARED = {kind: tuple(name for name in COLUMNS[kind] if name != CHANGED_AT) for kind in ENTITIES}
"""The fields that are compared, by class. When a record was last changed is no part of what it says."""

DECIMALS = {
    kind: {name for name, hint in get_type_hints(kind).items() if float in (hint, *get_args(hint))} for kind in ENTITIES
}
"""The fields that hold decimals, by class: an edit may say 12 where the file has 12.0."""

DEFAULTS: dict[type[Record], Row] = {
    kind: dict.fromkeys(COMPARED[kind])
    | {each.name: each.default for each in fields(kind) if each.default is not MISSING}
    for kind in ENTITIES
}

MOST = 5_000
"""Rows that are written at once."""


@dataclass(frozen=True, slots=True)
class Unexplained:
    """What the history does not explain: a row that the `change` puts back as the history has it, or a `count` of rows
    of a class that it does not know at all.
    """

    change: Change | None = None
    unknown: type[Record] | None = None
    count: int = 0


class Replay:
    """The history, replayed edit by edit.

    Of one with a gap, with an edit that cannot be read, or of which something was forgotten, nothing is said: it does
    not explain every row.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._explains = not (connection.execute(GAPS).fetchone() or connection.execute(FORGOTTEN).fetchone())
        self._of = {kind: _Replay(connection, kind) for kind in ENTITIES} if self._explains else {}

    def take(self, edit: ReadEdit) -> None:
        """Do every change of an edit once more."""
        self._explains = self._explains and edit.changes is not None
        try:
            for change in (edit.changes or ()) if self._explains else ():
                self._of[change.entity].take(change)
        except Malformed:
            self._explains = False

    def unexplained(self) -> Iterator[Unexplained]:
        """Yield each row that is not what the history says, and how many rows it does not know."""
        try:
            for each in self._of.values() if self._explains else ():
                each.write()
                yield from each.unexplained()
        except Malformed:
            return


def unexplained(connection: sqlite3.Connection) -> Iterator[Unexplained]:
    """Replay the whole history, and yield what it does not explain."""
    replay = Replay(connection)
    with one_moment(connection):
        for edit in each_edit(connection):
            replay.take(edit)
    yield from replay.unexplained()


class _Replay:
    """The rows of one class as the history has them, in a temporary table."""

    def __init__(self, connection: sqlite3.Connection, kind: type[Record]) -> None:
        self._connection, self._kind = connection, kind
        self._table, names = f"replayed_{TABLES[kind]}", COMPARED[kind]
        self._values, self._made = itemgetter(*names), dict[Id, Row]()
        """What is written of a row; and the rows that are still to be written, which are written together."""
        columns = (f'"{name}" {"REAL" if name in DECIMALS[kind] else ""}' for name in names)
        connection.execute(f"DROP TABLE IF EXISTS temp.{self._table}")
        connection.execute(f"CREATE TEMP TABLE {self._table} ({', '.join(columns)}, PRIMARY KEY (id)) WITHOUT ROWID")
        places = ", ".join("?" for _name in names)
        self._make = f"INSERT OR REPLACE INTO temp.{self._table} VALUES ({places})"

    def take(self, change: RowChange) -> None:
        """Do one change. Raises Malformed."""
        known = self._made.pop(change.id, None) if change.before is not None else None
        if change.after is None:
            self._connection.execute(f"DELETE FROM temp.{self._table} WHERE id = ?", (change.id,))
        elif change.before is None or known:
            self._made[change.id] = {**(known or DEFAULTS[self._kind]), **change.after, "id": change.id}
            if len(self._made) == MOST:
                self.write()
        else:
            self._change(change.id, change.after)

    def write(self) -> None:
        """Write the rows that are still to be written. Raises Malformed."""
        if self._made:
            with _bound():
                self._connection.executemany(self._make, map(self._values, self._made.values()))
            self._made.clear()

    def _change(self, record: Id, after: Row) -> None:
        """Change some fields of a row. One that no edit has made is not known: the edit that made it was lost with a
        damaged file.
        """
        if given := {name: value for name, value in after.items() if name != CHANGED_AT}:
            values = ", ".join(f'"{name}" = ?' for name in given)
            query = f"UPDATE temp.{self._table} SET {values} WHERE id = ?"
            with _bound():
                self._connection.execute(query, (*given.values(), record))

    def unexplained(self) -> Iterator[Unexplained]:
        """Yield what differs in the table of the file. Raises Malformed."""
        kind, file, ask, unknown = self._kind, TABLES[self._kind], self._connection.execute, 0
        now, said = _columns("now", COMPARED[kind]), _columns("said", COMPARED[kind])
        differing = f"""SELECT said.id IS NULL, {_columns("now", COLUMNS[kind])}, {said} FROM {file} AS now
                        LEFT JOIN temp.{self._table} AS said ON said.id = now.id WHERE ({now}) IS NOT ({said})"""
        for is_unknown, *values in ask(differing):
            row = dict(zip(COLUMNS[kind], values, strict=False))
            if is_unknown:
                unknown += 1
            else:
                yield Unexplained(Change(to_record(kind, row), self._record(values[len(row) :], row.get(CHANGED_AT))))
        if unknown:
            yield Unexplained(unknown=kind, count=unknown)
        for values in ask(f"SELECT * FROM temp.{self._table} WHERE id NOT IN (SELECT id FROM {file})"):
            yield Unexplained(Change(None, self._record(values, None)))

    def _record(self, said: Sequence[Any], changed_at: str | None) -> Record:
        """Return a row as the history has it, with the time of its last change as it is now. Raises Malformed."""
        row = dict(zip(COMPARED[self._kind], said, strict=True))
        return to_record(self._kind, row | {CHANGED_AT: changed_at} if CHANGED_AT in COLUMNS[self._kind] else row)


def _columns(table: str, names: Sequence[str]) -> str:
    return ", ".join(f'{table}."{name}"' for name in names)


@contextmanager
def _bound() -> Iterator[None]:
    """Raise Malformed where the history says a value that no column can hold, such as a list."""
    try:
        yield
    except (sqlite3.InterfaceError, sqlite3.ProgrammingError, OverflowError, UnicodeEncodeError) as error:
        raise Malformed(str(error)) from error
