"""Say in words which records an edit was about, and where they can be seen, also where they are gone."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from models.counts import count_of
from models.entities import (
    Alias,
    Answer,
    Article,
    Choice,
    Claim,
    Dismissed,
    Number,
    Record,
    Role,
    Span,
    Speaker,
    Variable,
    Word,
)
from models.ids import Id
from models.places import Place
from models.store.as_now import row_now, row_of
from models.store.edit_body import RowChange, changes_in
from models.store.reading import part_of_text
from models.store.rows import TABLES, Row
from models.store.spans import OF_RECORD
from models.text.excerpts import GAP
from models.text.ranges import Range
from models.translation import counted

NAMES = ("name", "label", "title", "words", "line", "summary")
"""The fields that say in words which record a row is, the first that it has."""

OWNERS = (("claim", Claim), ("number", Number), ("speaker", Speaker), ("article", Article))
"""What a span or an answer belongs to, by its field, the closest first."""

FIRST = (Claim, Number, Span, Answer, Alias, Speaker, Article)
"""The kinds of rows that say what an edit was about, before all others."""

PARTS = "SELECT start, \"end\" FROM {of_record} AND role IN ('content', 'number') ORDER BY position, start"

COUNTED = (Article, Speaker, Claim, Number, Answer, Variable, Choice, Dismissed, Word)
"""The kinds of records that are counted, in the order in which they are told."""

OF_ARTICLE = """SELECT body, at FROM main.edit WHERE row IN (
                    SELECT edit FROM edit_in_article
                    WHERE article = (SELECT row FROM history_article WHERE id = ?1) AND edit > ?2
                    INTERSECT SELECT edit FROM edit_of_kind WHERE kind = 'article' AND edit > ?2)"""
"""The edits since one that changed what is known of an article, or its text."""

Key = tuple[type[Record], Id]


@dataclass(frozen=True, slots=True)
class About:
    """What an edit was about, in words; its article and the title, if it is one; and where that can be seen."""

    words: str = ""
    article: Id | None = None
    title: str = ""
    place: Place | None = None


def about_one(connection: sqlite3.Connection, changes: Sequence[RowChange], edit: int) -> About:
    """Return what an edit in a row of the history was about: the first of its records, by name."""
    rows = {(each.entity, each.id): _whole(connection, each) for each in changes}
    subjects = list(dict.fromkeys(_subjects(rows)))
    if not subjects:
        return About()
    first = subjects[0]
    row = rows.get(first) or _now(connection, *first) or {}
    words = " ".join(_words(connection, first, row, rows).split())
    article, title = _only_article(connection, rows)
    if len(subjects) > 1:
        words += counted(" and {count:,} other", " and {count:,} others", len(subjects) - 1)
    if title and subjects == [(Article, article)]:
        words = ""
    return About(words, article, title, _place(connection, first, row, _words_of_gone(connection, first, rows, edit)))


def about_many(connection: sqlite3.Connection, changes: Sequence[RowChange]) -> About:
    """Return what an edit of very many records was about: how many there were of each kind."""
    rows = {(each.entity, each.id): {**(each.before or {}), **(each.after or {})} for each in changes}
    kinds = Counter(entity for entity, _id in rows)
    words = [count_of(kind, kinds[kind]) for kind in COUNTED if kinds[kind]]
    words = words or [counted("{count:,} change", "{count:,} changes", len(changes))]
    article, title = _only_article(connection, rows)
    there = article is not None and _now(connection, Article, article) is not None
    return About(", ".join(words), article, title, Place(article) if there else None)


def _only_article(connection: sqlite3.Connection, rows: dict[Key, Row]) -> tuple[Id | None, str]:
    """Return the article of all that was changed, and its title; none if there are several."""
    articles = {article for key, row in rows.items() if (article := _article(key, row))}
    if len(articles) != 1:
        return None, ""
    (article,) = articles
    return article, _title(connection, article, rows)


def _whole(connection: sqlite3.Connection, change: RowChange) -> Row:
    """Return all that is known of a row: as the edit left it, or as it was before it was deleted."""
    known = {**(change.before or {}), **(change.after or {})}
    if change.before is not None and change.after is not None:
        return {**(row_now(connection, change) or {}), **change.beside, **known}
    return known


def _now(connection: sqlite3.Connection, entity: type[Record], record: Id) -> Row | None:
    return row_of(connection, entity, record, {})


def _subjects(rows: dict[Key, Row]) -> Iterator[Key]:
    """Yield the records of the first kind that an edit changed: spans and answers stand for what they belong to."""
    kinds = {entity for entity, _id in rows}
    first = next((kind for kind in FIRST if kind in kinds), None)
    for (entity, id_), row in rows.items():
        if first in (Claim, Number) and entity in (Claim, Number):
            yield entity, id_
        elif entity is first or first is None:
            yield _owner(entity, row) or (entity, id_)


def _owner(entity: type[Record], row: Row) -> Key | None:
    if entity not in (Span, Answer, Alias):
        return None
    return next(((kind, row[name]) for name, kind in OWNERS if row.get(name)), None)


def _article(key: Key, row: Row) -> Id | None:
    return key[1] if key[0] is Article else row.get("article")


def _words(connection: sqlite3.Connection, subject: Key, row: Row, rows: dict[Key, Row]) -> str:
    """Return the words by which people know a record."""
    entity = subject[0]
    if entity in (Claim, Number) and (article := row.get("article")):
        return _printed(connection, subject, article, rows) or row.get("summary") or ""
    return next((str(row[name]) for name in NAMES if row.get(name)), "")


def _printed(connection: sqlite3.Connection, subject: Key, article: Id, rows: dict[Key, Row]) -> str:
    """Return a record's words in its text: as they are now, or as they were when it was made or deleted."""
    entity, record = subject
    its = rows.get((Article, article)) or _now(connection, Article, article) or {}
    parts = connection.execute(PARTS.format(of_record=OF_RECORD[entity]), (record,)).fetchall()
    parts = parts or [
        *_parts(row for (kind, _id), row in rows.items() if kind is Span and row.get(TABLES[entity]) == record)
    ]
    content = its.get("content")
    return GAP.join(part_of_text(connection, content, *part) for part in parts) if content else ""


def _parts(spans: Iterable[Row]) -> Iterator[tuple[int, int]]:
    for row in sorted(spans, key=lambda row: (row.get("position", 0), row.get("start", 0))):
        if row.get("role") in (Role.CONTENT, Role.NUMBER) and "start" in row and "end" in row:
            yield row["start"], row["end"]


def _title(connection: sqlite3.Connection, article: Id, rows: dict[Key, Row]) -> str:
    """Return the title of an article; of one that is gone, as it was when it was deleted."""
    row: dict[str, Any] = rows.get((Article, article)) or {}
    if "title" not in row:
        row = _now(connection, Article, article) or _last_known(connection, article)
    return " ".join(str(row.get("title") or "").split())


def _last_known(connection: sqlite3.Connection, article: Id) -> Row:
    for body, at in connection.execute(f"{OF_ARTICLE} ORDER BY row DESC", (article, 0)):
        for each in changes_in(body, None, at):
            if each.id == article and each.after is None:
                return each.before or {}
    return {}


def _place(connection: sqlite3.Connection, subject: Key, row: Row, gone: Sequence[Range]) -> Place | None:
    """Return where a record is; of one that is gone, where its words are, or its article; None if that is gone too."""
    entity, record = subject
    article = _article(subject, row)
    there = _now(connection, entity, record) is not None
    if entity is Speaker:
        return Place(None, record) if there else None
    if article is None or _now(connection, Article, article) is None:
        return None
    if entity not in (Claim, Number):
        return Place(article)
    return Place(article, record) if there else Place(article, range=gone[0] if gone else None)


def _words_of_gone(connection: sqlite3.Connection, subject: Key, rows: dict[Key, Row], edit: int) -> list[Range]:
    """Return where the words of a record are that is gone, if its article still has the text of then."""
    entity, record = subject
    spans = (row for (kind, _id), row in rows.items() if kind is Span and row.get(TABLES[entity]) == record)
    parts = [*_parts(spans)]
    article = rows.get(subject, {}).get("article")
    return parts if parts and article and _has_text_of(connection, article, edit) else []


def _has_text_of(connection: sqlite3.Connection, article: Id, edit: int) -> bool:
    """Return whether no edit since has given an article another text."""
    for body, at in connection.execute(OF_ARTICLE, (article, edit)):
        if any(each.id == article and "content" in (each.before or {}) for each in changes_in(body, None, at)):
            return False
    return True
