"""Read every record of a project that is to be discussed or has a note."""

import sqlite3
from collections.abc import Iterator

from models.entities import Article, Speaker
from models.lines.remark import Remark
from models.lines.statement import Statement
from models.store.rows import select
from models.store.statements import lines_of
from models.store.view_tables import REMARKED

PAGE = 500
"""Statements that are read at once."""

STATEMENTS = f"""
    SELECT row, 0 FROM claim WHERE {REMARKED}
    UNION ALL
    SELECT (SELECT row FROM claim WHERE claim.id = number.claim), row FROM number WHERE {REMARKED}
"""


def remarks(connection: sqlite3.Connection) -> list[Remark]:
    """Return the remarks on each article and on what is recorded in it, in text order, and then those on speakers."""
    found = [
        *(((article.id, -1), Remark(article, article.title, article)) for article in _articles(connection)),
        *_recorded(connection),
    ]
    speakers = select(connection, Speaker, f"WHERE {REMARKED} ORDER BY id")
    in_articles = [remark for _place, remark in sorted(found, key=lambda placed: placed[0])]
    return [*in_articles, *(Remark(speaker, speaker.name) for speaker in speakers)]


def _articles(connection: sqlite3.Connection) -> list[Article]:
    return select(connection, Article, f"WHERE {REMARKED}")


def _recorded(connection: sqlite3.Connection) -> Iterator[tuple[tuple[str, int], Remark]]:
    """Yield the remarks on claims and numbers, each after its article and where it begins there."""
    keys = [(claim or 0, number) for claim, number in connection.execute(STATEMENTS).fetchall()]
    for at in range(0, len(keys), PAGE):
        for line in lines_of(connection, keys[at : at + PAGE]):
            if line is not None:
                yield (line.article.id, _start(line)), _remark(line)


def _start(line: Statement) -> int:
    parts = [line.printed] if line.number else line.parts
    return min((part[0] for part in parts if part), default=0)


def _remark(line: Statement) -> Remark:
    """Return the remark on the number of a line, or else on its claim."""
    about = line.number or line.claim
    assert about is not None
    return Remark(about, line.words_of(type(about)), line.article)
