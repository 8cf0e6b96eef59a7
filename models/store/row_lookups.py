"""Find the rows of articles, claims and numbers that have some value, by an index: what lists need besides `statement`.

The columns of `statement` have indexes of their own. These columns are mostly empty, or have few different values: one
index leads to all rows with a value, and few values are read from it first.
"""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.entities import Article, Claim, Number, Origin, Record, Status
from models.store.rows import TABLES

DISTINCT = """WITH RECURSIVE found (value) AS (
                  SELECT min({column}) FROM {table}{within}
                  UNION ALL
                  SELECT (SELECT min({column}) FROM {table} WHERE {column} > found.value{also}) FROM found
                  WHERE value IS NOT NULL)
              SELECT value FROM found WHERE value IS NOT NULL"""
"""Step from each value of an index to the next: with very many rows that takes no longer."""

LOOKED_UP = "(SELECT {column} FROM {table} WHERE {row} = {of})"
"""A value of a record that a line has."""

SUGGESTED = "rule IS NOT NULL"
"""The condition of the index of records that were suggested: all others were recorded by hand."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """A column with an index of all rows, or of those `within` a condition: of the rows with a value.

    Its values are compared as `key`. If it `has_few`, `values` are all there can be, if that is known; `besides` is one
    that the index does not have. A column that is `always` filled has a value in every row.
    """

    kind: type[Record]
    column: str
    key: str
    within: str = ""
    has_few: bool = False
    values: tuple[str, ...] = ()
    besides: str = ""
    always: bool = False
    table: str = ""
    """The table, if it is not that of the records but has their rows in a column with the name of that."""

    @property
    def _from(self) -> tuple[str, str]:
        """The table, and the column that has the rows of the records."""
        return (self.table, TABLES[self.kind]) if self.table else (TABLES[self.kind], "row")

    @property
    def of_line(self) -> str:
        """What the value of a line of `statement` is compared by, in SQL."""
        return self._selected(self.key)

    @property
    def kept_of_line(self) -> str:
        """The value of a line of `statement` as it is in the file, in SQL."""
        return self._selected(self.column)

    def _selected(self, column: str) -> str:
        table, row = self._from
        return LOOKED_UP.format(column=column, table=table, row=row, of=f"statement.{TABLES[self.kind]}")

    def such(self, connection: sqlite3.Connection, condition: str, parameters: Mapping[str, Any]) -> list[str]:
        """Return the different values of which a condition about `value` is true."""
        if self.values:
            listed = " UNION ALL ".join(f"SELECT '{each}' AS value" for each in self.values)
        else:
            where, also = (f" WHERE {self.within}", f" AND {self.within}") if self.within else ("", "")
            listed = DISTINCT.format(column=self.column, table=self._from[0], within=where, also=also)
        query = f"SELECT value FROM ({listed}) WHERE {condition}"
        return [value for (value,) in connection.execute(query, parameters)]

    def rows(self, condition: str) -> str:
        """Return the SELECT of the rows in the index that meet a condition."""
        table, row = self._from
        return f"SELECT {row} FROM {table} WHERE {f'{self.within} AND ' if self.within else ''}{condition}"


def _of_records(kind: type[Claim | Number]) -> tuple[Lookup, ...]:
    both = f"{SUGGESTED} AND origin IN ('{Origin.ACCEPTED}', '{Origin.CHANGED}')"
    origins = tuple(Origin)
    return (
        Lookup(kind, "coder", "folded(coder)", has_few=True, always=True),
        Lookup(kind, "origin", "origin", SUGGESTED, True, origins, besides=Origin.BY_HAND, always=True),
        Lookup(kind, "rule", "folded(rule)", both, has_few=True),
        Lookup(kind, "discuss", "nullif(discuss, 0)", "discuss = 1"),
        Lookup(kind, "note", "folded(note)", "note IS NOT NULL"),
    )


LOOKUPS: Mapping[tuple[type[Record], str], Lookup] = {
    (each.kind, each.column): each
    for each in (
        Lookup(Article, "title", "title", always=True, table="title_sort"),
        Lookup(Article, "outlet", "folded(outlet)", has_few=True),
        Lookup(Article, "status", "status", has_few=True, values=tuple(Status), always=True),
        Lookup(Article, "published", "published"),
        *_of_records(Claim),
        *_of_records(Number),
    )
}
"""By class and column."""
