"""Read the lines of the list of articles. Every query here uses an index, except those that measure the texts."""

import sqlite3
from collections import Counter, defaultdict

from models.entities import Answer, Article
from models.ids import Id
from models.lines.article_line import ArticleLine, Measured
from models.lines.open_places import RULES, OpenPlaces
from models.store.rows import COLUMNS, records, select, selected

LINES = f"""SELECT {selected(Article)},
                   (SELECT count(*) FROM claim WHERE claim.article = article.id),
                   (SELECT count(*) FROM number WHERE number.article = article.id),
                   quotations, verbs, coverage.numbers
            FROM article LEFT JOIN coverage ON coverage.article = article.row AND coverage.rules = :rules
            ORDER BY id"""
FIELDS = len(COLUMNS[Article])

ABOUT_ARTICLES = "WHERE claim IS NULL AND number IS NULL AND article IS NOT NULL ORDER BY row"

LENGTHS = """SELECT article.id, length(text) - coalesce(
                 (SELECT sum("end" - start) FROM boilerplate WHERE boilerplate.article = article.id), 0)
             FROM article JOIN content ON content.sha256 = article.content"""


def articles(connection: sqlite3.Connection, *, measured: bool = False) -> list[ArticleLine]:
    """Return every article in the order of import. With `measured` this takes long in a large project."""
    rows = connection.execute(LINES, {"rules": RULES}).fetchall()
    answers: defaultdict[Id | None, list[Answer]] = defaultdict(list)
    for answer in select(connection, Answer, ABOUT_ARTICLES):
        answers[answer.article].append(answer)
    found = _measured(connection) if measured else {}
    return [
        ArticleLine(
            *(article, claims, numbers, tuple(answers.get(article.id, ())), found.get(article.id)),
            None if counted[0] is None else OpenPlaces(*counted),
        )
        for article, (claims, numbers, *counted) in zip(
            records(Article, (row[:FIELDS] for row in rows)), (row[FIELDS:] for row in rows), strict=True
        )
    ]


def _measured(connection: sqlite3.Connection) -> dict[Id, Measured]:
    """Return how long each article is, and who recorded how much in it."""
    coders: defaultdict[Id, Counter[str]] = defaultdict(Counter)
    for table in ("claim", "number"):
        counted = connection.execute(f"SELECT article, coder, count(*) FROM {table} GROUP BY article, coder")
        for article, coder, count in counted:
            coders[article][coder] += count
    return {article: Measured(length, coders[article]) for article, length in connection.execute(LENGTHS)}
