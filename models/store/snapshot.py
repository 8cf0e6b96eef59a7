"""A project as it is at one moment, read whole: every speaker, every article with all that is recorded in it.

Exports and checks read it. They can take seconds, and to hold the file that long would keep the coder from editing:
so what is recorded is copied first, which takes a tenth of the time, into temporary tables that SQLite keeps in a
file of its own. The texts need no copy: they never change. One article is held in memory at a time, and nothing is
asked once for each record.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from models.entities import Article, Content
from models.errors import NotAProject
from models.ids import Id
from models.store.full import FullArticle, FullClaim, FullNumber, FullSpeaker, Range
from models.store.lines import place
from models.store.rows import records, selected
from models.store.soundness import sound
from models.store.statements import LINES
from models.text.excerpts import words_at

Spans = dict[tuple[Id, str], tuple[Range, ...]]
"""The ranges of each claim or number, by its id and their role, in order."""

WHOLE = "*"
COPIED = {
    **dict.fromkeys(("article", "speaker", "alias", "claim", "number", "boilerplate"), WHOLE),
    "span": 'article, claim, number, role, position, start, "end"',
}
"""The tables, and which of their columns; of spans, the most numerous, only those that are read."""

INDEXED = (
    *(("claim", "article"), ("number", "article"), ("span", "article"), ("boilerplate", "article")),
    *(("claim", "id"), ("number", "claim")),
)
"""By table and column: what is asked for here. Without these SQLite would go through whole tables for each row."""

SIGNED = "id, coder, made_at, changed_at"

SPEAKERS = """
    WITH told AS (
        SELECT speaker, sum(claims) AS claims, count(*) AS articles
        FROM (SELECT speaker, article, count(*) AS claims FROM claim GROUP BY speaker, article) GROUP BY speaker
    ), counted AS (
        SELECT claim.speaker, sum(numbers) AS numbers
        FROM (SELECT claim, count(*) AS numbers FROM number GROUP BY claim) AS each
        JOIN claim ON claim.id = each.claim GROUP BY claim.speaker
    )
    SELECT speaker.id, speaker.coder, speaker.made_at, speaker.changed_at,
           speaker.name, speaker.kind, speaker.role, speaker.affiliation, speaker.note,
           coalesce(told.claims, 0), coalesce(counted.numbers, 0), coalesce(told.articles, 0)
    FROM speaker LEFT JOIN told ON told.speaker = speaker.id LEFT JOIN counted ON counted.speaker = speaker.id
    ORDER BY speaker.id
"""
"""Counted before it is joined: a row for each claim and number of a speaker would cost a third of an export."""

CLAIMS = f"SELECT {SIGNED}, speaker, mode, summary, note FROM claim WHERE article = ?"

NUMBERS = f"""
    SELECT {SIGNED}, claim, value, upper, qualifier, unit, counted, note FROM number WHERE article = ?
"""

SPANS = """
    SELECT coalesce(claim, number), role, start, "end" FROM span WHERE article = ? ORDER BY position, start
"""

COUNTS = f"""
    SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM speaker), (SELECT count(*) FROM claim),
           (SELECT count(*) FROM number), (SELECT count(*) FROM ({LINES}))
"""


class Counts(NamedTuple):
    """How many rows the file has of each; `statements` are the lines of the statements table."""

    articles: int
    speakers: int
    claims: int
    numbers: int
    statements: int


class Snapshot:
    """A project in one state. Made by `Store.snapshot`, with a connection that serves nothing else.

    The copies bear the names of the tables, and SQLite looks among temporary tables first: every query here, without
    another word, is one to the copies.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute("BEGIN")
        for table, columns in COPIED.items():
            connection.execute(f"CREATE TEMP TABLE {table} AS SELECT {columns} FROM main.{table}")
        connection.execute("COMMIT")
        for table, column in INDEXED:
            connection.execute(f"CREATE INDEX temp.{table}_by_{column} ON {table} ({column})")

    def sound(self) -> bool:
        """Whether SQLite finds the file whole."""
        return sound(self._connection)

    def counts(self) -> Counts:
        """What SQLite counts, to compare with what was read."""
        (row,) = self._connection.execute(COUNTS)
        return Counts(*row)

    def speakers(self) -> list[FullSpeaker]:
        """Every speaker, in the order of entry."""
        names = defaultdict[Id, list[str]](list)
        for speaker, name in self._connection.execute("SELECT speaker, name FROM alias ORDER BY id"):
            names[speaker].append(name)
        return [FullSpeaker._make((*row, tuple(names[row[0]]))) for row in self._connection.execute(SPEAKERS)]

    def articles(self) -> Iterator[FullArticle]:
        """Every article in the order of import. Raises NotAProject when a text is missing."""
        found = self._connection.execute(f"SELECT {selected(Article)} FROM article ORDER BY id").fetchall()
        return map(self._article, records(Article, found))

    def _article(self, article: Article) -> FullArticle:
        ask = self._connection.execute
        content = ask("SELECT text FROM content WHERE sha256 = ?", (article.content,)).fetchone()
        if content is None:
            raise NotAProject(
                f"The text of “{article.title}” is missing from the file.",
                "Nothing was changed.",
                "Open the last good copy of the project, and keep this file.",
            )
        (text,) = content
        spans = _spans(ask(SPANS, (article.id,)))
        boilerplate = ask('SELECT start, "end" FROM boilerplate WHERE article = ? ORDER BY start, "end"', (article.id,))
        claims = [_claim(row, spans, text) for row in ask(CLAIMS, (article.id,))]
        numbers = [_number(row, spans, text) for row in ask(NUMBERS, (article.id,))]
        altered = not Content(article.content, text).whole
        return FullArticle(
            article, text, tuple(boilerplate), sorted(claims, key=place), sorted(numbers, key=place), altered
        )


def _spans(rows: Iterable[tuple[Id, str, int, int]]) -> Spans:
    found: Spans = {}
    for owner, role, start, end in rows:
        key = owner, role
        found[key] = (*found.get(key, ()), (start, end))
    return found


def _claim(row: tuple[str, ...], spans: Spans, text: str) -> FullClaim:
    claim = row[0]
    parts: list[object] = []
    for role in ("content", "cue", "source"):
        ranges = spans.get((claim, role), ())
        parts += (ranges, words_at(text, ranges) or None)
    return FullClaim._make((*row, *parts))


def _number(row: tuple[str, ...], spans: Spans, text: str) -> FullNumber:
    ranges = spans.get((row[0], "number"), ())
    return FullNumber._make((*row, ranges, words_at(text, ranges) or None))
