"""Read lines of the statements by their keys; `statement_lists.py` makes the lists of keys.

There is a line for each number of a claim, for each claim without one, and for each number without a claim.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from itertools import groupby
from typing import TypeVar

from models.entities import Answer, Article, Claim, Number, Record, Speaker
from models.ids import Id
from models.lines.order import Key
from models.lines.statement import Statement, statement
from models.store.reading import text_of
from models.store.rows import TABLES, Malformed, records, select, select_in, selected
from models.store.spans import OF_RECORDS
from models.text.ranges import Range

R = TypeVar("R", bound=Record)

LISTED = "SELECT value FROM json_each(?)"
ABOUT_ARTICLE = f"article IN ({LISTED}) AND claim IS NULL AND number IS NULL"

LINES = """
    SELECT claim.rowid AS c, number.rowid AS n FROM claim LEFT JOIN number ON number.claim = claim.id
    UNION ALL
    SELECT NULL, number.rowid FROM number WHERE number.claim IS NULL
"""


def lines_of(connection: sqlite3.Connection, wanted: Sequence[Key]) -> list[Statement | None]:
    """Return the lines with these keys, in the same order; None for a line that has been deleted since."""
    claims = _by_row(connection, Claim, {claim for claim, _ in wanted})
    numbers = _by_row(connection, Number, {number for _, number in wanted})
    known: list[Claim | Number] = [*claims.values(), *numbers.values()]
    articles = {each.id: each for each in select_in(connection, Article, "id", {each.article for each in known})}
    named = {claim.speaker for claim in claims.values()}
    speakers = {each.id: each for each in select_in(connection, Speaker, "id", named)}
    ranges = {**_ranges(connection, Claim, claims.values()), **_ranges(connection, Number, numbers.values())}
    answers = _answers(connection, claims.values(), numbers.values(), speakers.values(), articles.values())
    # The last few texts are kept: neighbouring lines come from the same articles.
    text = lru_cache(maxsize=32)(partial(text_of, connection))
    lines: list[Statement | None] = []
    for key in wanted:
        claim, number = claims.get(key[0]), numbers.get(key[1])
        record: Claim | Number | None = claim or number
        if record is None or (claim is None) == bool(key[0]) or (number is None) == bool(key[1]):
            lines.append(None)
        else:
            article = articles.get(record.article)
            if article is None:
                raise Malformed(f"{record.id} is in an article that is missing")
            speaker = speakers.get(claim.speaker) if claim and claim.speaker else None
            lines.append(statement(article, (claim, speaker, number), text(article.content), ranges, answers))
    return lines


def _by_row(connection: sqlite3.Connection, kind: type[R], rows: set[int]) -> dict[int, R]:
    query = f"SELECT {selected(kind)}, row FROM {TABLES[kind]} WHERE row IN (SELECT value FROM json_each(?))"
    found = connection.execute(query, (json.dumps([*rows]),)).fetchall()
    return dict(
        zip((columns[-1] for columns in found), records(kind, (columns[:-1] for columns in found)), strict=True)
    )


def _answers(connection: sqlite3.Connection, *records: Iterable[Record]) -> Callable[[Id], Sequence[Answer]]:
    """Return a function that returns the answers about one of some records, each of which is of one class."""
    found: dict[Id, list[Answer]] = {}
    for of_one_class in records:
        for kind, ids in groupby(of_one_class, type):
            about = ABOUT_ARTICLE if kind is Article else f"{TABLES[kind]} IN ({LISTED})"
            for answer in select(
                connection, Answer, f"WHERE {about} ORDER BY row", json.dumps([each.id for each in ids])
            ):
                found.setdefault(answer.subject, []).append(answer)
    return lambda record: found.get(record, ())


def _ranges(connection: sqlite3.Connection, kind: type[Record], of: Iterable[Record]) -> dict[Id, tuple[Range, ...]]:
    """Return the ranges of the words of claims or numbers, in order, by the id of the record."""
    query = f"""SELECT its.id, start, "end" FROM {OF_RECORDS[kind]}
                WHERE role IN ('content', 'number') ORDER BY position, start"""
    ranges: dict[Id, tuple[Range, ...]] = {}
    for record, start, end in connection.execute(query, (json.dumps([each.id for each in of]),)):
        ranges[record] = (*ranges.get(record, ()), (start, end))
    return ranges
