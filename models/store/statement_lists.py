"""List the statements of the whole project, sorted and filtered by the derived tables.

Lines with a value come first, in the order of an index; then those without one, in text order. SQLite has nothing to
sort, so the first lines come at once; by further columns it sorts the lines of one value. Only if a filter or a
condition finds few lines are they collected first and then sorted.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from models.attributes.comparing import Operator
from models.entities import Subject
from models.lines.order import VARIABLE, Condition, Key, Order
from models.store.derived import KINDS, SORTED_BY
from models.store.filter_index import three_characters
from models.store.list_conditions import ListConditions
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
"""Join the texts of these records."""


@dataclass(frozen=True, slots=True)
class _Sort:
    """What lines are sorted by first: a column, mostly with an index in both directions.

    `absent` is the condition for lines without a value, and `ties` the order of lines of several articles with the same
    value. If the column is in another `table`, `on` is the condition that joins it, and `ties` must contain its row, or
    SQLite would sort. `same` comes before other columns by which lines are sorted then: two speakers of one name are
    still two.
    """

    key: str
    absent: str = ""
    ties: str = "statement.article"
    table: str = ""
    on: str = ""
    same: str = ""
    is_searched: bool = False
    """Whether no index has the values in order."""

    def select(
        self,
        *conditions: str,
        columns: str = KEY,
        found: str = "",
        descending: bool = False,
        then: tuple[str, ...] = (),
    ) -> str:
        """Return the SELECT of the lines that have a value, among those that a SELECT has `found` or among all.

        `then` is what lines of one value are sorted by, in SQL.
        """
        same = (self.same,) if self.same and then else ()
        by = (f"{self.key} {'DESC' if descending else 'ASC'}", *same, *then, self.ties)
        return self._selected(columns, found, (f"{self.key} IS NOT NULL", *conditions), by)

    def select_absent(self, *conditions: str, columns: str = KEY, found: str = "", then: tuple[str, ...] = ()) -> str:
        """Return the SELECT of the lines that have no value, in text order after what they are sorted by `then`."""
        by = (*then, IN_TEXT.key, IN_TEXT.ties)
        return IN_TEXT._selected(columns, found, (self.absent, *conditions), by)

    def _selected(self, columns: str, found: str, conditions: tuple[str, ...], by: tuple[str, ...]) -> str:
        lines = f"({found}) AS statement" if found else "statement"
        if self.table:
            first, second = (lines, self.table) if found else (self.table, lines)
            lines = f"{first} CROSS JOIN {second} ON {self.on}"
        where = " AND ".join(conditions)
        # SQLite leaves out joins that it does not need, but not before it has taken an index to be too narrow for them.
        texts = TEXTS if "text_" in where else ""
        return f"""SELECT {columns} FROM {lines} {texts} WHERE {where}
                   ORDER BY {", ".join(by)}, {IN_ARTICLE}"""


IN_TEXT = _Sort("article.id", "", "article.row", "article", "article.row = statement.article")

SORTS = {
    **{name: _Sort(f"statement.{name}", f"statement.{name} IS NULL") for name in SORTED_BY},
    "article": _Sort(
        "title_sort.title",
        "",
        "title_sort.id, title_sort.article",
        "title_sort",
        "title_sort.article = statement.article",
        "title_sort.id",
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
        "name_sort.id",
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
    """The conditions of a filter; `found` is the SELECT of the lines that are few enough to be collected, or empty.

    If it looks `by_text`, the records that contain one of the words are too many to be looked up.
    """

    conditions: list[str]
    parameters: dict[str, Any]
    found: str = ""
    by_text: bool = False


def keys(connection: sqlite3.Connection, order: Order, most: int) -> list[Key]:
    """Return the keys of the first lines of a list, at most `most`."""
    found: list[Key] = []
    for part in _parts(connection, order):
        found += _keys(connection, part, most - len(found))
        if len(found) == most:
            break
    return found


def _parts(connection: sqlite3.Connection, order: Order) -> Iterator[Order]:
    """Yield the lists that follow each other in a list.

    Under a column with few values, and without an index in the order of the lines, there is one for each value.
    """
    conditions = ListConditions(connection, {})
    criterion = conditions.criterion(order.sorts[0].column) if order.sorts else None
    looked_up = conditions.looked_up(criterion) if criterion else None
    if criterion is None or looked_up is None or not looked_up.has_few:
        yield order
        return
    values = tuple(sorted(looked_up.values(), reverse=order.sorts[0].descending))
    parts = [Condition(criterion.column, Operator.IS, (value,)) for value in values]
    if not looked_up.is_in_every_line:
        parts.append(Condition(criterion.column, Operator.IS_NOT, values))
    yield from (replace(order, sorts=order.sorts[1:], conditions=(*order.conditions, part)) for part in parts)


def _keys(connection: sqlite3.Connection, order: Order, most: int) -> list[Key]:
    listing = Listing(connection, order)
    passes = listing.filter(SOME)
    if passes.by_text and not passes.found:
        lines = next(listing.selects())(columns="statement.*")
        query = f"SELECT {KEY} FROM ({lines} LIMIT {BEGINNING}) AS statement {TEXTS} WHERE "
        query += f"{' AND '.join(passes.conditions)} LIMIT {most}"
        if len(found := connection.execute(query, passes.parameters).fetchall()) == most:
            return found
        passes = listing.filter(FEW)
    found = []
    for select in listing.selects():
        query = f"{select(*passes.conditions, found=passes.found)} LIMIT {most - len(found)}"
        found += connection.execute(query, passes.parameters)
    return found


def fill(connection: sqlite3.Connection, table: str, order: Order) -> None:
    """Create a temporary table with the keys of all lines of a list; `row` counts them from 1."""
    connection.execute(f"CREATE TEMP TABLE {table} (row INTEGER PRIMARY KEY, claim INTEGER, number INTEGER)")
    for part in _parts(connection, order):
        listing = Listing(connection, part)
        passes = listing.filter(FEW, whole=True)
        for select in listing.selects():
            query = f"INSERT INTO temp.{table} (claim, number) {select(*passes.conditions, found=passes.found)}"
            connection.execute(query, passes.parameters)


def counts(connection: sqlite3.Connection, table: str, order: Order) -> tuple[int, int, int]:
    """Return how many lines, claims and numbers a list has, after `fill`."""
    claims = "count(DISTINCT nullif(claim, 0))" if order.filters else "(SELECT count(*) FROM claim)"
    lines, of_claims, of_numbers = connection.execute(
        f"SELECT count(*), {claims}, count(nullif(number, 0)) FROM temp.{table}"
    ).fetchone()
    return lines, of_claims, of_numbers


class Listing:
    """Makes the SELECTs of one list."""

    def __init__(self, connection: sqlite3.Connection, order: Order) -> None:
        self._connection, self._order = connection, order
        self._parameters: dict[str, Any] = {}
        self.conditions = ListConditions(connection, self._parameters)
        clauses = (self.conditions.clause(each) for each in order.conditions)
        self._clauses = [each for each in clauses if each]

    def selects(self) -> Iterator[Callable[..., str]]:
        """Yield what makes the SELECT of the lines that have a value, and that of those without one."""
        first, then = self._sorts()
        numbers = ["statement.number <> 0"] * self._order.numbers_only
        if first is None:
            yield partial(IN_TEXT.select, *numbers)
            return
        there = [self._filled(self._order.sorts[0].column)] if first.is_searched else []
        yield partial(first.select, *numbers, *there, descending=self._order.sorts[0].descending, then=then)
        if first.absent:
            yield partial(first.select_absent, *numbers, then=then)

    def grouped(self, columns: str, key: str = "", most: int = -1) -> list[tuple[Any, ...]]:
        """Return aggregates of all lines of the list; or those of the lines with each value of a key, of which there is
        one: the largest groups, at most `most`.
        """
        passes = self.filter(FEW, whole=True)
        numbers = ["statement.number <> 0"] * self._order.numbers_only
        where = " AND ".join([*numbers, *passes.conditions, *([f"{key} IS NOT NULL"] if key else [])]) or "TRUE"
        lines = f"({passes.found}) AS statement" if passes.found else "statement"
        query = f"SELECT {columns} FROM {lines} {TEXTS if 'text_' in where else ''} WHERE {where}"
        if key:
            query += f" GROUP BY {key} ORDER BY count(*) DESC, {key} LIMIT {most}"
        return self._connection.execute(query, passes.parameters).fetchall()

    def _sorts(self) -> tuple[_Sort | None, tuple[str, ...]]:
        """Return what lines are sorted by first, or None if they are in text order, and what they are sorted by then.

        After a column whose values are all different, such as the place in the text, there is nothing to sort.
        """
        sorts = [*self._order.sorts]
        first = self._sort(sorts[0].column) if sorts else None
        if first is None:
            return None, ()
        then: list[str] = []
        for each in sorts[1:]:
            key = self.conditions.sort_key(each.column)
            if key is None:
                break
            then += [f"{key} IS NULL", f"{key} {'DESC' if each.descending else 'ASC'}"]
        return first, tuple(then)

    def _filled(self, column: str) -> str:
        """Return the condition that lines have a value, to which an index leads if there is one."""
        clause = self.conditions.clause(Condition(column, Operator.FILLED))
        return (clause.lookup if clause else "") or "TRUE"

    def _sort(self, column: str) -> _Sort | None:
        """Return what lines are sorted by first under a column; None for text order."""
        if column in SORTS:
            return SORTS[column]
        if column.startswith(VARIABLE):
            variable = column.removeprefix(VARIABLE)
            found = self._connection.execute("SELECT row, subject FROM variable WHERE id = ?", (variable,)).fetchone()
            return _sort_by_answers(*found) if found else None
        key = self.conditions.sort_key(column)
        return _Sort(key, f"{key} IS NULL", is_searched=True) if key else None

    def filter(self, most: int, *, whole: bool = False) -> _Filter:
        """Return the filter of the list; the records that contain a word are looked up if there are at most `most`.

        For a `whole` list, SQLite may look up the lines of a condition and then sort them.
        """
        conditions, found, by_text = [], "", False
        parameters = {**self._parameters}
        for number, word in enumerate(sorted(folded(self._order.text).split(), key=len, reverse=True)):
            records = None if found else _find(self._connection, word, most)
            name = f"word_{number}"
            parameters[name] = word if records is None else json.dumps(records)
            has = [each.format(rows=f":{name}") for each in HAS]
            if records is None:
                conditions.append(f"({HOLDS.format(word=f':{name}')})")
                by_text = True
            elif _are_few(self._connection, has, parameters):
                # The LIMIT keeps SQLite from going through all lines in their order instead.
                found = f"SELECT * FROM statement WHERE {' OR '.join(has)} LIMIT {FEW}"
            else:
                # The plus sign keeps SQLite from looking up the records first and then sorting all their lines.
                conditions.append(f"(+{' OR +'.join(has)})")
        for clause in self._clauses:
            few_of = clause.lookup or (
                clause.each if self._scans_at_random(whole) and "text_" not in clause.each else ""
            )
            few = bool(few_of) and not found and self._has_few(few_of, clause.rows, parameters)
            if few:
                found = f"SELECT * FROM statement WHERE {few_of} LIMIT {FEW}"
            whole_lookup = whole and clause.lookup and not clause.rows
            if whole_lookup and not few:
                conditions.append(clause.lookup)
            if not ((clause.exact or not clause.lookup) and (few or whole_lookup)):
                conditions.append(clause.each)
        return _Filter(conditions, parameters, found, by_text)

    def _scans_at_random(self, whole: bool) -> bool:
        """Return whether lines would be looked at in another order than they are kept in, until there are enough: if
        few meet a condition, it takes less time to go through all of them as they are kept.
        """
        return bool(self._order.sorts) and not whole

    def _has_few(self, condition: str, rows: tuple[str, ...], parameters: dict[str, Any]) -> bool:
        """Return whether at most FEW lines meet a condition, and none of some SELECTs in it finds more rows."""
        for select in rows:
            query = f"SELECT count(*) FROM ({select} LIMIT {FEW + 1})"
            (count,) = self._connection.execute(query, parameters).fetchone()
            if count > FEW:
                return False
        return _are_few(self._connection, [condition], parameters)


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


def _are_few(connection: sqlite3.Connection, has: list[str], parameters: dict[str, Any]) -> bool:
    """Return whether at most FEW lines meet one of some conditions, to whose lines an index leads."""
    lines = " UNION ALL ".join(f"SELECT 1 FROM statement WHERE {each}" for each in has)
    (count,) = connection.execute(f"SELECT count(*) FROM ({lines} LIMIT {FEW + 1})", parameters).fetchone()
    return bool(count <= FEW)


def _find(connection: sqlite3.Connection, word: str, most: int) -> list[int] | None:
    """Return the rows of `filter_text` that contain a word; None if there may be more than `most`."""
    wanted = three_characters(word)
    query = "filter_index WHERE filter_index MATCH ?" if wanted else "filter_text WHERE instr(text, ?)"
    query = f"SELECT rowid FROM {query}"
    likely = [row for (row,) in connection.execute(f"{query} LIMIT {most + 1}", (wanted or word,))]
    if len(likely) > most:
        return None
    query = "SELECT row FROM json_each(?) CROSS JOIN filter_text ON row = value WHERE instr(text, ?)"
    return [row for (row,) in connection.execute(query, (json.dumps(likely), word))]
