"""Add up the lines of a list: all of them, or those with each value under a column.

Few values of which an index has the lines in order are read by it, so that SQLite has nothing to sort.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from models.attributes.comparing import Operator
from models.codebook.kinds.answer_kind import AnswerKind
from models.entities import Claim, Number
from models.lines.criteria import AttributeCriterion, Criterion
from models.lines.group import Figures, together
from models.lines.order import Condition, Order
from models.store.line_sorts import KEY, TEXTS
from models.store.looked_up import ByIndex
from models.store.rows import TABLES
from models.store.statement_lists import FEW, Listing
from models.text.folding import folded

CLAIMS = "count(DISTINCT nullif(statement.claim, 0))"
FIGURES = f"""count(*), {CLAIMS}, count(nullif(statement.number, 0)),
    min(coalesce(statement.unit, '')) FILTER (WHERE statement.value IS NOT NULL),
    max(coalesce(statement.unit, '')) FILTER (WHERE statement.value IS NOT NULL),
    max(statement.number) FILTER (WHERE statement.value IS NOT NULL),
    sum(statement.value), min(statement.value), max(statement.value)"""

GROUPS = "count(*) OVER ()"
"""How many groups there are, also those beyond a limit."""


@dataclass(frozen=True, slots=True)
class Alike:
    """The lines with one value: the claim and number of one of them, by their rows, and the figures of all."""

    claim: int
    number: int
    figures: Figures


class GroupedLines:
    """The lines of one list."""

    def __init__(self, connection: sqlite3.Connection, order: Order) -> None:
        self._connection, self._order = connection, order
        self._listing = Listing(connection, order)
        self.conditions = self._listing.conditions
        self._passes = self._listing.filter(FEW, collected=FEW, whole=True)

    def figures(self, *where: str) -> Figures:
        """Return the figures of all lines, or of those that meet some conditions."""
        (row,) = self._selected(FIGURES, where)
        return figures_in(self._connection, row)

    def whole(self, criterion: Criterion, groups: Sequence[Figures]) -> Figures:
        """Return the figures of all lines, given those of the lines with each value and those without one.

        They are added up where every other line has no such record: that takes less time than to look at all lines.
        """
        looked_up = self.conditions.looked_up(criterion)
        if looked_up and looked_up.is_of_every_line:
            return together(groups)
        kinds = {each.of for each in criterion.attributes} if isinstance(criterion, AttributeCriterion) else set()
        if isinstance(criterion.kind, AnswerKind) or kinds not in ({Claim}, {Number}):
            return self.figures()
        (kind,) = kinds
        found = together([*groups, self.figures(f"statement.{TABLES[kind]} = 0")])
        return found if kind is Claim else replace(found, claims=self._claims())

    def _claims(self) -> int:
        """Return how many claims there are: those of the numbers with one value can have numbers with others."""
        if self._order.filters:
            return int(self._selected("count(DISTINCT nullif(statement.claim, 0))", ())[0][0])
        (count,) = self._connection.execute("SELECT count(*) FROM claim").fetchone()
        return int(count)

    def alike(self, criterion: Criterion, most: int) -> tuple[list[Alike], int]:
        """Return the lines with each value, of at most so many values, those with most lines first; and how many values
        there are.
        """
        looked_up = self.conditions.looked_up(criterion)
        by_index = looked_up.by_index() if looked_up and not self._passes.found else []
        if by_index:
            found = self._by_index(by_index)
            return found[:most], len(found)
        key = self.conditions.group_key(criterion.column)
        if not key:
            return [], 0
        by = f"GROUP BY {key} ORDER BY count(*) DESC, {key} LIMIT {most}"
        rows = self._selected(f"{GROUPS}, {KEY}, {FIGURES}", self._valued(criterion, key), by)
        return [self._alike(row) for _count, *row in rows], rows[0][0] if rows else 0

    def _valued(self, criterion: Criterion, key: str) -> list[str]:
        """Return the conditions that a line has a value, with those of an index that leads to all such lines."""
        clause = self.conditions.clause(Condition(criterion.column, Operator.FILLED))
        found = self._passes.found
        return [*([clause.lookup] if clause and clause.lookup and not found else []), f"{key} IS NOT NULL"]

    def _by_index(self, by_index: Sequence[ByIndex]) -> list[Alike]:
        """Return the lines with each value; values that are folded alike are one."""
        groups: dict[str, list[Alike]] = {}
        for each in by_index:
            figures = FIGURES.replace(CLAIMS, each.claims) if each.claims and not self._order.filters else FIGURES
            columns = f"{each.value}, {KEY}, {figures}"
            for value, *row in self._selected(columns, [each.where], f"GROUP BY {each.value}", each.lines):
                groups.setdefault(folded(value), []).append(self._alike(row))
        found = {
            value: Alike(several[0].claim, several[0].number, together([each.figures for each in several]))
            for value, several in groups.items()
        }
        return [found[value] for value in sorted(found, key=lambda value: (-found[value].figures.lines, value))]

    def _alike(self, row: Sequence[Any]) -> Alike:
        claim, number, *counted = row
        return Alike(claim, number, figures_in(self._connection, counted))

    def _selected(
        self, columns: str, where: Sequence[str], by: str = "", lines: str = "statement"
    ) -> list[tuple[Any, ...]]:
        numbers = ["statement.number <> 0"] * self._order.numbers_only
        met = " AND ".join([*numbers, *self._passes.conditions, *where]) or "TRUE"
        if self._passes.found:
            lines = f"({self._passes.found.select}) AS statement"
        query = f"SELECT {columns} FROM {lines} {TEXTS if 'text_' in met else ''} WHERE {met} {by}"
        parameters = self.conditions.parameters | self._passes.parameters
        return self._connection.execute(query, parameters).fetchall()


def figures_in(connection: sqlite3.Connection, row: Sequence[Any]) -> Figures:
    """Return the figures in the columns of FIGURES."""
    lines, claims, numbers, first_unit, last_unit, example, total, least, greatest = row
    counts = (int(lines or 0), int(claims or 0), int(numbers or 0))
    if first_unit is None or first_unit != last_unit:
        return Figures(*counts, several_units=first_unit is not None)
    (unit,) = connection.execute("SELECT unit FROM number WHERE row = ?", (example,)).fetchone()
    return Figures(*counts, unit=unit, total=total, least=least, greatest=greatest)
