"""Compare the files that articles came from, of which the project keeps the bytes, with their hashes."""

import hashlib
import sqlite3
from collections.abc import Iterator

from models.ids import Id


def altered_originals(connection: sqlite3.Connection) -> Iterator[tuple[str, Id]]:
    """Yield the title and id of each article whose imported file is not kept as it was; one file after another."""
    for sha256, data in connection.execute("SELECT sha256, data FROM original"):
        if hashlib.sha256(data).hexdigest() != sha256:
            yield from connection.execute("SELECT title, id FROM article WHERE original = ?", (sha256,))
