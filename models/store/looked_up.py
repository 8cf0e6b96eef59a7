"""Make clauses about values to whose rows an index leads (`row_lookups`): few lines are found without a search."""

import re
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from models.entities import Article, Claim, Number, Record
from models.store.row_lookups import LOOKUPS, Lookup
from models.store.rows import TABLES

OF_STATEMENT = re.compile(r"\bstatement\.(\w+)")
"""The columns of a line in a condition."""

Bind = Callable[[object], str]
Compare = Callable[[str], str]
"""Returns the condition that a value, in SQL, is as it should be."""


@dataclass(frozen=True, slots=True)
class ByIndex:
    """Lines as an index of their records has them: the tables to read them from, their value, which lines these are.

    `claims` is how many claims of all lines have the value, in SQL; empty if they have to be told apart.
    """

    lines: str
    value: str
    where: str
    claims: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition in SQL that looks at each line of `statement`.

    `lookup` is true of the same lines, and an index leads to them; empty if there is no such index. If it is not
    `exact`, it is true of other lines too. `rows` are SELECTs of rows in it: if one of them finds very many, looking up
    their lines takes longer than looking at each line.
    """

    each: str
    lookup: str = ""
    exact: bool = True
    rows: tuple[str, ...] = ()
    leads_to_each: bool = False
    """Whether the index has all these lines and no others, in text order, so that it leads to those of each article."""
    is_scattered: bool = False
    """Whether lines that follow each other in the index are far from each other in the table: to look up very many of
    them takes longer than to look at each line.
    """

    @property
    def is_of_article(self) -> bool:
        """Whether it is about the article of a line alone."""
        return {*OF_STATEMENT.findall(self.each)} == {TABLES[Article]}


class LookedUp:
    """What lines are compared by: a column of the article, of the claim or of the number, or of the first of these that
    a line has.
    """

    def __init__(
        self, lookups: Sequence[Lookup], connection: sqlite3.Connection, parameters: dict[str, Any], bind: Bind
    ) -> None:
        self._lookups = lookups
        self._connection, self._parameters, self._bind = connection, parameters, bind
        kinds = {each.kind for each in lookups}
        self.is_of_every_line = kinds in ({Article}, {Claim, Number})
        """Whether every line has a record that could have a value, and the lines of one claim have the same value."""

    @property
    def of_line(self) -> str:
        """The value of a line, in SQL."""
        return _of_first([each.of_line for each in self._lookups])

    @property
    def has_few(self) -> bool:
        """Whether there are few different values."""
        return all(each.has_few for each in self._lookups)

    @property
    def is_never_empty(self) -> bool:
        """Whether every line has a value that can have one."""
        return all(each.always for each in self._lookups)

    @property
    def is_in_every_line(self) -> bool:
        """Whether every line has a value."""
        return self.is_never_empty and self.is_of_every_line

    def by_index(self) -> list[ByIndex]:
        """Return how all lines that have one of few values are read in the order of these; empty if they cannot be."""
        if not self.has_few or any(each.within or each.table for each in self._lookups):
            return []
        (first, *second) = self._lookups
        found = [
            _by_index(first, "{0} CROSS JOIN statement ON statement.{0} = {0}.row", f"{{}}.{first.column} IS NOT NULL")
        ]
        return found + [
            _by_index(each, "statement CROSS JOIN {0} ON {0}.row = statement.{0}", "statement.claim = 0")
            for each in second
        ]

    def being(self, compare: Compare) -> Clause:
        """Return the clause that the value of a line is as it should be."""
        return self._clause(self._each(compare), lambda each: self._such(each, compare))

    def _each(self, compare: Compare) -> str:
        """Return the condition that the value of a line is as it should be: one of those that the file has, if these
        are few, since `folded` is no function of SQLite's own.
        """
        if not self.has_few or any(each.within for each in self._lookups):
            return compare(self.of_line)
        values = {value: None for each in self._lookups for value in self._values_such(each, compare)}
        kept = _of_first([each.kept_of_line for each in self._lookups])
        return f"{kept} IN ({', '.join(map(self._bind, values))})"

    def _values_such(self, lookup: Lookup, compare: Compare) -> list[str]:
        compared = compare(lookup.key.replace(lookup.column, "value"))
        return lookup.such(self._connection, compared, self._parameters)

    def not_being(self, compare: Compare, clause: Clause) -> Clause:
        """Return the clause that it is not, which is true also where there is no value."""
        each = f"({clause.each}) IS NOT TRUE"
        if {lookup.kind for lookup in self._lookups} == {Article} and not self.has_few:
            return self._clause(each, lambda lookup: lookup.rows(f"({compare(lookup.key)}) IS NOT TRUE"))
        if not self.has_few:
            return Clause(each)
        found = self._clause(
            each, lambda lookup: self._such(lookup, lambda value: f"NOT {compare(value)}", others=True)
        )
        if found.lookup and not self.is_of_every_line:
            (lookup,) = self._lookups
            return replace(found, lookup=f"({found.lookup} OR statement.{TABLES[lookup.kind]} = 0)")
        return found

    def filled(self, each: str) -> Clause:
        """Return the clause that there is a value."""
        return self._clause(
            each, lambda lookup: None if lookup.besides else lookup.rows(f"{lookup.column} IS NOT NULL")
        )

    def empty(self, each: str) -> Clause:
        """Return the clause that there is none."""
        if self.is_never_empty:
            return Clause("FALSE", "FALSE")
        return self._clause(each, lambda lookup: None if lookup.within else lookup.rows(f"{lookup.column} IS NULL"))

    def values(self) -> list[str]:
        """Return the different values as they are compared, in no order."""
        return list({key: None for each in self._lookups for key in self._keys(each)})

    def _keys(self, lookup: Lookup) -> list[str]:
        values = lookup.such(self._connection, "TRUE", {})
        listed = ", ".join(f"({self._bind(each)})" for each in values)
        if not listed:
            return []
        query = f"WITH listed ({lookup.column}) AS (VALUES {listed}) SELECT {lookup.key} FROM listed"
        return [key for (key,) in self._connection.execute(query, self._parameters)]

    def _such(self, lookup: Lookup, compare: Compare, *, others: bool = False) -> str | None:
        """Return the SELECT of the rows with such values; None if the index does not have all of them."""
        if not lookup.has_few:
            return lookup.rows(compare(lookup.key))
        values = self._values_such(lookup, compare)
        if lookup.besides in values or (others and lookup.within and not lookup.always):
            return None
        found = lookup.rows(f"{lookup.column} IN ({', '.join(map(self._bind, values))})")
        if others and not lookup.always:
            found += f" UNION ALL {lookup.rows(f'{lookup.column} IS NULL')}"
        return found

    def _clause(self, each: str, select: Callable[[Lookup], str | None]) -> Clause:
        found: dict[type[Record], str] = {}
        for lookup in self._lookups:
            rows = select(lookup)
            if rows is None:
                return Clause(each)
            found[lookup.kind] = rows
        return Clause(each, _leading(found), rows=tuple(found.values()))


def looked_up(
    columns: Sequence[tuple[type[Record], str]], connection: sqlite3.Connection, parameters: dict[str, Any], bind: Bind
) -> LookedUp | None:
    """Return what lines are compared by under columns of the first record that they have; None without indexes."""
    lookups = [LOOKUPS[each] for each in columns if each in LOOKUPS]
    return LookedUp(lookups, connection, parameters, bind) if lookups and len(lookups) == len(columns) else None


def _of_first(values: Sequence[str]) -> str:
    """Return the value of the record that a line has, of those of its claim and its number, if there are two."""
    return values[0] if len(values) == 1 else f"iif(statement.claim, {values[0]}, {values[1]})"


def _by_index(lookup: Lookup, lines: str, where: str) -> ByIndex:
    table, value = TABLES[lookup.kind], f"{TABLES[lookup.kind]}.{lookup.column}"
    of_claims = f"(SELECT count(*) FROM claim AS its WHERE its.{lookup.column} = {value})"
    claims = {Claim: of_claims, Number: "0"}.get(lookup.kind, "")
    return ByIndex(lines.format(table), value, where.format(table), claims)


def _leading(rows: dict[type[Record], str]) -> str:
    """Return the condition that a line has one of these rows; that of a number, if it has no claim where both are asked
    for.
    """
    found = {kind: f"statement.{TABLES[kind]} IN ({query})" for kind, query in rows.items()}
    if Claim in found and Number in found:
        return f"({found[Claim]} OR (statement.claim = 0 AND {found[Number]}))"
    (only,) = found.values()
    return only
