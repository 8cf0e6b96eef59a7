"""List the ids of the articles that meet some conditions, sorted, as `models.lines.matching` does with their lines.

Not every column can be asked for here: answers and samples are compared in lines that were read.
"""

import sqlite3
from collections.abc import Mapping
from typing import Any

from models.attributes.built_in import attributes_of
from models.attributes.comparing import Operator
from models.attributes.kinds import Flag, Line, Text
from models.entities import Article
from models.ids import Id
from models.lines.active_time import MINUTE
from models.lines.article_line import Progress
from models.lines.criteria import ARTICLE_CRITERIA
from models.lines.open_places import RULES
from models.lines.order import Condition, Order
from models.store.article_ids import PROGRESS
from models.store.sql_comparing import Bind, compared

RANKS = " ".join(f"WHEN '{each}' THEN {rank}" for rank, each in enumerate(Progress))

TITLE = "(SELECT {} FROM title_sort WHERE title_sort.article = article.row)"

LENGTH = """(SELECT length(text) FROM content WHERE sha256 = article.content) - coalesce(
                (SELECT sum("end" - start) FROM boilerplate WHERE boilerplate.article = article.id), 0)"""

MINUTES = f"""(SELECT (sum(time) + {MINUTE // 2 - 1} + sum(time) / {MINUTE} % 2) / {MINUTE} FROM active_time
                JOIN history_article ON history_article.row = active_time.article
                WHERE history_article.id = article.id)"""
"""Rounded as `ActiveTime.minutes`: half a minute to the even one."""

CODERS = """(SELECT folded(group_concat(coder, ', ')) FROM (
                SELECT coder FROM (
                    SELECT coder, 1 AS of_claim FROM claim WHERE claim.article = article.id
                    UNION ALL SELECT coder, 0 FROM number WHERE number.article = article.id)
                GROUP BY coder ORDER BY count(*) DESC, max(of_claim) DESC, coder))"""

COMPARED_BY: Mapping[str, str] = {
    **{each.name: f"folded({each.name})" for each in attributes_of(Article) if isinstance(each.kind, Line | Text)},
    **{each.name: f"nullif({each.name}, 0)" for each in attributes_of(Article) if isinstance(each.kind, Flag)},
    "title": TITLE.format("title"),
    "published": "published",
    "status": PROGRESS,
    "claims": "(SELECT count(*) FROM claim WHERE claim.article = article.id)",
    "numbers": "(SELECT count(*) FROM number WHERE number.article = article.id)",
    "open_places": f"""(SELECT quotations + verbs + coverage.numbers FROM coverage
                        WHERE coverage.article = article.row AND coverage.rules = {RULES})""",
    "length": LENGTH,
    "minutes": MINUTES,
    "coder": CODERS,
}
"""What articles are compared by, by the column that an order names."""

SORTED_BY: Mapping[str, str] = {
    **COMPARED_BY,
    "title": TITLE.format("in_order"),
    "status": f"CASE {PROGRESS} {RANKS} END",
}
"""What they are sorted by."""


def can_list(order: Order) -> bool:
    """Return whether `listed_ids` knows every column of an order."""
    columns = [each.column for each in order.sorts] + [each.column for each in order.conditions]
    return all(column in SORTED_BY for column in columns)


def listed_ids(connection: sqlite3.Connection, order: Order) -> list[Id]:
    """Return the articles that meet the conditions of an order; those without a value come last in both directions, and
    those with the same values are in the order of import.
    """
    parameters: dict[str, Any] = {}

    def bind(value: object) -> str:
        parameters[f"wanted_{len(parameters)}"] = value
        return f":wanted_{len(parameters) - 1}"

    keys = [(f"key_{number}", SORTED_BY[each.column], each) for number, each in enumerate(order.sorts)]
    columns = "".join(f", {key} AS {name}" for name, key, _sort in keys)
    by = "".join(f"{name} IS NULL, {name} {'DESC' if sort.descending else 'ASC'}, " for name, _key, sort in keys)
    where = " AND ".join(_met(each, bind) for each in order.conditions) or "TRUE"
    # Each value is found out once, which SQLite would do again for each place in the order where it is named.
    listed = f"WITH listed AS MATERIALIZED (SELECT id{columns} FROM article WHERE {where})"
    return [each for (each,) in connection.execute(f"{listed} SELECT id FROM listed ORDER BY {by}id", parameters)]


def _met(condition: Condition, bind: Bind) -> str:
    """Return a condition in SQL. One that negates another is true of articles without a value too."""
    value, operator = COMPARED_BY[condition.column], condition.operator
    if operator in (Operator.EMPTY, Operator.FILLED):
        return f"({value}) IS {'NOT ' * (operator is Operator.FILLED)}NULL"
    comparison = ARTICLE_CRITERIA[condition.column].kind.comparison
    holds = compared(f"({value})", comparison, operator.positive, condition.values, bind)
    return f"({holds}) IS {'NOT ' * (operator.positive is not operator)}TRUE"
