"""The statements of the whole project: a line for each number of a claim, for each claim without one, and for each
number without a claim. Lists hold keys; lines are read when they are looked at."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

from models.entities import Mode, Qualifier
from models.ids import Id
from models.statements import Key, Statement
from models.store.reading import text_of
from models.store.rows import value_of
from models.text.excerpts import words_at

LINES = """
    SELECT claim.rowid AS c, number.rowid AS n FROM claim LEFT JOIN number ON number.claim = claim.id
    UNION ALL
    SELECT NULL, number.rowid FROM number WHERE number.claim IS NULL
"""

JOINED = """
    LEFT JOIN claim ON claim.rowid = line.c
    LEFT JOIN number ON number.rowid = line.n
    JOIN article ON article.id = coalesce(claim.article, number.article)
    LEFT JOIN speaker ON speaker.id = claim.speaker
    LEFT JOIN span AS printed ON printed.number = number.id
"""

CLAIM_START = "(SELECT min(start) FROM span WHERE span.claim = claim.id AND role = 'content')"

PLACE = f"""article.id, iif(claim.id IS NULL, printed.start, {CLAIM_START}) NULLS LAST, claim.id,
            printed.start NULLS LAST, number.id"""
"""Text order: a claim where its first stretch begins, then its numbers; what has no place comes last."""

FIELDS = """
    article.id, article.title, article.outlet, article.byline, article.published,
    claim.id, speaker.id, speaker.name, speaker.role, speaker.affiliation, claim.mode, claim.summary, claim.note,
    number.id, number.value, number.upper, number.qualifier, number.unit, number.counted, number.note,
    printed.start, printed."end",
    coalesce(claim.coder, number.coder),
    coalesce(number.made_at, claim.made_at),
    max(coalesce(claim.changed_at, ''), coalesce(number.changed_at, '')),
    article.content,
    (SELECT group_concat(start || '-' || "end", ' ')
     FROM (SELECT start, "end" FROM span WHERE span.claim = claim.id AND role = 'content' ORDER BY position, start))
"""


def page(connection: sqlite3.Connection, wanted: Sequence[Key]) -> list[Statement]:
    """The lines that some keys stand for; lines deleted since are left out."""
    query = f"SELECT {FIELDS} FROM (SELECT nullif(?, 0) AS c, nullif(?, 0) AS n) AS line {JOINED}"
    rows = (row for key in wanted for row in connection.execute(query, key))
    return list(_lines(connection, rows))


def key_of(connection: sqlite3.Connection, record: Id) -> Key | None:
    """The key of the first line about a claim or a number; None when it is not in the file."""
    query = f"""SELECT coalesce(line.c, 0), coalesce(line.n, 0) FROM (
                    SELECT claim.rowid AS c, number.rowid AS n
                    FROM claim LEFT JOIN number ON number.claim = claim.id WHERE claim.id = ?1
                    UNION ALL
                    SELECT claim.rowid, number.rowid
                    FROM number LEFT JOIN claim ON claim.id = number.claim WHERE number.id = ?1
                ) AS line {JOINED} ORDER BY {PLACE} LIMIT 1"""
    return connection.execute(query, (record,)).fetchone()  # type: ignore[no-any-return]  # two whole numbers


def _lines(connection: sqlite3.Connection, rows: Iterable[tuple[Any, ...]]) -> Iterator[Statement]:
    # The last few texts are kept: neighbouring lines come from the same articles.
    text = lru_cache(maxsize=32)(partial(text_of, connection))
    for *fields, content, packed in rows:
        line = Statement(*[*fields, _stretches(packed), None, None])
        words, printed = words_at(text(content), line.stretches), None
        if line.number_start is not None:
            printed = text(content)[line.number_start : line.number_end]
        yield replace(
            line,
            mode=value_of(Mode, line.mode) if line.mode else None,
            qualifier=value_of(Qualifier, line.qualifier) if line.qualifier else None,
            claim_words=words or None,
            number_words=printed,
        )


def _stretches(packed: str | None) -> tuple[tuple[int, int], ...]:
    if not packed:
        return ()
    pairs = (pair.split("-") for pair in packed.split())
    return tuple((int(start), int(end)) for start, end in pairs)
