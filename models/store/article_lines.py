"""Read the lines of the list of articles: all of them, a piece, or some. Every query here uses an index."""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from models.entities import Answer, Article
from models.ids import Id
from models.lines.article_line import ArticleLine, Measured
from models.lines.open_places import RULES, OpenPlaces
from models.store.active_time import active_times
from models.store.rows import COLUMNS, records, select, selected

LINES = f"""SELECT {selected(Article)},
                   (SELECT count(*) FROM claim WHERE claim.article = article.id),
                   (SELECT count(*) FROM number WHERE number.article = article.id),
                   quotations, verbs, coverage.numbers
            FROM article LEFT JOIN coverage ON coverage.article = article.row AND coverage.rules = :rules """
FOLLOWING = "WHERE id > :after ORDER BY id LIMIT :most"
AMONG = "WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id"
FIELDS, ID = len(COLUMNS[Article]), COLUMNS[Article].index("id")

TITLES = """SELECT article.id, article.title FROM title_sort JOIN article ON article.row = title_sort.article
            WHERE NOT EXISTS (SELECT 1 FROM json_each(?) AS word WHERE NOT instr(title_sort.title, word.value))
            ORDER BY title_sort.in_order, title_sort.id LIMIT ?"""

LISTED = "SELECT value FROM json_each(?)"

ABOUT_ARTICLES = f"WHERE claim IS NULL AND number IS NULL AND article IN ({LISTED}) ORDER BY row"

LENGTHS = f"""SELECT article.id, length(text) - coalesce(
                  (SELECT sum("end" - start) FROM boilerplate WHERE boilerplate.article = article.id), 0)
              FROM article JOIN content ON content.sha256 = article.content WHERE article.id IN ({LISTED})"""

SHARED = [
    COLUMNS[Article].index(name) for name in ("coder", "made_at", "changed_at", "outlet", "published", "language")
]
"""The places in a row of what many articles have in common."""

ALL = -1
"""No limit in SQL."""


def articles(
    connection: sqlite3.Connection, *, measured: bool = False, after: Id = "", most: int = ALL
) -> list[ArticleLine]:
    """Return the articles that follow one in the order of import, at most `most`; by default every article.

    With `measured` this takes long in a large project.
    """
    asked = {"rules": RULES, "after": after, "most": most}
    return _lines(connection, connection.execute(LINES + FOLLOWING, asked), measured=measured)


def articles_among(connection: sqlite3.Connection, ids: Collection[Id], *, measured: bool = False) -> list[ArticleLine]:
    """Return the articles with some ids in the order of import, without those that are gone."""
    asked = {"rules": RULES, "ids": json.dumps([*ids])}
    return _lines(connection, connection.execute(LINES + AMONG, asked), measured=measured)


def _lines(
    connection: sqlite3.Connection, found_rows: Iterable[tuple[Any, ...]], *, measured: bool
) -> list[ArticleLine]:
    known: dict[object, object] = {}
    rows = [_sharing(row, known) for row in found_rows]
    ids = json.dumps([row[ID] for row in rows])
    answers: defaultdict[Id | None, list[Answer]] = defaultdict(list)
    for answer in select(connection, Answer, ABOUT_ARTICLES, ids):
        answers[answer.article].append(answer)
    found = _measured(connection, ids) if measured else {}
    times = active_times(connection, [row[ID] for row in rows]) if measured else {}
    return [
        ArticleLine(
            *(article, claims, numbers, tuple(answers.get(article.id, ())), found.get(article.id)),
            None if counted[0] is None else OpenPlaces(*counted),
            times.get(article.id),
        )
        for article, (claims, numbers, *counted) in zip(
            records(Article, (row[:FIELDS] for row in rows)), (row[FIELDS:] for row in rows), strict=True
        )
    ]


def _sharing(row: tuple[Any, ...], known: dict[object, object]) -> tuple[Any, ...]:
    """Return a row with one and the same string where rows have equal ones: such lists stay in memory."""
    shared = [*row]
    for place in SHARED:
        shared[place] = known.setdefault(row[place], row[place])
    return tuple(shared)


def _measured(connection: sqlite3.Connection, ids: str) -> dict[Id, Measured]:
    """Return how long articles are, given their ids as JSON, and who recorded how much in each."""
    coders: defaultdict[Id, Counter[str]] = defaultdict(Counter)
    for table in ("claim", "number"):
        query = f"SELECT article, coder, count(*) FROM {table} WHERE article IN ({LISTED}) GROUP BY article, coder"
        for article, coder, count in connection.execute(query, (ids,)):
            coders[article][coder] += count
    lengths = connection.execute(LENGTHS, (ids,))
    return {article: Measured(length, coders[article]) for article, length in lengths}


def titles(connection: sqlite3.Connection, words: Sequence[str], most: int) -> list[tuple[Id, str]]:
    """Return articles whose titles hold all of some folded words, with their titles in alphabetical order."""
    return connection.execute(TITLES, (json.dumps([*words]), most)).fetchall()
