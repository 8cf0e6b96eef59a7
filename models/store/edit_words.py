"""Say in words which records an edit was about, and where they can be seen, also where they are gone."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from models.entities import Alias, Answer, Article, Claim, Number, Record, Role, Span, Speaker
from models.ids import Id
from models.places import Place
from models.store.edit_body import RowChange
from models.store.reading import part_of_text
from models.store.rows import COLUMNS, TABLES, Row
from models.text.excerpts import GAP
from models.translation import counted

NAMES = ("name", "label", "title", "words", "line", "summary")
"""The fields that say in words which record a row is, the first that it has."""

OWNERS = (("claim", Claim), ("number", Number), ("speaker", Speaker), ("article", Article))
"""What a span or an answer belongs to, by its field, the closest first."""

FIRST = (Claim, Number, Span, Answer, Alias, Speaker, Article)
"""The kinds of rows that say what an edit was about, before all others."""

PARTS = "SELECT start, \"end\" FROM span WHERE {table} = ? AND role IN ('content', 'number') ORDER BY position, start"

Key = tuple[type[Record], Id]


def about(connection: sqlite3.Connection, changes: Sequence[RowChange]) -> tuple[str, str, Place | None]:
    """Return the words of the record that an edit was about, the title of its article, and where it is."""
    rows = {(each.entity, each.id): _whole(connection, each) for each in changes}
    subjects = list(dict.fromkeys(_subjects(rows)))
    articles = list(dict.fromkeys(article for key in rows if (article := _article(key, rows[key]))))
    if not subjects:
        return "", "", None
    first = subjects[0]
    row = rows.get(first) or _now(connection, *first) or {}
    words = " ".join(_words(connection, first, row, rows).split())
    title = _title(connection, articles[0], rows) if len(articles) == 1 else ""
    if len(subjects) > 1:
        words += counted(" and {count:,} other", " and {count:,} others", len(subjects) - 1)
    if title and subjects == [(Article, articles[0])]:
        words = ""
    return words, title, _place(connection, first, row)


def _whole(connection: sqlite3.Connection, change: RowChange) -> Row:
    """Return all that is known of a row: as the edit left it, or as it was before it was deleted."""
    known = {**(change.before or {}), **(change.after or {})}
    if change.before is not None and change.after is not None:
        return {**(_now(connection, change.entity, change.id) or {}), **known}
    return known


def _now(connection: sqlite3.Connection, entity: type[Record], record: Id) -> Row | None:
    names = COLUMNS[entity]
    columns = ", ".join(f'"{name}"' for name in names)
    found = connection.execute(f"SELECT {columns} FROM {TABLES[entity]} WHERE id = ?", (record,)).fetchone()
    return dict(zip(names, found, strict=True)) if found else None


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
    parts = connection.execute(PARTS.format(table=TABLES[entity]), (record,)).fetchall()
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
    row: dict[str, Any] = rows.get((Article, article)) or _now(connection, Article, article) or {}
    return " ".join(str(row.get("title", "")).split())


def _place(connection: sqlite3.Connection, subject: Key, row: Row) -> Place | None:
    """Return where a record is; of one that is gone, its article; None if that is gone too."""
    entity, record = subject
    article = _article(subject, row)
    there = _now(connection, entity, record) is not None
    if entity is Speaker:
        return Place(None, record) if there else None
    if article is None or _now(connection, Article, article) is None:
        return None
    return Place(article, record if there and entity in (Claim, Number) else None)
