"""What is wrong with a file itself: its pages, its references, its history and its search index."""

import sqlite3
from collections.abc import Iterator

from models.store import derived
from models.store.opening import DAMAGED
from models.store.rows import Malformed, changes_from_json

SEARCH = """
    CREATE VIRTUAL TABLE temp.fresh USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2', content = '');
    CREATE VIRTUAL TABLE temp.words USING fts5vocab (temp, fresh, 'row');
    CREATE VIRTUAL TABLE temp.known USING fts5vocab (main, content_search, 'row');
"""
DIFFERENT = """
    SELECT count(*) FROM (SELECT term, doc, cnt FROM words EXCEPT SELECT term, doc, cnt FROM known
                          UNION ALL SELECT term, doc, cnt FROM known EXCEPT SELECT term, doc, cnt FROM words)
"""


def problems(connection: sqlite3.Connection) -> Iterator[str]:
    """Everything that is wrong, each as a clause."""
    for (found,) in connection.execute("PRAGMA integrity_check(20)").fetchall():
        if found != "ok":
            yield found
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield f"row {row} of {table} refers to a row of {parent} that is not there"
    yield from _of_history(connection)
    yield from _of_search(connection)
    yield from _of_lists(connection)


def _of_history(connection: sqlite3.Connection) -> Iterator[str]:
    """Edits that cannot be read, so not undone; and gaps, since nothing is ever taken out of the history."""
    expected = 1
    for row, changes in connection.execute("SELECT row, changes FROM edit ORDER BY row"):
        if row != expected:
            yield f"the history lacks what came before edit {row}"
        expected = row + 1
        try:
            changes_from_json(changes)
        except Malformed:
            yield f"edit {row} of the history cannot be read"


def _of_search(connection: sqlite3.Connection) -> Iterator[str]:
    """Words that the search index has and the texts have not, or the other way round."""
    for statement in filter(str.strip, SEARCH.split(";")):
        connection.execute(statement)
    try:
        connection.execute("INSERT INTO temp.fresh (rowid, text) SELECT row, text FROM content")
        (different,) = connection.execute(DIFFERENT).fetchone()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in DAMAGED:
            raise
        different = True
    finally:
        for table in ("known", "words", "fresh"):
            connection.execute(f"DROP TABLE temp.{table}")
    if different:
        yield "the search index does not fit the texts, so a search may miss words"


def _of_lists(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield whether what lists are sorted and filtered by is not what the records say."""
    try:
        fits = derived.fits(connection)
    except Malformed:
        fits = False
    if not fits:
        yield "the lists do not fit the records, so a list may lack lines"
