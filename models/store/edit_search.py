"""Find the edits that are about some words: in their labels, in what was typed, in the records that they changed or
named, and in the titles of their articles. Each edit has to be read for that, so they are asked for some at a time.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from models.entities import Choice, Claim, Number, Role, Span, Variable
from models.ids import Id
from models.references import REFERENCES
from models.store.edit_body import CHANGED_AT, RowChange, changes_in
from models.store.filter_words import KINDS
from models.store.reading import part_of_text
from models.store.rows import TABLES
from models.text.finding import holds
from models.text.folding import folded

AT_ONCE = 200
"""Edits that are read at a time."""

READ = """SELECT edit.row, edit.label, edit.body, edit.at, origin.coder
          FROM main.edit JOIN main.origin ON origin.row = edit.origin
          WHERE edit.row IN (SELECT value FROM json_each(?)) ORDER BY edit.row DESC"""

TITLE = """char(10) || (SELECT title_sort.title FROM title_sort JOIN article ON article.row = title_sort.article
                        WHERE article.id = {table}.article)"""
RECORDS = {
    kind: f"""SELECT {TABLES[kind]}.id, text || {TITLE.format(table=TABLES[kind]) if kind in (Claim, Number) else "''"}
              FROM {TABLES[kind]}
              JOIN filter_text ON filter_text.row = 4 * {TABLES[kind]}.row + {place}
              WHERE {TABLES[kind]}.id IN (SELECT value FROM json_each(?))"""
    for place, kind in enumerate(KINDS)
}
"""The SELECT of the folded words of some records, by their kind; claims and numbers have the title of their article."""

LABELS = {
    kind: f"SELECT id, folded(label) FROM {TABLES[kind]} WHERE id IN (SELECT value FROM json_each(?))"
    for kind in (Variable, Choice)
}
"""The same of what is known by its label."""

CONTENT = "SELECT content FROM article WHERE id = ?"

NO_WORDS = {"coder", "made_at", CHANGED_AT, "origin", "rule", "role"}
"""Fields that nobody looks for."""


class _Read(NamedTuple):
    """An edit that may be found: its row, its label and what it changed."""

    row: int
    label: str
    changes: Sequence[RowChange]


def edits_about(
    connection: sqlite3.Connection, rows: Sequence[int], words: Sequence[str], go_on: Callable[[], None]
) -> list[int]:
    """Return those of some edits, by their rows in the history, that are about all of some folded words."""
    found = list[int]()
    for first in range(0, len(rows), AT_ONCE):
        go_on()
        some = [
            _Read(row, label, changes_in(body, coder, at))
            for row, label, body, at, coder in connection.execute(READ, (json.dumps([*rows[first : first + AT_ONCE]]),))
        ]
        known = _words_of(connection, {each for edit in some for change in edit.changes for each in _ids(change)})
        found += [edit.row for edit in some if holds(_text_of(connection, edit, known), words)]
    return found


def _words_of(connection: sqlite3.Connection, ids: Iterable[Id]) -> dict[Id, str]:
    """Return the folded words by which some records are known, as far as they are there."""
    wanted = json.dumps([*ids])
    return dict(row for query in (*RECORDS.values(), *LABELS.values()) for row in connection.execute(query, (wanted,)))


def _ids(change: RowChange) -> Iterator[Id]:
    """Yield the record that was changed, and those that it refers or referred to."""
    yield change.id
    for row in filter(None, (change.before, change.after)):
        yield from (row[name] for name in REFERENCES[change.entity] if row.get(name))


def _text_of(connection: sqlite3.Connection, edit: _Read, known: dict[Id, str]) -> str:
    texts = [folded(edit.label)]
    for change in edit.changes:
        texts += (known[each] for each in _ids(change) if each in known)
        texts += map(folded, _typed(change))
        if change.entity is Span and not known.keys() & {*_ids(change)} - _articles(change):
            texts += map(folded, _printed(connection, change))
    return "\n".join(dict.fromkeys(texts))


def _articles(change: RowChange) -> set[Id]:
    return {row["article"] for row in (change.before, change.after) if row and row.get("article")}


def _typed(change: RowChange) -> Iterator[str]:
    """Yield the words in the fields of a row, before and after."""
    without = REFERENCES[change.entity].keys() | NO_WORDS
    for row in filter(None, (change.before, change.after)):
        yield from (value for name, value in row.items() if isinstance(value, str) and name not in without)


def _printed(connection: sqlite3.Connection, change: RowChange) -> Iterator[str]:
    """Yield the words of a span whose record is gone, as the text of its article has them."""
    for row in filter(None, (change.before, change.after)):
        if row.get("role") in (Role.CONTENT, Role.NUMBER) and {"article", "start", "end"} <= row.keys():
            for (content,) in connection.execute(CONTENT, (row["article"],)):
                yield part_of_text(connection, content, row["start"], row["end"])
