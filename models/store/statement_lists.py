"""List the statements of the whole project, sorted and filtered by the derived tables.

Lines with a value come first, in the order of an index; then those without one, in text order. SQLite has nothing to
sort, so the first lines come at once. Only if a filter finds few lines are they collected first and then sorted.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from models.entities import Subject
from models.lines.order import VARIABLE, Key, Order
from models.store.derived import KINDS, SORTED_BY
from models.text.folding import folded

SOME, BEGINNING, FEW = 250, 2_000, 5_000
"""Limits for finding the first lines with a word: by the records that contain it, if there are up to SOME; else among
the first BEGINNING lines; else by up to FEW records. Records with more than FEW lines are no way to find lines.
"""

IN_ARTICLE = "statement.start, statement.claim, statement.number_start, statement.number"
KEY = "statement.claim, statement.number"

RECORDS = [(place, f"statement.{kind.__name__.lower()}") for place, kind in enumerate(KINDS)]
"""The records of a line, each with its place in a row of `filter_text`."""

TEXTS = " ".join(
    f"LEFT JOIN filter_text AS text_{place} ON text_{place}.row = 4 * {record} + {place}" for place, record in RECORDS
)
"""Join the texts of these records. SQLite leaves out a join whose columns are not used."""


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
        return f"""SELECT {columns} FROM {lines} {TEXTS} WHERE {" AND ".join((f"{self.key} IS NOT NULL", *conditions))}
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

HOLDS = " OR ".join(f"instr(text_{place}.text, {{word}})" for place, _ in reversed(RECORDS))
"""The condition that one of a line's records contains a word."""

HAS = [
    f"{record} IN (SELECT value / 4 FROM json_each({{rows}}) WHERE value % 4 = {place})" for place, record in RECORDS
]
"""A line has one of the records of some rows of `filter_text`: an article, a speaker, a claim or a number."""


@dataclass(frozen=True, slots=True)
class _Filter:
    """The conditions of a filter; `found` is the SELECT of the lines with a rare word, or empty if no word is rare.

    If it looks `by_text`, the records that contain one of the words are too many to be looked up.
    """

    conditions: list[str]
    parameters: dict[str, str]
    found: str = ""
    by_text: bool = False


def keys(connection: sqlite3.Connection, order: Order, most: int) -> list[Key]:
    """Return the keys of the first lines of a list, at most `most`."""
    passes = _filter(connection, order, SOME)
    if passes.by_text and not passes.found:
        lines = next(_selects(connection, order))(columns="statement.*")
        query = f"SELECT {KEY} FROM ({lines} LIMIT {BEGINNING}) AS statement {TEXTS} WHERE "
        query += f"{' AND '.join(passes.conditions)} LIMIT {most}"
        if len(found := connection.execute(query, passes.parameters).fetchall()) == most:
            return found
        passes = _filter(connection, order, FEW)
    found = []
    for select in _selects(connection, order):
        query = f"{select(*passes.conditions, found=passes.found)} LIMIT {most - len(found)}"
        found += connection.execute(query, passes.parameters)
    return found


def fill(connection: sqlite3.Connection, table: str, order: Order) -> None:
    """Create a temporary table with the keys of all lines of a list; `row` counts them from 1."""
    connection.execute(f"CREATE TEMP TABLE {table} (row INTEGER PRIMARY KEY, claim INTEGER, number INTEGER)")
    passes = _filter(connection, order, FEW)
    for select in _selects(connection, order):
        query = f"INSERT INTO temp.{table} (claim, number) {select(*passes.conditions, found=passes.found)}"
        connection.execute(query, passes.parameters)


def counts(connection: sqlite3.Connection, table: str, order: Order) -> tuple[int, int, int]:
    """Return how many lines, claims and numbers a list has, after `fill`."""
    every = not order.text.split() and not order.numbers_only
    claims = "(SELECT count(*) FROM claim)" if every else "count(DISTINCT nullif(claim, 0))"
    lines, of_claims, of_numbers = connection.execute(
        f"SELECT count(*), {claims}, count(nullif(number, 0)) FROM temp.{table}"
    ).fetchone()
    return lines, of_claims, of_numbers


def _selects(connection: sqlite3.Connection, order: Order) -> Iterator[Callable[..., str]]:
    """Yield what makes the SELECT of the lines that have a value, and that of those without one."""
    sort, numbers = _sort(connection, order.column), ["statement.number <> 0"] * order.numbers_only
    if sort:
        yield partial(sort.select, *numbers, descending=order.descending)
    if not sort or sort.absent:
        yield partial(IN_TEXT.select, *numbers, *([sort.absent] if sort else []))


def _sort(connection: sqlite3.Connection, column: str) -> _Sort | None:
    if not column.startswith(VARIABLE):
        return SORTS.get(column)
    variable = column.removeprefix(VARIABLE)
    found = connection.execute("SELECT row, subject FROM variable WHERE id = ?", (variable,)).fetchone()
    return _sort_by_answers(*found) if found else None


def _sort_by_answers(variable: int, subject: str) -> _Sort:
    """Return what lines are sorted by under a variable, given its row. Lines with one answer are in text order, but
    those of one speaker together.
    """
    here = f"answer_sort.variable = {variable} AND answer_sort.record = statement.{subject}"
    inside = subject in (Subject.CLAIM, Subject.NUMBER)
    return _Sort(
        "answer_sort.key",
        f"NOT EXISTS (SELECT 1 FROM answer_sort WHERE {here})",
        "answer_sort.article" if inside else "answer_sort.record, statement.article",
        "answer_sort",
        here,
    )


def _filter(connection: sqlite3.Connection, order: Order, most: int) -> _Filter:
    """Return the filter of a list; the records that contain a word are looked up if there are at most `most`."""
    conditions, parameters, found, by_text = [], {}, "", False
    for number, word in enumerate(sorted(folded(order.text).split(), key=len, reverse=True)):
        records = None if found else _find(connection, word, most)
        name = f"word_{number}"
        parameters[name] = word if records is None else json.dumps(records)
        has = [each.format(rows=f":{name}") for each in HAS]
        if records is None:
            conditions.append(f"({HOLDS.format(word=f':{name}')})")
            by_text = True
        elif _are_few(connection, has, parameters):
            # The LIMIT keeps SQLite from going through all lines in their order instead.
            found = f"SELECT * FROM statement WHERE {' OR '.join(has)} LIMIT {FEW}"
        else:
            # The plus sign keeps SQLite from looking up the records first and then sorting all their lines.
            conditions.append(f"(+{' OR +'.join(has)})")
    return _Filter(conditions, parameters, found, by_text)


def _are_few(connection: sqlite3.Connection, has: list[str], parameters: dict[str, str]) -> bool:
    """Return whether at most FEW lines have some records."""
    lines = " UNION ALL ".join(f"SELECT 1 FROM statement WHERE {each}" for each in has)
    (count,) = connection.execute(f"SELECT count(*) FROM ({lines} LIMIT {FEW + 1})", parameters).fetchone()
    return bool(count <= FEW)


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
