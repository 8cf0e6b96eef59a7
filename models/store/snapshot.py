"""Read a whole project as it is at one moment: every speaker, and every article with everything recorded in it.

Exports and checks use it. They can take seconds, and a lock on the file for so long would keep the coder from editing.
So the records are copied first, in a tenth of the time, into temporary tables that SQLite keeps in a separate file.
The texts are not copied, because they never change. Only one article is in memory at a time, and there is no query for
each single record. A preview reads so little that nothing has to be copied for it.
"""

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from models.codebook.codebook import Codebook
from models.entities import Answer, Article, Claim, Number, Origin, Speaker
from models.ids import Id
from models.lines.article_line import ArticleLine
from models.lines.order import Order
from models.lines.remark import Remark
from models.own_words import OwnWords
from models.properties import Properties
from models.records import ArticleRecords
from models.registry import Registry
from models.sampling.samples import Samples
from models.store import article_lines, cutting, newer_files, statement_lists
from models.store.article_reading import records_of
from models.store.exported_cells import ExportedCells
from models.store.exported_history import (
    ACTIVE,
    KNOWN,
    ActiveTimeCells,
    CoderCells,
    EditCells,
    active_times,
    coders,
    edits,
    last_edit,
)
from models.store.history_since import Change, changed_since
from models.store.reading import (
    answers_about,
    claims_per_speaker,
    codebook,
    own_words,
    properties,
    records_with,
    registry,
    samples,
)
from models.store.remarks import remarks
from models.store.rows import TABLES, select, value_of
from models.store.soundness import sound
from models.store.statements import LINES
from models.store.view_tables import REMARKED

COPIED = (*TABLES.values(), "active_time")
"""Every table that edits write, as far as exports read it."""

EVERYTHING = Order()
"""Asks for all statements."""

LISTED = "listed_{name}"
"""The temporary table of a list of statements that was asked for."""

Line = tuple[Id | None, Id | None]
"""The ids of the claim and of the number of a statement."""

INDEXED = (
    ("article", "id"),
    *(("claim", "article"), ("number", "article"), ("span", "article"), ("boilerplate", "article")),
    *(("number", "claim"), ("answer", "article"), ("anchor", "article"), ("dismissed", "article")),
)
"""Indexes by table and column. Without these, SQLite would go through whole tables for each row."""

INDEXED_FOR_LISTS = ("claim", "row"), ("number", "row")
"""The indexes that only lists need."""

COUNTED = {
    "statements": LINES,
    **{f"{table}s": f"SELECT 1 FROM {table}" for table in ("claim", "number", "speaker", "article", "span", "answer")},
    "aliases": "SELECT 1 FROM alias",
    "codebook": "SELECT 1 FROM variable UNION ALL SELECT 1 FROM choice UNION ALL SELECT 1 FROM anchor",
    "coders": KNOWN,
    "active_times": ACTIVE,
    "edits": "SELECT 1 FROM main.edit WHERE row <= :last_edit",
    "events": "SELECT 1 FROM answer WHERE claim IS NOT NULL",
    "records": "SELECT 1 FROM claim UNION ALL SELECT 1 FROM number WHERE claim IS NULL",
    "remarks": " UNION ALL ".join(
        f"SELECT 1 FROM {table} WHERE {REMARKED}" for table in ("claim", "number", "speaker", "article")
    ),
}
"""The rows of each exported table, as SQLite counts them."""


class Snapshot:
    """A project at one moment. Made by `Store.snapshot`, with a connection that is used for nothing else.

    The copies have the same names as the tables, and SQLite looks for temporary tables first, so every query here reads
    the copies. If `only` filters, they hold only the statements that it asks for and what belongs to them.

    With `brief`, the tables of the file are read themselves unless there are lists or filters, and nobody can write to
    the file until the connection is closed. `newer` says that the file is of a newer version than the program.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        orders: Mapping[str, Order],
        only: Order = EVERYTHING,
        *,
        brief: bool = False,
        newer: bool = False,
    ) -> None:
        self._connection, self.newer = connection, newer
        connection.execute("BEGIN")
        self.whole: Mapping[str, int] = cutting.whole(connection) if only.filters else {}
        """How many rows some tables would have if nothing were left out; empty if nothing is."""
        if only.filters:
            cutting.choose(connection, only)
        for name, order in orders.items():
            statement_lists.fill(connection, LISTED.format(name=name), order)
        self._last_edit = last_edit(connection)
        if orders or only.filters or not brief:
            self._copy(orders, only)

    def _copy(self, orders: Mapping[str, Order], only: Order) -> None:
        """Copy the tables and let others write to the file again; then leave out what is not wanted of the copies."""
        connection = self._connection
        for table in COPIED:
            connection.execute(f"CREATE TEMP TABLE {table} AS SELECT * FROM main.{table}")
        connection.execute("COMMIT")
        for table, column in (*INDEXED, *(INDEXED_FOR_LISTS if orders else ())):
            connection.execute(f"CREATE INDEX temp.{table}_by_{column} ON {table} ({column})")
        if only.filters:
            cutting.cut(connection)

    @property
    def name(self) -> str:
        """The name of the project's file, without its suffix."""
        (path,) = (path for _, name, path in self._connection.execute("PRAGMA database_list") if name == "main")
        return Path(path).stem

    def sound(self) -> bool:
        """Return whether SQLite finds the file whole."""
        return newer_files.sound(self._connection) if self.newer else sound(self._connection)

    def count(self, table: str) -> int:
        """Return how many rows an exported table has, as SQLite counts them, to compare with what was read."""
        query = f"SELECT count(*) FROM ({COUNTED[table]})"
        (count,) = self._connection.execute(query, {"last_edit": self._last_edit}).fetchone()
        return int(count)

    def registry(self) -> Registry:
        """Return every speaker, in the order of entry, with all aliases."""
        return registry(self._connection)

    def codebook(self) -> Codebook:
        """Return every variable with its choices and examples."""
        return codebook(self._connection)

    def samples(self) -> Samples:
        """Return every sample, with the articles that were drawn."""
        return samples(self._connection)

    def properties(self) -> Properties:
        """Return the facts about the project as a whole."""
        return properties(self._connection)

    def own_words(self) -> OwnWords:
        """Return the words that the project adds to the program's lists."""
        return own_words(self._connection)

    def listed(self, name: str) -> dict[Line, int]:
        """Return the statements of a list that was asked for, without those left out, each with its place in it."""
        query = f"""SELECT claim.id, number.id FROM {LISTED.format(name=name)} AS listed
                    LEFT JOIN claim ON claim.row = listed.claim LEFT JOIN number ON number.row = listed.number
                    WHERE (listed.claim = 0 OR claim.id IS NOT NULL) AND (listed.number = 0 OR number.id IS NOT NULL)
                    ORDER BY listed.row"""
        return {line: place for place, line in enumerate(self._connection.execute(query))}

    def claims_per_speaker(self) -> dict[Id, int]:
        """Return how many claims each speaker has; those without claims are left out."""
        return claims_per_speaker(self._connection)

    def remarks(self) -> list[Remark]:
        """Return every record that has a note or is to be discussed, article by article, and then the speakers."""
        return remarks(self._connection)

    def article_lines(self, *, measured: bool) -> list[ArticleLine]:
        """Return every article in the order of import, as a list shows it."""
        return article_lines.articles(self._connection, measured=measured)

    def origins(self, kind: type[Claim | Number]) -> dict[tuple[Origin, str | None], int]:
        """Return how many claims or numbers there are with each origin and rule."""
        query = f"SELECT origin, rule, count(*) FROM {TABLES[kind]} GROUP BY origin, rule"
        return {(value_of(Origin, origin), rule): count for origin, rule, count in self._connection.execute(query)}

    def exported_cells(self, *, said_by: bool = True) -> ExportedCells:
        """Return the cells that an export reads, with the words of cues and sources if `said_by`."""
        return ExportedCells(self._connection, said_by=said_by)

    def records_with(self, ids: Collection[Id]) -> list[Article | Speaker | Claim | Number]:
        """Return the articles, speakers, claims and numbers with these ids, without those that are gone."""
        return records_with(self._connection, ids)

    def answers_about(self, ids: Collection[Id]) -> dict[Id, list[Answer]]:
        """Return the answers about some records, by the ids of these records."""
        return answers_about(self._connection, ids)

    def changed_since(self, edits: int, at: str) -> set[Change] | None:
        """Return what was changed after a number of edits, the last of which was made at a time (ISO 8601); None if
        the project never was in this state.
        """
        return changed_since(self._connection, edits, at, self._last_edit)

    def coders(self) -> Iterator[CoderCells]:
        """Yield everybody who made a record or an edit, by their initials."""
        return coders(self._connection, self._last_edit)

    def active_times(self) -> Iterator[ActiveTimeCells]:
        """Yield for how long each coder was at work on each article."""
        return active_times(self._connection)

    def edits(self) -> Iterator[EditCells]:
        """Yield every edit, in the order in which they came into the file."""
        return edits(self._connection, self._last_edit)

    def articles(self, *, also_without_text: bool = False) -> Iterator[ArticleRecords]:
        """Yield every article in the order of import. Raises NotAProject when a text is missing, unless such articles
        are wanted too.
        """
        for article in select(self._connection, Article, "ORDER BY id"):
            yield records_of(self._connection, article, also_without_text=also_without_text)
