"""Mend the texts of articles that damage has altered or removed, with texts that their hashes prove right.

What an article refers to stays the same, and so does every record in it: there is nothing to undo.
"""

import sqlite3
from collections.abc import Collection, Iterable
from contextlib import closing
from pathlib import Path

from models.entities import Article, Content
from models.ids import Id
from models.store import reading
from models.store.applying import transaction
from models.store.opening import check_header, connect
from models.store.problems import explained
from models.store.rows import select_in
from models.store.salvage.texts import whole
from models.store.versions import VERSIONS


def to_mend(connection: sqlite3.Connection, articles: Iterable[Id]) -> list[Article]:
    """Return those of some articles whose texts are altered or missing."""
    wanted = [each for each in articles if reading.altered(connection, each) is not None]
    return select_in(connection, Article, "id", wanted)


def texts_in(path: Path, wanted: Collection[str]) -> list[Content]:
    """Return those of some texts, by their hashes, that another project has whole.

    A file of any version will do, also one that is damaged elsewhere: the hashes prove the texts. Raises an
    OnrecordError if it cannot be read.
    """
    check_header(path, VERSIONS.newest)
    with explained(path), closing(connect(path, read_only=True)) as connection:
        found = (_bytes_of(connection, sha256) for sha256 in wanted)
        return [text for sha256, data in zip(wanted, found, strict=True) if (text := _read(sha256, data))]


def mended(connection: sqlite3.Connection, wanted: Collection[str]) -> list[Content]:
    """Return those of some texts of this project, by their hashes, that one flipped bit makes whole again."""
    found = ((sha256, whole(_bytes_of(connection, sha256), sha256, ())) for sha256 in wanted)
    return [text for sha256, data in found if data and (text := _read(sha256, data[0]))]


def mend(connection: sqlite3.Connection, texts: Iterable[Content]) -> None:
    """Put some texts in the place of those that are kept under their hashes, or back; one whose hash is another is left
    out.
    """
    with transaction(connection):
        connection.execute("PRAGMA defer_foreign_keys = ON")
        for text in texts:
            if text.whole:
                found = connection.execute("SELECT row FROM content WHERE sha256 = ?", (text.sha256,)).fetchone()
                row = found[0] if found else None  # None is the next row that is free
                connection.execute("DELETE FROM content WHERE row = ?", (row,))
                keep = "INSERT INTO content (row, sha256, text) VALUES (?, ?, ?)"
                connection.execute(keep, (row, text.sha256, text.text))


def _bytes_of(connection: sqlite3.Connection, sha256: str) -> bytes:
    """Return what is kept under a hash, which damage may have made no text; empty if there is nothing."""
    found = connection.execute("SELECT CAST(text AS BLOB) FROM content WHERE sha256 = ?", (sha256,)).fetchone()
    return bytes(found[0]) if found else b""


def _read(sha256: str, data: bytes) -> Content | None:
    try:
        text = Content(sha256, data.decode())
    except UnicodeDecodeError:
        return None
    return text if text.whole else None
