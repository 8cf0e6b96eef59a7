"""A read-only view of a project, for lists of the whole project: one connection, used by one thread."""

import json
import sqlite3
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from threading import Event
from typing import TypeVar

from models.codebook.answer_counts import AnswerCounts
from models.codebook.reach import Coded, Reach
from models.edits import Edit
from models.entities import Answer, Article, Claim, Number, Record, Speaker
from models.errors import Interrupted
from models.ids import Id
from models.lines.active_time import ActiveTime
from models.lines.article_line import ArticleLine, Progress
from models.lines.edit_line import EditFilter, EditLine, EditList, Reversal
from models.lines.group import Figures, Groups
from models.lines.order import Order
from models.lines.remark import Remark
from models.lines.statement import Statement
from models.own_words import OwnWords
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
    statement_lists,
    statements,
)
from models.store.article_ids import ArticleIds
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

    def articles(self, *, measured: bool = False) -> list[ArticleLine]:
        """Return every article in the order of import, as a list shows it; `measured` takes long in a large project."""
        with self._asking() as connection:
            return article_lines.articles(connection, measured=measured)

    def articles_after(self, article: Id, most: int, *, measured: bool) -> list[ArticleLine]:
        """Return the next articles after one in the order of import, at most `most`; the first ones after none ("")."""
        with self._asking() as connection:
            return article_lines.articles(connection, measured=measured, after=article, most=most)

    def articles_among(self, ids: Collection[Id], *, measured: bool) -> list[ArticleLine]:
        """Return some articles in the order of import, without those that are gone."""
        with self._asking() as connection:
            return article_lines.articles_among(connection, ids, measured=measured)

    def each_article(self, *, measured: bool) -> Iterator[ArticleLine]:
        """Yield every article in the order of import, read piece by piece."""
        piece = self.articles_after("", PIECE, measured=measured)
        while piece:
            yield from piece
            piece = self.articles_after(piece[-1].id, PIECE, measured=measured)

    def article_count(self) -> int:
        """Return how many articles there are."""
        with self._asking() as connection:
            return article_ids.article_count(connection)

    def article_ids(self) -> ArticleIds:
        """Return which articles there are, in the order of import, and which of them are done."""
        with self._asking() as connection:
            return article_ids.article_ids(connection)

    def articles_looked_for(self, words: Sequence[str], progress: Collection[Progress]) -> set[Id]:
        """Return the articles whose titles hold all of some folded words, and whose progress is one of these, or any
        if none is given.
        """
        with self._asking() as connection:
            return article_ids.looked_for(connection, words, progress)

    def can_list_articles(self, order: Order) -> bool:
        """Return whether `listed_articles` knows every column of an order."""
        return article_orders.can_list(order)

    def listed_articles(self, order: Order) -> list[Id]:
        """Return the articles that meet the conditions of an order, sorted; those with the same values are in the order
        of import.
        """
        with self._asking() as connection:
            return article_orders.listed_ids(connection, order)

    def first_article(self, wanted: Id | None) -> ArticleRecords | None:
        """Return one article if the project has it, else the first that is not done, else the first; None if there is
        none.
        """
        with self._asking() as connection:
            found = reading.first_article(connection, wanted)
            return article_reading.records_of(connection, found) if found else None

    def active_times(self, articles: Collection[Id]) -> dict[Id, ActiveTime]:
        """Return how long coders were at work on some articles, without those that nobody worked on."""
        with self._asking() as connection:
            return active_time.active_times(connection, articles)

    def bodies(self) -> Iterator[ArticleBody]:
        """Yield the text of every article without its boilerplate."""
        with self._asking() as connection:
            for article in bodies(connection):
                self.go_on()
                yield article

    def edit_list(self, wanted: EditFilter, most: int = edit_lines.ALL) -> EditList:
        """Return which edits of the history a filter finds, newest first; by default all of them."""
        with self._asking() as connection:
            return edit_lines.edit_list(connection, wanted, most)

    def edit_lines(self, rows: Sequence[int]) -> list[EditLine | None]:
        """Return the edits in some rows of the history, as a list shows them."""
        with self._asking() as connection:
            return edit_lines.edit_lines(connection, rows)

    def edits_about(self, rows: Sequence[int], words: Sequence[str]) -> list[int]:
        """Return those of some edits, by their rows in the history, that are about all of some folded words."""
        with self._asking() as connection:
            return edit_search.edits_about(connection, rows, words, self.go_on)

    def deleted_by(self, row: int) -> EditLine | None:
        """Return the edit that deleted what the one in a row of the history was about; None if all of it is there."""
        with self._asking() as connection:
            deleted = gone.deleted_by(connection, row, self.go_on)
            return edit_lines.edit_lines(connection, [deleted])[0] if deleted else None

    def titles(self, words: Sequence[str], most: int) -> list[tuple[Id, str]]:
        """Return articles whose titles hold all of some folded words, with their titles in alphabetical order."""
        with self._asking() as connection:
            return article_lines.titles(connection, words, most)

    def reversal(self, row: int) -> Reversal:
        """Return the edit that reverts the one in a row of the history alone, or what stands in the way."""
        with self._asking() as connection:
            return reverting.reversal(connection, row, self.go_on)

    def claims_per_speaker(self) -> dict[Id, int]:
        """Return how many claims each speaker has; speakers without any are left out."""
        with self._asking() as connection:
            return reading.claims_per_speaker(connection)

    def records_of(self, articles: Iterable[Id]) -> dict[Id, ArticleRecords]:
        """Return articles, each with its text and everything recorded in it. Raises OnrecordError if one is gone."""
        with self._asking() as connection:
            return {article: article_reading.article_records(connection, article) for article in articles}

    def articles_not_counted(self) -> list[Id]:
        """Return the articles of which nobody has counted the open places since they were changed."""
        with self._asking() as connection:
            return coverage.not_counted(connection)

    def own_words(self) -> OwnWords:
        """Return the words that the project adds to the program's lists."""
        with self._asking() as connection:
            return reading.own_words(connection)

    def last_edit(self) -> int:
        """Return the row of the last edit in the file."""
        with self._asking() as connection:
            return coverage.last_edit(connection)

    def remarks(self) -> list[Remark]:
        """Return every record that is to be discussed or has a note, with its words and its article."""
        with self._asking() as connection:
            return remarks.remarks(connection)

    def records_with(self, ids: Collection[Id]) -> list[Article | Speaker | Claim | Number]:
        """Return the articles, speakers, claims and numbers with these ids, without those that are gone."""
        with self._asking() as connection:
            return reading.records_with(connection, ids)

    def recorded_in(self, articles: Sequence[Id]) -> list[Record]:
        """Return everything recorded in some articles, without their texts."""
        with self._asking() as connection:
            return reading.recorded_in(connection, articles)

    def answers_under(self, variable: Id, choices: Sequence[Id] | None = None) -> list[Answer]:
        """Return the answers under a variable, or only those with some of its choices."""
        with self._asking() as connection:
            return answered.answers_under(connection, variable, choices)

    def coded_with(self, choice: Id) -> list[Coded]:
        """Return the answers with a choice, each with its record in words, in the order of the articles."""
        with self._asking() as connection:
            return answered.coded_with(connection, choice)

    def answer_counts(self) -> AnswerCounts:
        """Return how many answers there are under each variable, and with each choice."""
        with self._asking() as connection:
            return answered.answer_counts(connection)

    def reach_of(self, edit: Edit, concerned: Sequence[Answer] | None = None) -> Reach:
        """Return what an edit does to answers: to those that it changes, or to others that are `concerned`."""
        with self._asking() as connection:
            return answered.reach_of(connection, edit, concerned)

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

    def groups(self, order: Order, column: str) -> Groups:
        """Return the groups of a list by a column."""
        with self._asking() as connection:
            return groups.groups(connection, order, column)

    def figures_of(self, kind: type[Article | Speaker]) -> dict[Id, Figures]:
        """Return the figures of the statements of each article or speaker that has any."""
        with self._asking() as connection:
            return groups.figures_of(connection, kind)

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
