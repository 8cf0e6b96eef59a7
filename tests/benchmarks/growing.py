"""Write a project of any size as coders would have left it: every article has a text of its own, the history is whole.

The first thousand statements are recorded by the actions of the program. A larger project has copies of these edits,
under other ids, by other coders, with other names, titles and values; the derived tables are made at the end. Ten
thousand statements take seconds, a million half an hour.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

from models.edits import Change, Edit
from models.entities import Article, Claim, Content, Number, Record, Signed, Speaker
from models.ids import Id
from models.store import Store
from models.store.derived import rebuild
from models.store.history import record_edit
from models.store.opening import connect
from models.store.rows import COLUMNS, TABLES, selected, to_row
from tests.benchmarks.coders_work import IN_ARTICLE, coders_work
from tests.benchmarks.multiplying import FIRST

RECORDED = 1_000
"""Statements that are recorded; further ones are copies."""
CODERS = ("AB", "CD", "EF")
BEGUN = datetime(2026, 3, 2, 9, tzinfo=UTC)
REFERRING = ("id", "article", "claim", "number", "speaker")
"""The fields with ids, which are others in a copy."""


def grow(path: Path, statements: int) -> None:
    """Write a project of so many statements: a multiple of 1,000, or of 10 below."""
    with Store.create(path) as store:
        edits = coders_work(store, min(statements, RECORDED) // IN_ARTICLE)
    if statements <= RECORDED:
        return
    with closing(connect(path)) as connection:
        for pragma in ("synchronous = OFF", "journal_mode = MEMORY", "cache_size = -400000", "foreign_keys = OFF"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.execute("BEGIN")
        for number in range(1, statements // RECORDED):
            _write(connection, [*_Copy(number).edits(edits)])
        rebuild(connection)
        connection.execute("COMMIT")


@dataclass(frozen=True, slots=True)
class _Copy:
    """Copies what coders did, under other ids and with other values."""

    number: int

    @property
    def coder(self) -> str:
        """Who did it."""
        return CODERS[self.number % len(CODERS)]

    @property
    def at(self) -> str:
        """When it was done: all at once."""
        return (BEGUN + timedelta(minutes=self.number)).isoformat(timespec="milliseconds")

    def edits(self, edits: list[Edit]) -> Iterator[Edit]:
        """Yield copies of edits, in their order."""
        texts: dict[str, Content] = {}
        for edit in edits:
            for each in edit.contents:
                if isinstance(each, Content):
                    texts[each.sha256] = Content.of(f"{each.text}\n\nPrinted in edition {self.number}.")
            changes = tuple(
                Change(*(row and self._row(row, texts) for row in (each.before, each.after))) for each in edit.changes
            )
            yield Edit(
                edit.label, changes, tuple(texts.values()) if edit.contents else (), coder=self.coder, at=self.at
            )

    def _row(self, row: Record, texts: dict[str, Content]) -> Record:
        ids = {name: self._id(value) for name in REFERRING if (value := getattr(row, name, None))}
        signed = {"coder": self.coder, "made_at": self.at, "changed_at": self.at} if isinstance(row, Signed) else {}
        return replace(row, **ids, **signed, **self._varied(row, texts))

    def _id(self, known: Id) -> Id:
        return Id(f"{FIRST + self.number:03x}{known[3:]}")

    def _varied(self, row: Record, texts: dict[str, Content]) -> dict[str, Any]:
        number = self.number
        match row:
            case Article():
                day = (BEGUN - timedelta(days=number * 37 % 2000)).date().isoformat()
                title = f"{row.title} of edition {number * 31 % 997}"
                return {"content": texts[row.content].sha256, "title": title, "published": day}
            case Speaker():
                return {"name": f"{row.name} of ward {number}"}
            case Claim(summary=str() as summary):
                return {"summary": f"{summary} in {number * 7919 % 5003}"}
            case Number(value=float() as value):
                return {"value": value * number % 100_003}
        return {}


def _write(connection: sqlite3.Connection, edits: list[Edit]) -> None:
    """Write edits to the history, and the rows as all of them leave these."""
    rows: dict[Id, Record] = {}
    for edit in edits:
        record_edit(connection, edit)
        texts = ((each.sha256, each.text) for each in edit.contents if isinstance(each, Content))
        connection.executemany("INSERT INTO content (sha256, text) VALUES (?, ?)", texts)
        rows |= {change.row.id: change.row for change in edit.changes}
    for entity, same in groupby(rows.values(), type):
        places = ", ".join(f":{column}" for column in COLUMNS[entity])
        insert = f"INSERT INTO {TABLES[entity]} ({selected(entity)}) VALUES ({places})"
        connection.executemany(insert, (to_row(row) for row in same))
