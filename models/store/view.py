"""A read-only view of a project, for lists of the whole project: one connection, used by one thread."""

import json
import sqlite3
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from threading import Event
from typing import TypeVar

from models.entities import Claim, Number
from models.errors import Interrupted
from models.ids import Id
from models.lines.article_line import ArticleLine
from models.lines.edit_line import EditLine, Reversal
from models.lines.found_place import Found, Wanted
from models.lines.order import Order
from models.lines.statement import Statement
from models.records import ArticleRecords
from models.store import (
    active_time,
    answered,
    article_ids,
    article_lines,
    article_orders,
    article_reading,
    coverage,
    edit_lines,
    edit_search,
    gone,
    groups,
    reading,
    remarks,
    reverting,
    search,
    statement_lists,
    statements,
)
from models.store.asking import as_method
from models.store.bodies import ArticleBody, bodies
from models.store.opening import connect
from models.store.problems import explained
from models.store.result_codes import code_of
from models.store.rows import TABLES

STEPS = 100_000
"""Steps of SQLite's machine, about a millisecond, after which it checks whether it was interrupted."""

ROWS_OF = """WITH wanted (place, claim, number) AS MATERIALIZED (
                 SELECT line.value ->> 0, coalesce((SELECT row FROM claim WHERE id = line.value ->> 1), 0),
                        coalesce((SELECT row FROM number WHERE id = line.value ->> 2), 0)
                 FROM json_each(?) AS line)
             SELECT wanted.place, listed.row - 1 FROM temp.{table} AS listed
             JOIN wanted ON wanted.claim = listed.claim AND wanted.number = listed.number"""

PIECE = 200
"""Lines in memory after which a question checks whether it was interrupted."""

L = TypeVar("L")
Lines = list[Statement | None]
"""Lines in order; None for one that was deleted a moment ago."""


@dataclass(frozen=True, slots=True)
class StatementList:
    """A list: the temporary table of its keys, and how many lines, claims and numbers it has."""

    table: str
    count: int
    claims: int
    numbers: int


class StoreView:
    """Answers questions about a project in a worker thread. Only `interrupt` may be called from another thread.

    Every question raises an OnrecordError if the file cannot be read, and Interrupted if it was interrupted.
    """

    def __init__(self, path: Path, *, newer: bool = False) -> None:
        self._path, self._newer = path, newer
        self._connection: sqlite3.Connection | None = None
        self._interrupted = Event()
        self._names = (f"list_{number}" for number in count())
        self._lists: dict[str, Hashable] = {}

    def close(self) -> None:
        """Close the file."""
        if self._connection:
            self._connection.close()
            self._connection = None
            self._lists.clear()

    def interrupt(self) -> None:
        """Interrupt the current question, from another thread; no question is answered until `resume`."""
        self._interrupted.set()
        if self._connection:
            self._connection.interrupt()

    def resume(self) -> None:
        """Answer again after `interrupt`."""
        self._interrupted.clear()

    def go_on(self) -> None:
        """Raise Interrupted if the question was interrupted: called now and then by a question that works in memory."""
        if self._interrupted.is_set():
            raise Interrupted

    @contextmanager
    def _asking(self) -> Iterator[sqlite3.Connection]:
        self.go_on()
        with explained(self._path, newer=self._newer):
            if self._connection is None:
                connection = connect(self._path, read_only=True)
                # SQLite forgets an interruption that comes between two statements.
                connection.set_progress_handler(self._interrupted.is_set, STEPS)
                self._connection = connection
            try:
                yield self._connection
            except sqlite3.OperationalError as error:
                if code_of(error) == sqlite3.SQLITE_INTERRUPT:
                    raise Interrupted from error
                raise

    articles = as_method(article_lines.articles)
    articles_among = as_method(article_lines.articles_among)
    titles = as_method(article_lines.titles)
    article_count = as_method(article_ids.article_count)
    articles_looked_for = as_method(article_ids.looked_for)
    article_ids = as_method(article_ids.article_ids)
    listed_articles = as_method(article_orders.listed_ids)
    active_times = as_method(active_time.active_times)
    edit_list = as_method(edit_lines.edit_list)
    edit_lines = as_method(edit_lines.edit_lines)
    claims_per_speaker = as_method(reading.claims_per_speaker)
    articles_not_counted = as_method(coverage.not_counted)
    own_words = as_method(reading.own_words)
    last_edit = as_method(coverage.last_edit)
    remarks = as_method(remarks.remarks)
    records_with = as_method(reading.records_with)
    recorded_in = as_method(reading.recorded_in)
    answers_under = as_method(answered.answers_under)
    coded_with = as_method(answered.coded_with)
    answer_counts = as_method(answered.answer_counts)
    reach_of = as_method(answered.reach_of)
    figures_of = as_method(groups.figures_of)
    groups = as_method(groups.groups)

    def articles_after(self, article: Id, most: int, *, measured: bool) -> list[ArticleLine]:
        """Return the next articles after one in the order of import, at most `most`; the first ones after none ("")."""
        with self._asking() as connection:
            return article_lines.articles(connection, measured=measured, after=article, most=most)

    def each_article(self, *, measured: bool) -> Iterator[ArticleLine]:
        """Yield every article in the order of import, read piece by piece."""
        piece = self.articles_after("", PIECE, measured=measured)
        while piece:
            yield from piece
            piece = self.articles_after(piece[-1].id, PIECE, measured=measured)

    def can_list_articles(self, order: Order) -> bool:
        """Return whether `listed_articles` knows every column of an order."""
        return article_orders.can_list(order)

    def first_article(self, wanted: Id | None) -> ArticleRecords | None:
        """Return one article if the project has it, else the first that is not done, else the first; None if there is
        none.
        """
        with self._asking() as connection:
            found = reading.first_article(connection, wanted)
            return article_reading.records_of(connection, found) if found else None

    def bodies(self) -> Iterator[ArticleBody]:
        """Yield the text of every article without its boilerplate."""
        with self._asking() as connection:
            for article in bodies(connection):
                self.go_on()
                yield article

    def places_of(self, articles: Sequence[Id], wanted: Wanted) -> Found:
        """Return where some articles have the wanted words, in the given order."""
        with self._asking() as connection:
            return search.places_of(connection, articles, wanted, self.go_on)

    def edits_about(self, rows: Sequence[int], words: Sequence[str]) -> list[int]:
        """Return those of some edits, by their rows in the history, that are about all of some folded words."""
        with self._asking() as connection:
            return edit_search.edits_about(connection, rows, words, self.go_on)

    def deleted_by(self, row: int) -> EditLine | None:
        """Return the edit that deleted what the one in a row of the history was about; None if all of it is there."""
        with self._asking() as connection:
            deleted = gone.deleted_by(connection, row, self.go_on)
            return edit_lines.edit_lines(connection, [deleted])[0] if deleted else None

    def reversal(self, row: int) -> Reversal:
        """Return the edit that reverts the one in a row of the history alone, or what stands in the way."""
        with self._asking() as connection:
            return reverting.reversal(connection, row, self.go_on)

    def records_of(self, articles: Iterable[Id]) -> dict[Id, ArticleRecords]:
        """Return articles, each with its text and everything recorded in it. Raises OnrecordError if one is gone."""
        with self._asking() as connection:
            return {article: article_reading.article_records(connection, article) for article in articles}

    def first_lines(self, order: Order, most: int) -> Lines:
        """Return the first lines of a list, at most `most`, before the list is made."""
        with self._asking() as connection:
            return statements.lines_of(connection, statement_lists.keys(connection, order, most))

    def make_list(self, asker: Hashable, order: Order, shown: StatementList | None = None) -> StatementList:
        """Make the list of lines for an order. Of the asker's earlier lists, only the one still shown is kept."""
        with self._asking() as connection:
            for table in [each for each, owner in self._lists.items() if owner == asker]:
                if shown is None or table != shown.table:
                    connection.execute(f"DROP TABLE IF EXISTS temp.{table}")
                    del self._lists[table]
            table = next(self._names)
            self._lists[table] = asker
            statement_lists.fill(connection, table, order)
            return StatementList(table, *statement_lists.counts(connection, table, order))

    def piecewise(self, lines: Iterable[L]) -> Iterator[L]:
        """Yield lines that are in memory, and go on only as long as the question was not interrupted."""
        for number, line in enumerate(lines):
            if number % PIECE == 0:
                self.go_on()
            yield line

    def lines(self, listed: StatementList, first: int, most: int) -> Lines:
        """Return lines of a list from row `first` on (from 0), at most `most`; none if the list is no longer kept."""
        with self._asking() as connection:
            if listed.table not in self._lists:
                return []
            query = f"SELECT claim, number FROM temp.{listed.table} WHERE row BETWEEN ? AND ? ORDER BY row"
            return statements.lines_of(connection, connection.execute(query, (first + 1, first + most)).fetchall())

    def row_of(self, listed: StatementList, record: Id) -> int | None:
        """Return the first row of a list (from 0) that shows a claim or number, or None."""
        with self._asking() as connection:
            for kind in (Claim, Number):
                name = TABLES[kind]
                found = connection.execute(f"SELECT row FROM {name} WHERE id = ?", (record,)).fetchone()
                if found and listed.table in self._lists:
                    query = f"SELECT min(row) - 1 FROM temp.{listed.table} WHERE {name} = ?"
                    return connection.execute(query, found).fetchone()[0]  # type: ignore[no-any-return]  # min of rows
        return None

    def rows_of(self, listed: StatementList, keys: Mapping[int, tuple[Id | None, Id | None]]) -> dict[int, int | None]:
        """Return the rows in a list of some lines, each given by its claim and its number; None for lines that it does
        not have.
        """
        where: dict[int, int | None] = dict.fromkeys(keys)
        if keys and listed.table in self._lists:
            with self._asking() as connection:
                wanted = json.dumps([(row, claim, number) for row, (claim, number) in keys.items()])
                where.update(connection.execute(ROWS_OF.format(table=listed.table), (wanted,)).fetchall())
        return where

    def rows_in(self, listed: StatementList, former: StatementList, rows: Iterable[int]) -> dict[int, int | None]:
        """Return the rows in this list of some rows of a former list; None for lines that it does not have."""
        wanted = ",".join(str(row + 1) for row in rows)
        where: dict[int, int | None] = dict.fromkeys(rows)
        if wanted and {listed.table, former.table} <= self._lists.keys():
            with self._asking() as connection:
                query = f"""SELECT kept.row - 1, listed.row - 1 FROM temp.{listed.table} AS listed
                            JOIN (SELECT * FROM temp.{former.table} WHERE row IN ({wanted})) AS kept
                            ON kept.claim = listed.claim AND kept.number = listed.number"""
                where.update(connection.execute(query).fetchall())
        return where
