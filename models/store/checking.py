"""Check the file itself: its pages, references, history, search index and derived tables."""

import sqlite3
from collections.abc import Iterator

from models.store import derived
from models.store.edit_body import changes_in, read_body
from models.store.opening import DAMAGED
from models.store.rows import Malformed
from models.translation import _

SEARCH = """
    CREATE VIRTUAL TABLE temp.fresh USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2', content = '');
    CREATE VIRTUAL TABLE temp.words USING fts5vocab (temp, fresh, 'row');
    CREATE VIRTUAL TABLE temp.known USING fts5vocab (main, content_search, 'row');
"""
BROUGHT = {"contents": "content", "originals": "original"}
"""The lists of hashes in the body of an edit, each with the table whose rows they name."""

DIFFERENT = """
    SELECT count(*) FROM (SELECT term, doc, cnt FROM words EXCEPT SELECT term, doc, cnt FROM known
                          UNION ALL SELECT term, doc, cnt FROM known EXCEPT SELECT term, doc, cnt FROM words)
"""


def problems(connection: sqlite3.Connection) -> list[str]:
    """Return everything that is wrong with the file itself, each as a clause."""
    return list(_problems(connection))


def _problems(connection: sqlite3.Connection) -> Iterator[str]:
    for (found,) in connection.execute("PRAGMA integrity_check(20)").fetchall():
        if found != "ok":
            yield found
    for table, row, parent, _key in connection.execute("PRAGMA foreign_key_check").fetchall():
        lost = _("row {row} of {table} refers to a row of {parent} that is missing")
        yield lost.format(row=row, table=table, parent=parent)
    yield from _of_history(connection)
    yield from _of_search(connection)
    yield from _of_lists(connection)


def _of_history(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield edits that cannot be read and so not undone, gaps (nothing is ever deleted), and texts that are lost."""
    kept = {name: _names(connection, table) for name, table in BROUGHT.items()}
    before = (0, 0)
    query = """SELECT origin, seq, origin.coder, at, body FROM edit JOIN origin ON origin.row = edit.origin
               ORDER BY origin, seq"""
    for origin, seq, coder, at, body in connection.execute(query):
        named = _("edit {seq} by {coder}").format(seq=seq, coder=coder)
        if seq != (before[1] if before[0] == origin else 0) + 1:
            yield _("the history has a gap before {named}").format(named=named)
        before = origin, seq
        try:
            changes_in(body, coder, at)
            lost = any(set(read_body(body).get(name, ())) - there for name, there in kept.items())
        except Malformed:
            yield _("{named} cannot be read in the history").format(named=named)
        else:
            if lost:
                yield _("a text or file that belongs to {named} is missing").format(named=named)


def _names(connection: sqlite3.Connection, table: str) -> set[str]:
    return {sha256 for (sha256,) in connection.execute(f"SELECT sha256 FROM {table}")}


def _of_search(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield a clause if the search index and the texts do not contain the same words."""
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
        yield _("the search index does not match the texts, so a search may miss words")


def _of_lists(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield a clause if the derived tables, by which lists are sorted and filtered, do not match the records."""
    try:
        fits = derived.fits(connection)
    except Malformed:
        fits = False
    if not fits:
        yield _("the lists do not match the records, so a list may lack rows")
