"""List the statements of the whole project, sorted and filtered by the derived tables.

Lines with a value come first, in the order of an index that is read forwards or backwards; then those without one, in
text order. SQLite has nothing to sort, so the first lines come at once; by further columns it sorts the lines of one
value. Only if a filter or a condition finds few lines are they collected first and then sorted.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from models.attributes.comparing import Operator
from models.lines.order import VARIABLE, Condition, Key, Order
from models.store.filter_index import three_characters
from models.store.line_sorts import ANY, IN_TEXT, KEY, RECORDS, SORTS, TEXTS, Found, LineSort, sort_by_answers
from models.store.list_conditions import ListConditions
from models.store.looked_up import Clause
from models.text.folding import folded

SOME, BEGINNING, FEW, MANY = 250, 2_000, 5_000, 50_000
"""Limits for finding the first lines with a word: by the records that contain it, if there are up to SOME; else among
the first BEGINNING lines; else by up to FEW records. Records with more than FEW lines are no way to find lines.

The first lines that meet a condition are found by an index, if it leads to up to FEW; else among the first BEGINNING
lines; else up to MANY are collected and sorted, before all lines are looked at in their order. If none of the first
BEGINNING lines meets it, perhaps none will for very long: then all that do are sorted, however many.
"""

HOLDS = " OR ".join(f"instr(text_{place}.text, {{word}})" for place, _ in reversed(RECORDS))
"""The condition that one of a line's records contains a word."""

HAS = [
    f"{record} IN (SELECT value / 4 FROM json_each({{rows}}) WHERE value % 4 = {place})" for place, record in RECORDS
]
"""A line has one of the records of some rows of `filter_text`: an article, a speaker, a claim or a number."""


@dataclass(frozen=True, slots=True)
class _Filter:
    """The conditions of a filter; `found` are the lines that are few enough to be collected, if there are such."""

    conditions: list[str]
    parameters: dict[str, Any]
    found: Found | None = None


def keys(connection: sqlite3.Connection, order: Order, most: int) -> list[Key]:
    """Return the keys of the first lines of a list, at most `most`."""
    found: list[Key] = []
    for listing, passes in _listings(connection, order, SOME):
        found += _keys(listing, passes, most - len(found))
        if len(found) == most:
            break
    return found


def _listings(
    connection: sqlite3.Connection, order: Order, most: int, *, whole: bool = False
) -> Iterator[tuple["Listing", _Filter]]:
    """Yield the parts of a list, each with its filter; a list of few lines is one part, which is sorted."""
    listing, collected = Listing(connection, order), MANY if whole else FEW
    passes = listing.filter(most, collected=collected, whole=whole)
    for part in [None] if passes.found else _parts(connection, order):
        if part:
            listing = Listing(connection, order, part)
            passes = listing.filter(most, collected=collected, whole=whole)
        yield listing, passes


@dataclass(frozen=True, slots=True)
class _Part:
    """The lines that have one of few values under the first sort of a list; or the `rest`, which have none."""

    condition: Condition
    rest: bool = False


def _parts(connection: sqlite3.Connection, order: Order) -> Iterator[_Part | None]:
    """Yield the parts of a list in their order, if its first sort is by few values of which no index has the lines in
    order; else None, for the whole list.
    """
    conditions = ListConditions(connection, {})
    criterion = conditions.criterion(order.sorts[0].column) if order.sorts else None
    looked_up = conditions.looked_up(criterion) if criterion else None
    if criterion is None or looked_up is None or not looked_up.has_few:
        yield None
        return
    values = tuple(sorted(looked_up.values(), reverse=order.sorts[0].descending))
    fitting = conditions.fitting(values, criterion, order.conditions)
    yield from (_Part(Condition(criterion.column, Operator.IS, (value,))) for value in values if value in fitting)
    if not looked_up.is_in_every_line:
        yield _Part(Condition(criterion.column, Operator.IS_NOT, values), rest=True)


def _keys(listing: "Listing", passes: _Filter, most: int) -> list[Key]:
    connection = listing.connection
    if passes.conditions and not (passes.found or listing.passes_over_articles):
        lines = next(listing.selects())(columns="statement.*")
        query = f"SELECT {KEY} FROM ({lines} LIMIT {BEGINNING}) AS statement {TEXTS} WHERE "
        query += f"{' AND '.join(passes.conditions)} LIMIT {most}"
        if len(found := connection.execute(query, passes.parameters).fetchall()) == most:
            return found
        passes = listing.filter(FEW, collected=MANY)
        if not (found or passes.found):
            passes = listing.through_all(passes)
    found = []
    for select in listing.selects():
        query = f"{select(*passes.conditions, found=passes.found)} LIMIT {most - len(found)}"
        found += connection.execute(query, passes.parameters)
    return found


def fill(connection: sqlite3.Connection, table: str, order: Order) -> None:
    """Create a temporary table with the keys of all lines of a list; `row` counts them from 1."""
    connection.execute(f"CREATE TEMP TABLE {table} (row INTEGER PRIMARY KEY, claim INTEGER, number INTEGER)")
    for listing, passes in _listings(connection, order, FEW, whole=True):
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

    def __init__(self, connection: sqlite3.Connection, order: Order, part: _Part | None = None) -> None:
        self.connection, self._order, self._part = connection, order, part
        self._parameters: dict[str, Any] = {}
        self.conditions = ListConditions(connection, self._parameters)
        conditions = (part.condition, *order.conditions) if part else order.conditions
        clauses = (self.conditions.clause(each) for each in conditions)
        self._clauses = [each for each in clauses if each]

    def selects(self) -> Iterator[Callable[..., str]]:
        """Yield what makes the SELECT of the lines that have a value, and that of those without one."""
        numbers = ["statement.number <> 0"] * self._order.numbers_only
        if self._part:
            then, descending = self._then(), self._order.sorts[0].descending
            of_value = partial(ANY.select_by_import, descending=descending)
            yield partial(ANY.select_absent if self._part.rest else of_value, *numbers, then=then)
            return
        first, then = self._sorts()
        if first is None:
            yield partial(IN_TEXT.select, *numbers)
            return
        there = [self._filled(self._order.sorts[0].column)] if first.is_searched else []
        yield partial(first.select, *numbers, *there, descending=self._order.sorts[0].descending, then=then)
        if first.absent:
            yield partial(first.select_absent, *numbers, then=then)

    def _sorts(self) -> tuple[LineSort | None, tuple[str, ...]]:
        """Return what lines are sorted by first, None for text order, and what they are sorted by then."""
        first = self._sort(self._order.sorts[0].column) if self._order.sorts else None
        return (first, self._then()) if first else (None, ())

    def _then(self) -> tuple[str, ...]:
        """Return what lines of one value are sorted by.

        After a column whose values are all different, such as the place in the text, there is nothing to sort.
        """
        then: list[str] = []
        for each in self._order.sorts[1:]:
            key = self.conditions.sort_key(each.column)
            if key is None:
                break
            then += [f"{key} IS NULL", f"{key} {'DESC' if each.descending else 'ASC'}"]
        return tuple(then)

    def _filled(self, column: str) -> str:
        """Return the condition that lines have a value, to which an index leads if there is one."""
        clause = self.conditions.clause(Condition(column, Operator.FILLED))
        return (clause.lookup if clause else "") or "TRUE"

    def _sort(self, column: str) -> LineSort | None:
        """Return what lines are sorted by first under a column; None for text order."""
        if column in SORTS:
            return SORTS[column]
        if column.startswith(VARIABLE):
            variable = column.removeprefix(VARIABLE)
            found = self.connection.execute("SELECT row, subject FROM variable WHERE id = ?", (variable,)).fetchone()
            return sort_by_answers(*found) if found else None
        key = self.conditions.sort_key(column)
        return LineSort(key, f"{key} IS NULL", is_searched=True) if key else None

    def filter(self, most: int, *, collected: int, whole: bool = False) -> _Filter:
        """Return the filter of the list; the records that contain a word are looked up if there are at most `most`.

        At most so many lines are `collected` by a condition. For a `whole` list, SQLite may look up the lines of a
        condition and then sort them.
        """
        conditions: list[str] = []
        found: Found | None = None
        parameters = {**self._parameters}
        for number, word in enumerate(sorted(folded(self._order.text).split(), key=len, reverse=True)):
            records = None if found else _find(self.connection, word, most)
            name = f"word_{number}"
            parameters[name] = word if records is None else json.dumps(records)
            has = [each.format(rows=f":{name}") for each in HAS]
            if records is None:
                conditions.append(f"({HOLDS.format(word=f':{name}')})")
            elif _are_few(self.connection, has, parameters, FEW):
                # The LIMIT keeps SQLite from going through all lines in their order instead.
                found = Found(f"SELECT * FROM statement WHERE {' OR '.join(has)} LIMIT {FEW}")
            else:
                # The plus sign keeps SQLite from looking up the records first and then sorting all their lines.
                conditions.append(f"(+{' OR +'.join(has)})")
        for clause in self._clauses:
            few_of, limit = self._to_collect(clause, collected)
            few = bool(few_of) and not found and self._has_few(few_of, clause.rows, parameters, limit)
            if few:
                of_article = few_of if clause.leads_to_each else ""
                found = Found(f"SELECT * FROM statement WHERE {few_of} LIMIT {limit}", of_article)
            whole_lookup = whole and clause.lookup and not clause.rows and not clause.is_scattered
            if whole_lookup and not few:
                conditions.append(clause.lookup)
            if not ((clause.exact or not clause.lookup) and (few or whole_lookup)):
                conditions.append(clause.each)
        return _Filter(conditions, parameters, found)

    def _to_collect(self, clause: Clause, collected: int) -> tuple[str, int]:
        """Return the condition by which the lines of a clause are collected, if there are at most so many; an empty one
        if they are not collected at all.
        """
        if clause.leads_to_each:
            return clause.lookup, MANY
        if clause.lookup:
            exact = clause.exact and not (clause.is_of_article and self._goes_by_article())
            return clause.lookup, collected if exact else FEW
        scans = collected > FEW and self._scans_at_random and "text_" not in clause.each
        return (clause.each, collected) if scans else ("", 0)

    def _goes_by_article(self) -> bool:
        """Return whether lines are looked at article by article, so that a condition about articles is soon found."""
        return not self._part and (self._sorts()[0] or IN_TEXT).goes_by_article

    @property
    def _scans_at_random(self) -> bool:
        """Whether lines would be looked at in another order than they are kept in, until there are enough: if
        few meet a condition, it takes less time to go through all of them as they are kept.
        """
        return bool(self._order.sorts) and not self._part

    @property
    def passes_over_articles(self) -> bool:
        """Whether lines are looked at article by article, and all conditions ask something of the article alone."""
        asks = [each.is_of_article for each in self._clauses]
        return self._goes_by_article() and not self._order.text.split() and all(asks)

    def through_all(self, passes: _Filter) -> _Filter:
        """Return a filter that finds its lines by going through all as they are kept, if an index has them in another
        order.
        """
        met, first = " AND ".join(passes.conditions), self._sorts()[0]
        if first is None or first.is_searched or first.goes_by_article or self._part or "text_" in met:
            return passes
        return replace(passes, found=Found(f"SELECT * FROM statement WHERE {met} LIMIT -1"))

    def _has_few(self, condition: str, rows: tuple[str, ...], parameters: dict[str, Any], limit: int) -> bool:
        """Return whether at most so many lines meet a condition, and none of some SELECTs in it finds more rows."""
        for select in rows:
            query = f"SELECT count(*) FROM ({select} LIMIT {limit + 1})"
            (count,) = self.connection.execute(query, parameters).fetchone()
            if count > limit:
                return False
        return _are_few(self.connection, [condition], parameters, limit)


def _are_few(connection: sqlite3.Connection, has: list[str], parameters: dict[str, Any], limit: int) -> bool:
    """Return whether at most so many lines meet one of some conditions, to whose lines an index leads."""
    lines = " UNION ALL ".join(f"SELECT 1 FROM statement WHERE {each}" for each in has)
    (count,) = connection.execute(f"SELECT count(*) FROM ({lines} LIMIT {limit + 1})", parameters).fetchone()
    return bool(count <= limit)


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
