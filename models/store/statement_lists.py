"""Lists of the statements of the whole project, sorted and filtered by what is derived from the records.

The lines that have a value come first, in the order of an index; then those without one, in text order. Nothing is
sorted for it, so that the first lines come at once. A filter for words that few records have begins with these records.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from models.attributes.attribute import Attribute
from models.attributes.built_in import attributes_of
from models.entities import Claim, Number
from models.lines.order import Key, Order
from models.store.derived import KINDS
from models.store.rows import TABLES
from models.text.folding import folded

FEW = 5_000
"""Records that have a word, up to which a filter begins with them."""

IN_ARTICLE = "statement.start, statement.claim, statement.number_start, statement.number"
OF_ARTICLES = "article CROSS JOIN statement ON statement.article = article.row"


@dataclass(frozen=True, slots=True)
class _Sort:
    """An attribute that lines are sorted by: its column, the table that holds it, and the lines of its rows.

    `ties` is the order of lines that have the same value, and `absent` the condition for lines that have none. Where
    the column is not `indexed`, SQLite sorts.
    """

    key: str
    absent: str
    table: str = "statement"
    lines: str = ""
    ties: str = f"statement.article, {IN_ARTICLE}"
    indexed: bool = True


INDEXED = ("mode", "summary", "value", "unit", "counted")
"""The attributes of claims and numbers that the table `statement` repeats, with an index for each."""


def _sort_by(each: Attribute[Any, Any]) -> _Sort:
    """Return how lines are sorted by an attribute of their claims or numbers."""
    if each.name in INDEXED:
        return _Sort(f"statement.{each.name}", f"statement.{each.name} IS NULL")
    table = TABLES[each.of]
    key, line = f"{table}.{each.name}", f"statement ON statement.{table} = {table}.row"
    present = f"SELECT 1 FROM {table} WHERE {table}.row = statement.{table} AND {key} IS NOT NULL"
    return _Sort(f"folded({key})", f"NOT EXISTS ({present})", table, f"CROSS JOIN {line}", indexed=False)


SORTS = {
    **{each.name: _sort_by(each) for each in (*attributes_of(Claim), *attributes_of(Number)) if each.name != "note"},
    "article": _Sort(
        "title_sort.title",
        "0",
        "title_sort",
        "CROSS JOIN statement USING (article)",
        f"title_sort.id, {IN_ARTICLE}",
    ),
    "published": _Sort(
        "article.published",
        "article.published IS NULL",
        "article",
        "CROSS JOIN statement ON statement.article = article.row",
        f"article.id, {IN_ARTICLE}",
    ),
    "speaker": _Sort(
        "name_sort.name",
        "statement.speaker IS NULL",
        "name_sort",
        "CROSS JOIN statement USING (speaker)",
        f"name_sort.id, statement.article, {IN_ARTICLE}",
    ),
}
"""By the name that an order gives; any other order is that of the text."""

HOLDS = """EXISTS (SELECT 1 FROM filter_text WHERE instr(text, ?) AND row IN (
               4 * statement.article, 4 * statement.speaker + 1, 4 * statement.claim + 2, 4 * statement.number + 3))"""
"""A line passes the filter by a word that one of its records holds."""

AMONG = " OR ".join(
    f"statement.{kind.__name__.lower()} IN (SELECT row / 4 FROM hit WHERE row % 4 = {place})"
    for place, kind in enumerate(KINDS)
)
"""A line has one of the records that were found."""


@dataclass(frozen=True, slots=True)
class _Query:
    """A SELECT of keys with its parameters."""

    sql: str
    words: Sequence[str]


def keys(connection: sqlite3.Connection, order: Order, most: int = -1) -> list[Key]:
    """Return the keys of the first lines of a list, at most so many; -1 is all of them."""
    found: list[Key] = []
    for query in _queries(connection, order):
        left = most if most < 0 else most - len(found)
        found += connection.execute(f"{query.sql} LIMIT ?", (*query.words, left))
    return found


def fill(connection: sqlite3.Connection, table: str, order: Order) -> None:
    """Make a temporary table of the keys of all lines of a list: `row` counts them from 1."""
    connection.execute(f"CREATE TEMP TABLE {table} (row INTEGER PRIMARY KEY, claim INTEGER, number INTEGER)")
    for query in _queries(connection, order):
        connection.execute(f"INSERT INTO temp.{table} (claim, number) {query.sql}", query.words)


def _queries(connection: sqlite3.Connection, order: Order) -> Iterator[_Query]:
    """Yield the queries that give the lines of a list one after the other."""
    words = folded(order.text).split()
    conditions = ["statement.number <> 0"] * order.numbers_only
    found = {word: _find(connection, word) for word in words}
    rare = min(found, key=lambda word: found[word], default=None)
    if rare is not None and found[rare] <= FEW:
        _find(connection, rare)
        others = [word for word in words if word != rare]
        yield _Query(_sorted(order, [*conditions, f"({AMONG})", *[HOLDS] * len(others)]), others)
        return
    conditions += [HOLDS] * len(words)
    sort = SORTS.get(order.column)
    if sort is None:
        yield _Query(_select(OF_ARTICLES, conditions, f"ORDER BY article.id, {IN_ARTICLE}"), words)
        return
    yield _Query(_descending(sort, conditions) if order.descending else _ascending(sort, conditions), words)
    yield _Query(_select(OF_ARTICLES, [*conditions, sort.absent], f"ORDER BY article.id, {IN_ARTICLE}"), words)


def _select(lines: str, conditions: Sequence[str], order: str = "") -> str:
    where = " AND ".join(conditions) or "1"
    return f"SELECT statement.claim, statement.number FROM {lines} WHERE {where} {order}"


def _ascending(sort: _Sort, conditions: Sequence[str]) -> str:
    present = f"{sort.key} IS NOT NULL"
    return _select(f"{sort.table} {sort.lines}", [present, *conditions], f"ORDER BY {sort.key}, {sort.ties}")


def _descending(sort: _Sort, conditions: Sequence[str]) -> str:
    """Go through the values from the last to the first, and for each through its lines from the first to the last.

    No index has this order, and to sort the lines of a value that many have takes long.
    """
    if not sort.indexed:
        return _select(
            f"{sort.table} {sort.lines}",
            [f"{sort.key} IS NOT NULL", *conditions],
            f"ORDER BY {sort.key} DESC, {sort.ties}",
        )
    less = f"(SELECT max({sort.key}) FROM {sort.table} WHERE {sort.key} < entry.value)"
    entries = f"""WITH RECURSIVE entry (value) AS (
                      SELECT max({sort.key}) FROM {sort.table} WHERE {sort.key} IS NOT NULL
                      UNION ALL SELECT {less} FROM entry WHERE entry.value IS NOT NULL ORDER BY 1 DESC)"""
    lines = f"entry CROSS JOIN {sort.table} ON {sort.key} = entry.value {sort.lines}"
    return f"{entries} {_select(lines, conditions)}"


def _sorted(order: Order, conditions: Sequence[str]) -> str:
    """Select few lines, and sort them."""
    lines = """statement JOIN article ON article.row = statement.article
               JOIN title_sort ON title_sort.article = statement.article
               LEFT JOIN name_sort ON name_sort.speaker = statement.speaker
               LEFT JOIN claim ON claim.row = statement.claim LEFT JOIN number ON number.row = statement.number"""
    sort = SORTS.get(order.column)
    direction = "DESC" if order.descending else "ASC"
    by = f"{sort.key} IS NULL, {sort.key} {direction}, {sort.ties}," if sort else ""
    return _select(lines, conditions, f"ORDER BY {by} article.id, {IN_ARTICLE}")


def _find(connection: sqlite3.Connection, word: str) -> int:
    """Put the records that hold a word into the temporary table `hit`, few at most; return how many there are."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS hit (row INTEGER PRIMARY KEY)")
    connection.execute("DELETE FROM temp.hit")
    if len(word) < 3:
        holding, parameters = "filter_text WHERE instr(text, ?)", [word]
    else:
        parts = " AND ".join('"{}"'.format(word[at : at + 3].replace('"', '""')) for at in range(len(word) - 2))
        holding = """filter_index CROSS JOIN filter_text ON filter_text.row = filter_index.rowid
                     WHERE filter_index MATCH ? AND instr(filter_text.text, ?)"""
        parameters = [parts, word]
    query = f"INSERT INTO temp.hit SELECT filter_text.row FROM {holding} LIMIT {FEW + 1}"
    return connection.execute(query, parameters).rowcount
