"""Find the records that refer to a record which is not there."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from models.entities import Record
from models.ids import Id
from models.store.rows import BY_TABLE, select

FIELD = 'SELECT "from" FROM pragma_foreign_key_list(?) WHERE id = ?'


@dataclass(frozen=True, slots=True)
class Dangling:
    """A record with the field that refers to nothing."""

    record: Record
    field: str

    @property
    def missing(self) -> Id:
        """The id that the field has."""
        return str(getattr(self.record, self.field))


def dangling(connection: sqlite3.Connection) -> Iterator[Dangling]:
    """Yield each record that refers to nothing, as often as it does. Raises Malformed."""
    for table, row, _parent, number in connection.execute("PRAGMA foreign_key_check").fetchall():
        if table in BY_TABLE:
            (field,) = connection.execute(FIELD, (table, number)).fetchone()
            for record in select(connection, BY_TABLE[table], "WHERE rowid = ?", row):
                yield Dangling(record, field)
