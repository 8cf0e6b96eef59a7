"""Read a file as it is at one moment."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """Let nobody write to the file from the first question of a block to its end.

    Rows of temporary tables are also written much faster than outside of it, where each is a transaction of its own.
    """
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.commit()  # does nothing where an error has ended the transaction
