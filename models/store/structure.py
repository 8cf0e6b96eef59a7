"""Describe the structure of a file: its tables, columns, constraints, indexes, triggers and views.

Comments, blanks and the case of words in the DDL do not matter. SQLite's own tables,
the shadow tables of a search index, and tables that libraries keep under a name that begins with "_" are left out.
Every view and trigger counts, since opening or writing a file could run it.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator

Structure = frozenset[tuple[object, ...]]
"""Facts about a file, each with the kind and the name of a thing, and then its properties."""

Definitions = tuple[tuple[object, ...], ...]
"""The words that everything in a file was made with, in an order that does not depend on the file."""

TOKEN = re.compile(
    r"""(?P<left_out>--[^\n]*|/\*.*?\*/|\s+)|'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^]]*]|\w+|.""", re.DOTALL
)

QUALIFIERS = {"collate", "conflict", "deferrable", "autoincrement"}
"""Words in a table's DDL that no pragma reports; the word after each of them counts too."""


def definitions_of(connection: sqlite3.Connection) -> Definitions:
    """Return the words that a file was made with. Two files that have the same words have the same structure, and words
    are read much faster than a structure.
    """
    listed = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name, tbl_name, sql"
    return tuple(connection.execute(listed).fetchall())


def structure_of(connection: sqlite3.Connection) -> Structure:
    """Return every fact about the tables, views, indexes and triggers of a file."""
    return frozenset(_facts(connection))


def runnable(connection: sqlite3.Connection) -> set[tuple[object, ...]]:
    """Return the kind and name of every view and trigger of a file, by their names alone."""
    listed = "SELECT type, name FROM sqlite_schema WHERE type IN ('view', 'trigger')"
    return {*connection.execute(listed).fetchall()}


def names(found: Structure) -> set[tuple[object, ...]]:
    """Return the kind and name of everything that a structure consists of."""
    return {fact[:2] for fact in found}


def tokens(sql: str) -> tuple[str, ...]:
    """Split SQL into its words and signs; comments and blanks are left out, words are in lower case."""
    found = (match[0] for match in TOKEN.finditer(sql) if not match["left_out"])
    return tuple(token if token[0] in "'\"`[" else token.lower() for token in found)


UNKNOWN = ("", "")
"""The table and the words of something that a damaged file lists under two names."""


def parts_of(connection: sqlite3.Connection, wanted: Iterable[tuple[str, str]]) -> Structure:
    """Return the facts about some tables and views, by kind and name, that matter to who reads them.

    Each is a fact of its own, so that those of one file can be sought among those of another that has more. Nothing
    else of the file is looked at.
    """
    return frozenset(_parts(connection, wanted))


def computed_in(parts: Structure) -> set[object]:
    """Return the columns among some parts that SQLite would compute, by table and column."""
    return {name for kind, name, *facts in parts if kind == "column" and facts[-1]}


def strange_in(connection: sqlite3.Connection) -> set[str]:
    """Return the tables under a name of SQLite or of a library that hold more than values."""
    ddl = _ddl(connection)
    kept = (name for kind, name in ddl if kind == "table" and name.startswith(("sqlite_", "_")))
    return {name for name in kept if not _is_plain(connection, name, ddl)}


def _parts(connection: sqlite3.Connection, wanted: Iterable[tuple[str, str]]) -> Iterator[tuple[object, ...]]:
    ddl = _ddl(connection)
    for kind, name in wanted:
        if (kind, name) not in ddl:
            continue
        sql = ddl[kind, name][1]
        words = tokens(sql)
        if kind != "table" or "virtual" in words[:2]:
            yield kind, name, words
            continue
        yield kind, name, _after_brackets(words)
        yield from (("clause", name, clause) for clause in _clauses(sql))
        yield from _columns(connection, name)
        yield from _references(connection, name)
        yield from (fact for fact in _indexes(connection, name, ddl) if fact[3])


def _after_brackets(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return what follows the columns of a table: whether it is strict, and without row ids."""
    opened = words.index("(") if "(" in words else len(words)
    return words[_closed(words, opened) :]


def _ddl(connection: sqlite3.Connection) -> dict[tuple[str, str], tuple[str, str]]:
    """Return the table and the words of everything that a file lists, by kind and name."""
    return {
        (kind, name): (table, sql if isinstance(sql, str) else "")  # in a damaged file it may be bytes
        for kind, name, table, sql in connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
    }


def _facts(connection: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    ddl = _ddl(connection)
    listed = "SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow'"
    for table, kind, without_rowid, strict in connection.execute(listed).fetchall():
        if kind == "table" and table.startswith(("sqlite_", "_")):
            if ("table", table) in ddl and not _is_plain(connection, table, ddl):
                yield "strange", table
            continue
        _, sql = ddl.get(("view" if kind == "view" else "table", table), UNKNOWN)
        yield kind, table, without_rowid, strict, tokens(sql) if kind != "table" else _clauses(sql)
        if kind == "table":
            yield from _columns(connection, table)
            yield from _references(connection, table)
            yield from _indexes(connection, table, ddl)
    for (kind, name), (table, sql) in ddl.items():
        if kind == "trigger":
            yield kind, name, table, tokens(sql)


def _is_plain(connection: sqlite3.Connection, table: str, ddl: dict[tuple[str, str], tuple[str, str]]) -> bool:
    """Return whether a table that is not ours holds nothing but values. SQLite computes what a table says itself: its
    generated columns, checks, and indexes on expressions; its own tables have none of them.
    """
    if "check" in tokens(ddl["table", table][1]):
        return False
    hidden = connection.execute("SELECT 1 FROM pragma_table_xinfo(?) WHERE hidden <> 0", (table,)).fetchone()
    return hidden is None and not any(sql for *_facts, sql in _indexes(connection, table, ddl))


def _clauses(sql: str) -> tuple[tuple[str, ...], ...]:
    """Return the checks of a table, and the words about its columns that no pragma reports, sorted."""
    words, found = tokens(sql), list[tuple[str, ...]]()
    for at, word in enumerate(words):
        if word in QUALIFIERS:
            found.append(words[at : at + 2])
        elif word == "check":
            found.append(words[at : _closed(words, at + 1)])
    return tuple(sorted(found))


def _closed(words: tuple[str, ...], opened: int) -> int:
    """Return the index after the bracket that closes the one at index `opened`."""
    depth = 0
    for at in range(opened, len(words)):
        depth += (words[at] == "(") - (words[at] == ")")
        if depth == 0:
            return at + 1
    return len(words)


def _columns(connection: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...]]:
    query = 'SELECT name, upper(type), "notnull", dflt_value, pk, hidden FROM pragma_table_xinfo(?)'
    for name, *facts in connection.execute(query, (table,)):
        yield ("column", f"{table}.{name}", *facts)


def _references(connection: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...]]:
    query = """SELECT "table", group_concat("from" || '>' || coalesce("to", '')), on_update, on_delete, match
               FROM (SELECT * FROM pragma_foreign_key_list(?) ORDER BY id, seq) GROUP BY id"""
    for facts in connection.execute(query, (table,)):
        yield ("reference", table, *facts)


def _indexes(
    connection: sqlite3.Connection, table: str, ddl: dict[tuple[str, str], tuple[str, str]]
) -> Iterator[tuple[object, ...]]:
    """Yield the indexes of a table. The names that SQLite gave to those of constraints do not count."""
    listed = 'SELECT name, "unique", origin, partial FROM pragma_index_list(?)'
    for name, unique, origin, partial in connection.execute(listed, (table,)).fetchall():
        keys = 'SELECT name, "desc", coll FROM pragma_index_xinfo(?) WHERE key'
        columns = connection.execute(keys, (name,)).fetchall()
        plain = not partial and all(column is not None for column, *_ in columns)
        sql = () if plain else tokens(ddl.get(("index", name), UNKNOWN)[1])
        yield "index", name if origin == "c" else table, table, unique, origin, tuple(columns), sql
