"""Leave out of a snapshot what an export does not want, so that everything that is read from it fits together.

What is kept are the statements that an order asks for, with their claims, numbers and speakers, and the speakers whom
their answers name. Articles are kept if they meet the conditions about articles; if there are others, only those with a
statement that is kept. The codebook stays whole.
"""

import sqlite3
from typing import Any

from models.entities import Article
from models.lines.criteria import SAMPLE, AttributeCriterion
from models.lines.order import Condition, Order
from models.store import statement_lists
from models.store.list_conditions import ListConditions

LINES, ARTICLES = "kept_line", "kept_article"
"""The temporary tables of what is kept: rows of claims and numbers, and of articles."""

WHOLE = {
    "statements": "statement",
    **{f"{table}s": table for table in ("claim", "number", "speaker", "article")},
}
"""The tables of the file whose rows tell how much there is, by the names of exported tables."""

CUT = f"""
DELETE FROM temp.claim WHERE row NOT IN (SELECT claim FROM temp.{LINES});
DELETE FROM temp.number WHERE row NOT IN (SELECT number FROM temp.{LINES});
DELETE FROM temp.article WHERE row NOT IN (SELECT article FROM temp.{ARTICLES});
DELETE FROM temp.span WHERE coalesce(claim, number) NOT IN (SELECT id FROM claim UNION ALL SELECT id FROM number);
DELETE FROM temp.drawn WHERE article NOT IN (SELECT id FROM article);
DELETE FROM temp.boilerplate WHERE article NOT IN (SELECT id FROM article);
DELETE FROM temp.answer WHERE speaker IS NULL AND coalesce(claim, number, article) NOT IN
    (SELECT id FROM claim UNION ALL SELECT id FROM number UNION ALL SELECT id FROM article);
WITH RECURSIVE kept (id) AS (
    SELECT speaker FROM claim WHERE speaker IS NOT NULL
    UNION SELECT named FROM answer WHERE speaker IS NULL AND named IS NOT NULL
    UNION SELECT answer.named FROM kept JOIN answer ON answer.speaker = kept.id WHERE answer.named IS NOT NULL)
DELETE FROM temp.speaker WHERE id NOT IN (SELECT id FROM kept);
DELETE FROM temp.alias WHERE speaker NOT IN (SELECT id FROM speaker);
DELETE FROM temp.answer WHERE speaker IS NOT NULL AND speaker NOT IN (SELECT id FROM speaker);
UPDATE temp.anchor SET claim = NULL WHERE claim NOT IN (SELECT id FROM claim);
UPDATE temp.anchor SET number = NULL WHERE number NOT IN (SELECT id FROM number);
UPDATE temp.anchor SET article = NULL WHERE article NOT IN (SELECT id FROM article);
"""
"""Delete the rest from the copies of the tables; those in the file are not touched."""


def choose(connection: sqlite3.Connection, only: Order) -> None:
    """Note in temporary tables which lines and articles are kept, before the tables of the file are copied."""
    statement_lists.fill(connection, LINES, only)
    parameters: dict[str, Any] = {}
    conditions = ListConditions(connection, parameters)
    about_articles = [each for each in only.conditions if _is_about_articles(conditions, each)]
    if len(about_articles) == len(only.conditions) and not only.text.split() and not only.numbers_only:
        clauses = [clause.each for clause in map(conditions.clause, about_articles) if clause]
        lines = "(SELECT row AS article FROM article) AS statement"
        wanted = f"SELECT statement.article FROM {lines} WHERE {' AND '.join(clauses) or 'TRUE'}"
    else:
        wanted = f"""SELECT article.row AS article FROM article WHERE id IN (
            SELECT article FROM claim WHERE row IN (SELECT claim FROM temp.{LINES})
            UNION ALL SELECT article FROM number WHERE row IN (SELECT number FROM temp.{LINES}))"""
    connection.execute(f"CREATE TEMP TABLE {ARTICLES} (article INTEGER PRIMARY KEY)")
    connection.execute(f"INSERT INTO temp.{ARTICLES} {wanted}", parameters)
    connection.execute(f"CREATE INDEX temp.{LINES}_by_claim ON {LINES} (claim)")
    connection.execute(f"CREATE INDEX temp.{LINES}_by_number ON {LINES} (number)")


def _is_about_articles(conditions: ListConditions, condition: Condition) -> bool:
    """Return whether a condition is about articles; one about a variable that is gone is about nothing."""
    criterion = conditions.criterion(condition.column)
    return (
        criterion is None
        or criterion.column == SAMPLE
        or (isinstance(criterion, AttributeCriterion) and all(each.of is Article for each in criterion.attributes))
    )


def whole(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows some exported tables would have with nothing left out."""
    ask = connection.execute
    return {name: ask(f"SELECT count(*) FROM main.{table}").fetchone()[0] for name, table in WHOLE.items()}


def cut(connection: sqlite3.Connection) -> None:
    """Delete what is not kept from the copies of the tables."""
    connection.executescript(CUT)
