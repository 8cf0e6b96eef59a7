"""A file of a newer version: whether what this program reads is in it as it was, so that it can be shown, and no more.

Every table of the newest version that this program knows has to be there, with its columns, checks and keys; columns,
checks, tables, views, indexes and triggers beside these are not looked at, since a connection that only reads runs
nothing of them. A check that says something else, as where a kind of record was added, is a table that this program
would read wrongly. So a step to a version that gives another meaning to a column has to give it another name.
"""

import sqlite3
from functools import cache
from pathlib import Path

from models.store.hardening import strange
from models.store.opening import newer
from models.store.soundness import FREE
from models.store.structure import Structure, computed_in, parts_of, strange_in
from models.store.versions import VERSIONS, Versions, made

VIEWS = ("span",)
"""The views that the program reads; it does not read those for other programs."""

Wanted = tuple[tuple[str, str], ...]


def expect_readable(path: Path, connection: sqlite3.Connection, versions: Versions) -> None:
    """Refuse a file of a newer version if it does not have what this program reads. Raises NewerProject."""
    with strange(connection):
        if _hides_functions(connection) or strange_in(connection):
            raise newer(path)
        wanted, expected = _expected(versions)
        found = parts_of(connection, wanted)
        if not expected <= found or computed_in(found) - computed_in(expected):
            raise newer(path)


def sound(connection: sqlite3.Connection) -> bool:
    """Return whether SQLite finds every table whole that this program reads. Nothing that the file says is computed."""
    wanted, _expectations = _expected(VERSIONS)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    questions = [f"PRAGMA quick_check('{name}')" for kind, name in wanted if kind == "table"]
    return all(connection.execute(question).fetchall() == [("ok",)] for question in (*questions, FREE))


@cache
def _expected(versions: Versions) -> tuple[Wanted, Structure]:
    """Return the tables and views that are read, and the facts about them, which a file has to have."""
    with made(versions, versions.newest) as connection:
        listed = connection.execute("SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'view')")
        wanted = tuple((kind, name) for kind, name in listed if kind == "table" or name in VIEWS)
        return wanted, parts_of(connection, wanted)


def _hides_functions(connection: sqlite3.Connection) -> bool:
    """Return whether a table has the name of a function that the program asks, such as json_each."""
    functions = {name for (name,) in connection.execute("PRAGMA module_list")}
    tables = (name.lower() for (name,) in connection.execute("SELECT name FROM sqlite_schema"))
    return any(name in functions or name.startswith("pragma_") for name in tables)
