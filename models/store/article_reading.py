"""Read an article with everything recorded in it: whole, in pieces, or at first only what is at its beginning."""

import sqlite3
from itertools import chain
from typing import Any

from models.entities import Answer, Article, Boilerplate, Claim, Content, Number, Record, Span
from models.errors import OnrecordError
from models.ids import Id
from models.records import IN_SIGHT, ArticleRecords
from models.store.reading import IN_ARTICLES, kept_text, missing_text
from models.store.rows import TABLES, in_order, record_of, records, rows_of, select, select_in, selected
from models.translation import _

PIECE = 1_000
"""Records that are made in one go: a few milliseconds."""
MANY = 300
"""Claims and numbers from which on an article is read in pieces."""
BEGINNING = IN_SIGHT
"""Code points of the beginning of a text."""


class ArticleReading:
    """Reads an article in pieces, between which the file may be asked for something else. What is written to it
    meanwhile may be missing: then it has to be read again.
    """

    def __init__(self, article: Article, text: str, *, altered: bool, rows: dict[Id, int]) -> None:
        self.records = ArticleRecords(article, text, altered=altered)
        """The records that have been read."""
        self.is_complete = False
        self._places = rows
        self._kinds = [*IN_ARTICLES]
        self._found: list[tuple[type[Record], list[tuple[Any, ...]]]] = []
        """Rows of which no records have been made yet."""

    def go_on(self, connection: sqlite3.Connection) -> None:
        """Read the rows of one more table, or make records of some rows."""
        if self._found:
            kind, rows = self._found.pop()
            self.records.fill(records(kind, rows), self._places)
        elif self._kinds:
            kind = self._kinds[0]
            query = f"SELECT {selected(kind)} FROM {TABLES[kind]} WHERE article = ? ORDER BY {in_order(kind)}"
            rows = connection.execute(query, (self.records.article.id,)).fetchall()
            pieces = (rows[at : at + PIECE] for at in range(0, len(rows), PIECE))
            self._found = [(kind, some) for some in pieces][::-1]
            self._kinds.pop(0)
        self.is_complete = not (self._found or self._kinds)


def begin_reading(connection: sqlite3.Connection, article: Id) -> ArticleReading:
    """Begin to read an article. Raises OnrecordError if it is gone, or its text."""
    return _reading(connection, _article(connection, article))


def read_on(connection: sqlite3.Connection, reading: ArticleReading) -> ArticleReading:
    """Read one more piece."""
    reading.go_on(connection)
    return reading


def article_records(connection: sqlite3.Connection, article: Id) -> ArticleRecords:
    """Read an article, its text and everything recorded in it."""
    return records_of(connection, _article(connection, article))


def records_of(connection: sqlite3.Connection, article: Article, *, also_without_text: bool = False) -> ArticleRecords:
    """Return everything recorded in an article, with its text. Raises NotAProject when the text is missing, unless it
    is wanted also without.
    """
    reading = _reading(connection, article, also_without_text=also_without_text)
    while not reading.is_complete:
        reading.go_on(connection)
    return reading.records


def _article(connection: sqlite3.Connection, article: Id) -> Article:
    found = record_of(connection, Article, article)
    if found is None:
        raise OnrecordError(
            _("This article is no longer in the file."),
            _("Nothing was changed."),
            _("Choose another article."),
        )
    return found


def _reading(connection: sqlite3.Connection, article: Article, *, also_without_text: bool = False) -> ArticleReading:
    places = chain.from_iterable(
        connection.execute(f"SELECT id, row FROM {TABLES[kind]} WHERE article = ?", (article.id,))
        for kind in (Claim, Number)
    )
    kept = Content(article.content, _text(connection, article, also_without_text=also_without_text))
    return ArticleReading(article, kept.text, altered=not kept.whole, rows=dict(places))


def _text(connection: sqlite3.Connection, article: Article, *, also_without_text: bool = False) -> str:
    text = kept_text(connection, article.content)
    if text is None and not also_without_text:
        raise missing_text(article.title)
    return text or ""


def beginning(connection: sqlite3.Connection, article: Id) -> ArticleRecords | None:
    """Return an article with what is recorded at its beginning, besides all boilerplate and what the article itself was
    asked; None if so little is recorded in it that it can be read whole.
    """
    if sum(_count(connection, kind, article) for kind in (Claim, Number)) < MANY:
        return None
    spans = spans_between(connection, article, 0, BEGINNING)
    claims = select_in(connection, Claim, "id", {span.claim for span in spans if span.claim})
    numbers = {each.id: each for each in select_in(connection, Number, "claim", [claim.id for claim in claims])}
    loose = {span.number for span in spans if span.number} - numbers.keys()
    numbers |= {each.id: each for each in select_in(connection, Number, "id", loose)}
    known = {claim.id for claim in claims}
    claims += select_in(connection, Claim, "id", {each.claim for each in numbers.values() if each.claim} - known)
    found = _article(connection, article)
    records = ArticleRecords(found, _text(connection, found))
    records.known_until = BEGINNING
    ids = {kind: [each.id for each in some] for kind, some in ((Claim, claims), (Number, numbers.values()))}
    rows = {id_: row for kind, some in ids.items() for id_, row in rows_of(connection, kind, some).items()}
    records.fill([*claims, *numbers.values(), *spans], rows)
    records.fill(select(connection, Boilerplate, "WHERE article = ?", article), {})
    records.fill(select(connection, Answer, "WHERE article = ? AND claim IS NULL AND number IS NULL", article), {})
    for kind, some in ids.items():
        records.fill(select_in(connection, Answer, TABLES[kind], some), {})
    return records


def spans_between(connection: sqlite3.Connection, article: Id, start: int, end: int) -> list[Span]:
    """Return the spans of an article that have a character in a range."""
    return select(connection, Span, 'WHERE article = ? AND start < ? AND "end" > ?', article, end, start)


def _count(connection: sqlite3.Connection, kind: type[Record], article: Id) -> int:
    (count,) = connection.execute(f"SELECT count(*) FROM {TABLES[kind]} WHERE article = ?", (article,)).fetchone()
    return int(count)
