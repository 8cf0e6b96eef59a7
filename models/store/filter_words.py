"""The words by which filters find records: what coders have written, what is recorded, and answers, folded."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from models.attributes.built_in import attributes_of
from models.attributes.kinds import Line, Text
from models.entities import Article, Claim, Number, Record, Speaker
from models.ids import Id
from models.store.rows import TABLES, Malformed
from models.store.spans import OF_RECORDS
from models.store.text_at_hand import TextAtHand
from models.text.excerpts import GAP
from models.text.folding import folded

KINDS: tuple[type[Record], ...] = (Article, Speaker, Claim, Number)
"""The records that a filter finds. A row of `filter_text` is 4 times the record's row plus the class's index here."""

FILTERED: dict[type[Record], tuple[str, ...]] = {
    Article: ("title", "outlet"),
    Speaker: ("name",),
    **{
        kind: tuple(each.name for each in attributes_of(kind) if each.editable and isinstance(each.kind, Line | Text))
        for kind in (Claim, Number)
    },
}
"""The fields by which a filter finds a record, besides the words of its spans: what coders have written."""

SOME = "(SELECT value FROM json_each(?))"
"""The values of a parameter, which is a list as JSON."""

WRITTEN = {
    kind: f"SELECT id, {', '.join(fields)} FROM {TABLES[kind]} WHERE id IN {SOME}" for kind, fields in FILTERED.items()
}
"""The SELECT of what coders have written about some records, by their class."""

SAID = {
    kind: f"""SELECT its.id, (SELECT content FROM article WHERE id = {TABLES[kind]}.article), start, "end"
              FROM {OF_RECORDS[kind]} JOIN {TABLES[kind]} ON {TABLES[kind]}.row = its.row
              WHERE role IN ('content', 'number') ORDER BY position, start"""
    for kind in (Claim, Number)
}
"""The SELECT of the ranges of the words of some claims or numbers, each with the hash of its text."""

ANSWERED = {
    kind: f"""SELECT answer.{TABLES[kind]}, coalesce(choice.label, speaker.name, answer.value) FROM answer
              LEFT JOIN choice ON choice.id = answer.choice LEFT JOIN speaker ON speaker.id = answer.named
              WHERE {"claim IS NULL AND number IS NULL AND " * (kind is Article)}answer.{TABLES[kind]} IN {SOME}
              ORDER BY answer.row"""
    for kind in KINDS
}
"""The SELECT of the words of the answers about some records, by their class."""

FORGET = """INSERT INTO filter_index (filter_index, rowid, text)
            SELECT 'delete', row, text FROM filter_text WHERE row = ?"""

AT_ONCE = 500
"""Records whose words are in memory at a time."""


def words_of(
    connection: sqlite3.Connection, kind: type[Record], rows: Iterable[tuple[Id, int]], text: TextAtHand
) -> Iterator[dict[int, str]]:
    """Yield the folded words of records of a class by their rows in `filter_text`, some at a time, in their order; they
    are given with their own rows. Raises Malformed if the file does not have one.
    """
    place, waiting = KINDS.index(kind), iter(rows)
    while some := dict(islice(waiting, AT_ONCE)):
        words = _words_of(connection, kind, [*some], text)
        yield {4 * row + place: said for row, said in zip(some.values(), words, strict=True)}


def _words_of(
    connection: sqlite3.Connection, kind: type[Record], some: Sequence[Id], text: TextAtHand
) -> Iterator[str]:
    listed = (json.dumps(some),)
    written = {record: fields for record, *fields in connection.execute(WRITTEN[kind], listed)}
    if lost := next((each for each in some if each not in written), None):
        raise Malformed(f"the index of {TABLES[kind]} does not know {lost}")
    said, answered = defaultdict[Id, list[str]](list), defaultdict[Id, list[str]](list)
    for record, *part in connection.execute(SAID[kind], listed).fetchall() if kind in SAID else ():
        said[record].append(text.part(connection, *part))
    for record, words in connection.execute(ANSWERED[kind], listed):
        answered[record].append(words)
    for each in some:
        parts = *written[each], GAP.join(said[each]), *answered[each]
        yield folded("\n".join(part for part in parts if part))


def keep_words(connection: sqlite3.Connection, words: Mapping[int, str | None]) -> None:
    """Keep the words of some records by their rows in `filter_text`; a record without words is no longer found."""
    kept = _kept(connection, words)
    changed = {row: now for row, now in words.items() if now != kept.get(row)}
    gone, now = [(row,) for row in changed if row in kept], [each for each in changed.items() if each[1] is not None]
    run = connection.executemany
    run(FORGET, gone)
    run("DELETE FROM filter_text WHERE row = ?", gone)
    run("INSERT INTO filter_text (row, text) VALUES (?, ?)", now)
    run("INSERT INTO filter_index (rowid, text) VALUES (?, ?)", now)


def _kept(connection: sqlite3.Connection, rows: Iterable[int]) -> dict[int, str]:
    query = f"SELECT row, text FROM filter_text WHERE row IN {SOME}"
    return dict(connection.execute(query, (json.dumps([*rows]),)).fetchall())


def fit(connection: sqlite3.Connection) -> bool:
    """Return whether the words of each record are kept and no others."""
    count = 0
    for words in _of_all(connection):
        if _kept(connection, words) != words:
            return False
        count += len(words)
    (kept,) = connection.execute("SELECT count(*) FROM filter_text").fetchone()
    return bool(kept == count)


def rebuild(connection: sqlite3.Connection) -> None:
    """Keep the words of every record again."""
    connection.execute("DELETE FROM filter_text")
    for words in _of_all(connection):
        connection.executemany("INSERT INTO filter_text (row, text) VALUES (?, ?)", words.items())
    connection.execute("INSERT INTO filter_index (filter_index) VALUES ('rebuild')")


def _of_all(connection: sqlite3.Connection) -> Iterator[dict[int, str]]:
    """Yield the words of every record, some at a time: in the order of their texts, which are read one by one."""
    text = TextAtHand()
    for kind in KINDS:
        order = "article, id" if kind in (Claim, Number) else "id"
        rows = connection.execute(f"SELECT id, row FROM {TABLES[kind]} ORDER BY {order}")
        yield from words_of(connection, kind, rows, text)
