"""Which articles there are, and which of them are looked for, by their ids alone: lines are read of those in sight."""

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from models.entities import Status
from models.ids import Id
from models.lines.article_line import Progress

PROGRESS = f"""CASE WHEN article.status = '{Status.DONE}' THEN '{Progress.DONE}'
    WHEN EXISTS (SELECT 1 FROM claim WHERE claim.article = article.id)
      OR EXISTS (SELECT 1 FROM number WHERE number.article = article.id) THEN '{Progress.BEGUN}'
    ELSE '{Progress.NOT_BEGUN}' END"""


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
