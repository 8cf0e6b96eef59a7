"""List the statements of the whole project, sorted and filtered by the derived tables.

Lines with a value come first, in the order of an index; then those without one, in text order. SQLite has nothing to
sort, so the first lines come at once. Only if a filter finds few lines are they collected first and then sorted.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from models.lines.order import Key, Order
from models.store.derived import KINDS, SORTED_BY
from models.text.folding import folded

SOME, BEGINNING, FEW = 250, 2_500, 5_000
"""Limits for finding the first lines with a word. Up to SOME records that contain it, they are found by these records;
else among the first BEGINNING lines; else by up to FEW records. If these have more than FEW lines, the lines are
examined in order.
"""

IN_ARTICLE = "statement.start, statement.claim, statement.number_start, statement.number"
KEY = "statement.claim, statement.number"


@dataclass(frozen=True, slots=True)
class _Sort:
    """What lines are sorted by: a column with an index in both directions.

    `absent` is the condition for lines without a value, and `ties` the order of lines of several articles with the same
    value. If the column is in another `table`, `on` is the condition that joins it, and `ties` must contain its row, or
    SQLite would sort.
    """

    key: str
    absent: str = ""
    ties: str = "statement.article"
    table: str = ""
    on: str = ""

    def select(self, *conditions: str, columns: str = KEY, found: str = "", descending: bool = False) -> str:
        """Return the SELECT of the lines that have a value, among those that a SELECT has `found` or among all."""
        lines = f"({found}) AS statement" if found else "statement"
        if self.table:
            first, then = (lines, self.table) if found else (self.table, lines)
            lines = f"{first} CROSS JOIN {then} ON {self.on}"
        return f"""SELECT {columns} FROM {lines} WHERE {" AND ".join((f"{self.key} IS NOT NULL", *conditions))}
                   ORDER BY {self.key} {"DESC" if descending else "ASC"}, {self.ties}, {IN_ARTICLE}"""


IN_TEXT = _Sort("article.id", "", "article.row", "article", "article.row = statement.article")

SORTS = {
    **{name: _Sort(f"statement.{name}", f"statement.{name} IS NULL") for name in SORTED_BY},
    "article": _Sort(
        "title_sort.title",
        "",
        "title_sort.id, title_sort.article",
        "title_sort",
        "title_sort.article = statement.article",
    ),
    "published": _Sort(
        "article.published", "article.published IS NULL", "article.id, article.row", IN_TEXT.table, IN_TEXT.on
    ),
    "speaker": _Sort(
        "name_sort.name",
        "statement.speaker IS NULL",
        "name_sort.id, name_sort.speaker, statement.article",
        "name_sort",
        "name_sort.speaker = statement.speaker",
    ),
}
"""By the column that an order names; any other order is text order."""

RECORDS = [(place, f"statement.{kind.__name__.lower()}") for place, kind in enumerate(KINDS)]
"""The records of a line, each with its place in a row of `filter_text`."""

HOLDS = " OR ".join(
    f"EXISTS (SELECT 1 FROM filter_text WHERE row = 4 * {record} + {place} AND instr(text, {{word}}))"
    for place, record in reversed(RECORDS)
)
"""The condition that one of a line's records contains a word."""

HAS = [
    f"{record} IN (SELECT value / 4 FROM json_each(:records) WHERE value % 4 = {place})" for place, record in RECORDS
]
"""A line has one of the records of these rows of `filter_text`: an article, a speaker, a claim or a number."""


@dataclass(frozen=True, slots=True)
class _Rare:
    """A word that few records hold, and their rows in `filter_text`."""

    word: str
    records: list[int]


def keys(connection: sqlite3.Connection, order: Order, most: int) -> list[Key]:
    """Return the keys of the first lines of a list, at most `most`."""
    words = _words(order)
    rare = _find_rarest(connection, words, SOME)
    if words and not rare:
        lines = next(_selects(order))(columns="statement.*")
        query = f"SELECT {KEY} FROM ({lines} LIMIT {BEGINNING}) AS statement WHERE {' AND '.join(_holds(words))}"
        if len(found := connection.execute(f"{query} LIMIT {most}", words).fetchall()) == most:
            return found
        rare = _find_rarest(connection, words, FEW)
    found = []
    for query, parameters in _queries(connection, order, rare):
        found += connection.execute(f"{query} LIMIT {most - len(found)}", parameters)
    return found


def fill(connection: sqlite3.Connection, table: str, order: Order) -> None:
    """Create a temporary table with the keys of all lines of a list; `row` counts them from 1."""
    connection.execute(f"CREATE TEMP TABLE {table} (row INTEGER PRIMARY KEY, claim INTEGER, number INTEGER)")
    for query, parameters in _queries(connection, order, _find_rarest(connection, _words(order), FEW)):
        connection.execute(f"INSERT INTO temp.{table} (claim, number) {query}", parameters)


def counts(connection: sqlite3.Connection, table: str, order: Order) -> tuple[int, int, int]:
    """Return how many lines, claims and numbers a list has, after `fill`."""
    every = not order.text.split() and not order.numbers_only
    claims = "(SELECT count(*) FROM claim)" if every else "count(DISTINCT nullif(claim, 0))"
    lines, of_claims, of_numbers = connection.execute(
        f"SELECT count(*), {claims}, count(nullif(number, 0)) FROM temp.{table}"
    ).fetchone()
    return lines, of_claims, of_numbers


def _words(order: Order) -> dict[str, str]:
    """Return the words of the filter by their parameter names in SQL."""
    return {f"word_{number}": word for number, word in enumerate(folded(order.text).split())}


def _holds(words: Mapping[str, str], rare: _Rare | None = None) -> list[str]:
    """Return the conditions of the filter except that of the rare word."""
    return [f"({HOLDS.format(word=f':{name}')})" for name, word in words.items() if not rare or word != rare.word]


def _queries(
    connection: sqlite3.Connection, order: Order, rare: _Rare | None
) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield the SELECTs that give the keys of a list one after the other, with their parameters."""
    words, found = _words(order), ""
    conditions, parameters = _holds(words, rare), words
    if rare:
        parameters = {**words, "records": json.dumps(rare.records)}
        lines = " UNION ALL ".join(f"SELECT 1 FROM statement WHERE {has}" for has in HAS)
        count = f"SELECT count(*) FROM ({lines} LIMIT {FEW + 1})"
        if connection.execute(count, parameters).fetchone()[0] <= FEW:
            # The LIMIT keeps SQLite from going through all lines in their order instead.
            found = f"SELECT * FROM statement WHERE {' OR '.join(HAS)} LIMIT {FEW}"
        else:
            # The plus sign keeps SQLite from looking up the records first and then sorting all their lines.
            conditions.append(f"(+{' OR +'.join(HAS)})")
    for select in _selects(order):
        yield select(*conditions, found=found), parameters


def _selects(order: Order) -> Iterator[Callable[..., str]]:
    """Yield what makes the SELECT of the lines that have a value, and that of those without one."""
    sort, numbers = SORTS.get(order.column), ["statement.number <> 0"] * order.numbers_only
    if sort:
        yield partial(sort.select, *numbers, descending=order.descending)
    if not sort or sort.absent:
        yield partial(IN_TEXT.select, *numbers, *([sort.absent] if sort else []))


def _find_rarest(connection: sqlite3.Connection, words: Mapping[str, str], most: int) -> _Rare | None:
    """Return the word that the fewest records contain; None if each may be in more than `most` records."""
    found = [_Rare(word, rows) for word in words.values() if (rows := _find(connection, word, most)) is not None]
    return min(found, key=lambda rare: len(rare.records), default=None)


def _find(connection: sqlite3.Connection, word: str, most: int) -> list[int] | None:
    """Return the rows of `filter_text` that contain a word; None if there may be more than `most`.

    The index has three characters in a row, and nothing of where they are.
    """
    if len(word) < 3:
        query, wanted = "SELECT row FROM filter_text WHERE instr(text, ?)", word
    else:
        query = "SELECT rowid FROM filter_index WHERE filter_index MATCH ?"
        wanted = " AND ".join('"{}"'.format(word[at : at + 3].replace('"', '""')) for at in range(len(word) - 2))
    likely = [row for (row,) in connection.execute(f"{query} LIMIT {most + 1}", (wanted,))]
    if len(likely) > most:
        return None
    query = "SELECT row FROM json_each(?) CROSS JOIN filter_text ON row = value WHERE instr(text, ?)"
    return [row for (row,) in connection.execute(query, (json.dumps(likely), word))]
