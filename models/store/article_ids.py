"""Which articles a list shows and in what order, by their ids alone: lines are read of those that are in sight."""

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from models.attributes.built_in import attributes_of
from models.attributes.kinds import Line, Text
from models.entities import Article, Status
from models.ids import Id
from models.lines.article_line import Progress
from models.lines.open_places import RULES
from models.lines.order import Sort

CLAIMS = "(SELECT count(*) FROM claim WHERE claim.article = article.id)"
NUMBERS = "(SELECT count(*) FROM number WHERE number.article = article.id)"

PROGRESS = f"""CASE WHEN status = '{Status.DONE}' THEN '{Progress.DONE}'
    WHEN EXISTS (SELECT 1 FROM claim WHERE claim.article = article.id)
      OR EXISTS (SELECT 1 FROM number WHERE number.article = article.id) THEN '{Progress.BEGUN}'
    ELSE '{Progress.NOT_BEGUN}' END"""

RANKS = " ".join(f"WHEN '{each}' THEN {rank}" for rank, each in enumerate(Progress))

SORTED_BY = {
    **{each.name: f"folded({each.name})" for each in attributes_of(Article) if type(each.kind) in (Line, Text)},
    "title": "(SELECT in_order FROM title_sort WHERE title_sort.article = article.row)",
    "published": "published",
    "status": f"CASE {PROGRESS} {RANKS} END",
    "claims": CLAIMS,
    "numbers": NUMBERS,
    "open_places": f"""(SELECT quotations + verbs + coverage.numbers FROM coverage
                        WHERE coverage.article = article.row AND coverage.rules = {RULES})""",
}
"""What articles are sorted by, by the column that an order names, as `models.lines.matching` compares their lines."""


@dataclass(frozen=True, slots=True)
class ArticleIds:
    """All articles in the order of import, and those that are done."""

    ids: Sequence[Id]
    done: Collection[Id]


def article_count(connection: sqlite3.Connection) -> int:
    """Return how many articles there are."""
    (count,) = connection.execute("SELECT count(*) FROM article").fetchone()
    return int(count)


def article_ids(connection: sqlite3.Connection) -> ArticleIds:
    """Return which articles there are."""
    ids, done = list[Id](), set[Id]()
    for each, status in connection.execute("SELECT id, status FROM article ORDER BY id"):
        ids.append(each)
        if status == Status.DONE:
            done.add(each)
    return ArticleIds(ids, done)


def looked_for(connection: sqlite3.Connection, words: Sequence[str], progress: Collection[Progress]) -> set[Id]:
    """Return the articles whose titles hold all of some folded words, and that have one of these states of progress;
    any if none is given.
    """
    query = """SELECT article.id FROM title_sort JOIN article ON article.row = title_sort.article
               WHERE NOT EXISTS (SELECT 1 FROM json_each(?) AS word WHERE NOT instr(title_sort.title, word.value))"""
    if progress:
        query += f" AND {PROGRESS} IN (SELECT value FROM json_each(?))"
    asked = [json.dumps([*words]), *([json.dumps([*progress])] if progress else [])]
    return {each for (each,) in connection.execute(query, asked)}


def can_sort(sorts: Sequence[Sort]) -> bool:
    """Return whether `sorted_ids` knows every column of an order."""
    return all(each.column in SORTED_BY for each in sorts)


def sorted_ids(connection: sqlite3.Connection, sorts: Sequence[Sort]) -> list[Id]:
    """Return all articles in an order; those without a value come last in both directions, and those with the same
    values are in the order of import.
    """
    keys = [(f"key_{number}", SORTED_BY[each.column], each) for number, each in enumerate(sorts)]
    columns = "".join(f", {key} AS {name}" for name, key, _sort in keys)
    by = "".join(f"{name} IS NULL, {name} {'DESC' if sort.descending else 'ASC'}, " for name, _key, sort in keys)
    return [each for each, *_keys in connection.execute(f"SELECT id{columns} FROM article ORDER BY {by}id")]
