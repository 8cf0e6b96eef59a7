"""Lists of the statements of the whole project, sorted and filtered by what is derived from the records.

The lines that have a value come first, in the order of an index; then those without one, in text order. Nothing is
sorted for it, so that the first lines come at once. Where a filter finds few lines, they are found first, and sorted.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.lines.order import Key, Order
from models.store.derived import KINDS, SORTED_BY
from models.text.folding import folded

FEW = 5_000
"""Records that hold a word, and lines that have these records, up to which they are found first."""

IN_ARTICLE = "statement.start, statement.claim, statement.number_start, statement.number"


@dataclass(frozen=True, slots=True)
class _Sort:
    """What lines are sorted by: a column that has an index in both directions.

    `absent` is the condition for lines that have no value, and `ties` the order of lines of one value but of several
    articles; where another `table` holds the column, its rows are in it, or SQLite would sort. A line has the row `on`.
    """

    key: str
    absent: str = ""
    ties: str = "statement.article"
    table: str = ""
    on: str = ""

    def select(self, *conditions: str, found: bool = False, descending: bool = False) -> str:
        """Return the SELECT of the lines that have a value, among those that were found or among all."""
        lines = "temp.found AS statement" if found else "statement"
        if self.table:
            first, then = (lines, self.table) if found else (self.table, lines)
            lines = f"{first} CROSS JOIN {then} ON {self.on}"
        return f"""SELECT statement.claim, statement.number FROM {lines}
                   WHERE {" AND ".join((f"{self.key} IS NOT NULL", *conditions))}
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
"""By the name that an order gives; any other order is that of the text."""

HOLDS = """EXISTS (SELECT 1 FROM filter_text WHERE instr(text, ?) AND row IN (
               4 * statement.article, 4 * statement.speaker + 1, 4 * statement.claim + 2, 4 * statement.number + 3))"""
"""A line passes the filter by a word that one of its records holds."""

HAS = tuple(
    f"statement.{kind.__name__.lower()} IN (SELECT row / 4 FROM temp.hit WHERE row % 4 = {place})"
    for place, kind in enumerate(KINDS)
)
"""A line has one of the records that were found: an article, a speaker, a claim or a number."""


def keys(connection: sqlite3.Connection, order: Order, most: int) -> list[Key]:
    """Return the keys of the first lines of a list, at most so many."""
    found: list[Key] = []
    for query, words in _queries(connection, order):
        found += connection.execute(f"{query} LIMIT ?", (*words, most - len(found)))
    return found


def fill(connection: sqlite3.Connection, table: str, order: Order) -> None:
    """Make a temporary table of the keys of all lines of a list: `row` counts them from 1."""
    connection.execute(f"CREATE TEMP TABLE {table} (row INTEGER PRIMARY KEY, claim INTEGER, number INTEGER)")
    for query, words in _queries(connection, order):
        connection.execute(f"INSERT INTO temp.{table} (claim, number) {query}", words)


def counts(connection: sqlite3.Connection, table: str, order: Order) -> tuple[int, int, int]:
    """Return how many lines, claims and numbers a list has that was made."""
    every = not order.text.split() and not order.numbers_only
    claims = "(SELECT count(*) FROM claim)" if every else "count(DISTINCT nullif(claim, 0))"
    lines, of_claims, of_numbers = connection.execute(
        f"SELECT count(*), {claims}, count(nullif(number, 0)) FROM temp.{table}"
    ).fetchone()
    return lines, of_claims, of_numbers


def _queries(connection: sqlite3.Connection, order: Order) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the SELECTs that give the keys of a list one after the other, with their parameters."""
    words = folded(order.text).split()
    conditions = ["statement.number <> 0"] * order.numbers_only
    rare, few = _find_rarest(connection, words), False
    if rare is not None:
        words = [word for word in words if word != rare]
        few = _find_lines(connection)
        # The plus sign keeps SQLite from going by the records, and then sorting all their lines.
        conditions += [] if few else [f"(+{' OR +'.join(HAS)})"]
    conditions += [HOLDS] * len(words)
    sort = SORTS.get(order.column)
    if sort is not None:
        yield sort.select(*conditions, found=few, descending=order.descending), words
    if sort is None or sort.absent:
        yield IN_TEXT.select(*conditions, *([sort.absent] if sort else []), found=few), words


def _find_rarest(connection: sqlite3.Connection, words: Sequence[str]) -> str | None:
    """Put the records that hold the rarest of some words into the table `hit`, and return the word.

    None if there is no word that few records hold.
    """
    found = {word: _find(connection, word) for word in words}
    rarest = min(found, key=lambda word: found[word], default=None)
    if rarest is None or found[rarest] > FEW:
        return None
    if len(found) > 1:
        _find(connection, rarest)
    return rarest


def _find_lines(connection: sqlite3.Connection) -> bool:
    """Put the lines of the records in `hit` into the temporary table `found`, if they are few; return whether so."""
    lines = " UNION ALL ".join(f"SELECT 1 FROM statement WHERE {has}" for has in HAS)
    if len(connection.execute(f"{lines} LIMIT {FEW + 1}").fetchall()) > FEW:
        return False
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS found AS SELECT * FROM statement LIMIT 0")
    connection.execute("DELETE FROM temp.found")
    connection.execute(f"INSERT INTO temp.found SELECT * FROM statement WHERE {' OR '.join(HAS)}")
    return True


def _find(connection: sqlite3.Connection, word: str) -> int:
    """Put the records that hold a word into the temporary table `hit`, and return how many there are.

    Where more than FEW may hold it, they are not looked at, and FEW + 1 is returned. The index has three characters in
    a row, and nothing of where they are.
    """
    if len(word) < 3:
        query, wanted = "SELECT row FROM filter_text WHERE instr(text, ?)", word
    else:
        query = "SELECT rowid FROM filter_index WHERE filter_index MATCH ?"
        wanted = " AND ".join('"{}"'.format(word[at : at + 3].replace('"', '""')) for at in range(len(word) - 2))
    likely = connection.execute(f"{query} LIMIT {FEW + 1}", (wanted,)).fetchall()
    if len(likely) > FEW:
        return len(likely)
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS hit (row INTEGER PRIMARY KEY)")
    connection.execute("DELETE FROM temp.hit")
    connection.executemany("INSERT INTO temp.hit VALUES (?)", likely)
    without = "NOT EXISTS (SELECT 1 FROM filter_text WHERE filter_text.row = hit.row AND instr(text, ?))"
    return len(likely) - connection.execute(f"DELETE FROM temp.hit WHERE {without}", (word,)).rowcount
