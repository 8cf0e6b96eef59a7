"""The statements of the whole project: a line for each number of a claim, for each claim without one, and for each
number without a claim. Lists hold keys; lines are read when they are looked at."""

import json
import sqlite3
from collections.abc import Sequence
from functools import lru_cache, partial
from typing import TypeVar

from models.entities import Article, Claim, Number, Record, Span, Speaker
from models.ids import Id
from models.lines.order import Key
from models.lines.statement import Statement, ranges_by_record, statement
from models.store.reading import text_of
from models.store.rows import TABLES, select_in

R = TypeVar("R", bound=Record)

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


def page(connection: sqlite3.Connection, wanted: Sequence[Key]) -> list[Statement]:
    """Return the lines that some keys stand for, in their order; lines deleted since are left out."""
    claims = _by_row(connection, Claim, {claim for claim, _ in wanted})
    numbers = _by_row(connection, Number, {number for _, number in wanted})
    known: list[Claim | Number] = [*claims.values(), *numbers.values()]
    articles = {each.id: each for each in select_in(connection, Article, "id", {each.article for each in known})}
    named = {claim.speaker for claim in claims.values()}
    speakers = {each.id: each for each in select_in(connection, Speaker, "id", named)}
    ids = [each.id for each in known]
    spans = [*select_in(connection, Span, "claim", ids), *select_in(connection, Span, "number", ids)]
    ranges = ranges_by_record(spans)
    # The last few texts are kept: neighbouring lines come from the same articles.
    text = lru_cache(maxsize=32)(partial(text_of, connection))
    lines = []
    for key in wanted:
        claim, number = claims.get(key[0]), numbers.get(key[1])
        record: Claim | Number | None = claim or number
        if record is not None and (claim is not None) == bool(key[0]) and (number is not None) == bool(key[1]):
            article = articles[record.article]
            speaker = speakers.get(claim.speaker) if claim and claim.speaker else None
            lines.append(statement(article, (claim, speaker, number), text(article.content), ranges))
    return lines


def _by_row(connection: sqlite3.Connection, kind: type[R], rows: set[int]) -> dict[int, R]:
    query = f"SELECT id, rowid FROM {TABLES[kind]} WHERE rowid IN (SELECT value FROM json_each(?))"
    found = dict(connection.execute(query, (json.dumps([*rows]),)))
    return {found[record.id]: record for record in select_in(connection, kind, "id", found)}


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
