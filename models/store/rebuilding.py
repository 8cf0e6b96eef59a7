"""Make what is derived from the records again: indexes, and what lists are sorted and filtered by."""

import sqlite3
from enum import Enum, auto

from models.store import derived

LEFT_OVER = """DELETE FROM kept_span WHERE claim NOT IN (SELECT row FROM claim)
               OR number NOT IN (SELECT row FROM number)"""
"""Delete the spans that no claim or number has."""


class Derived(Enum):
    """What can be made again without a change of any record."""

    INDEXES = auto()
    LISTS = auto()
    LEFT_OVER = auto()


def rebuild(connection: sqlite3.Connection, what: Derived) -> None:
    """Make it again for the whole file; the caller has a transaction."""
    match what:
        case Derived.INDEXES:
            connection.execute("REINDEX")
        case Derived.LEFT_OVER:
            connection.execute(LEFT_OVER)
        case Derived.LISTS:
            derived.rebuild(connection)
            connection.execute("DELETE FROM coverage WHERE article NOT IN (SELECT row FROM article)")
