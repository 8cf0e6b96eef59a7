"""Group the statements of a list by a column: by each choice with those below it, or by each value that they have."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from models.attributes.comparing import Operator
from models.entities import Article, Speaker
from models.ids import Id
from models.known import Known
from models.lines.criteria import Criterion
from models.lines.group import ALL_LINES, MOST, Figures, Group, Groups, groups_by_member, label, members
from models.lines.order import Condition, Order
from models.registry import Registry
from models.store.rows import TABLES, select
from models.store.statement_lists import Listing
from models.store.statements import lines_of

FIGURES = """count(*), count(DISTINCT nullif(statement.claim, 0)), count(nullif(statement.number, 0)),
    count(DISTINCT coalesce(statement.unit, '')) FILTER (WHERE statement.value IS NOT NULL),
    max(statement.number) FILTER (WHERE statement.value IS NOT NULL),
    sum(statement.value), min(statement.value), max(statement.value)"""

GROUPS = "count(*) OVER ()"
"""How many groups there are, also those beyond a limit."""


def groups(connection: sqlite3.Connection, order: Order, column: str) -> Groups:
    """Return the groups of a list by a column."""
    criterion = Listing(connection, order).conditions.criterion(column)
    whole = Group(ALL_LINES, (), _figures(connection, order))
    if criterion is None:
        return Groups((whole,))
    if groups_by_member(criterion):
        found, count = list(_by_member(connection, order, criterion)), 0
    else:
        found, count = _by_value(connection, order, criterion)
    return Groups((whole, *found, *_without(connection, order, criterion)), max(0, count - MOST))


def figures_of(connection: sqlite3.Connection, kind: type[Article | Speaker]) -> dict[Id, Figures]:
    """Return the figures of the statements of each article or speaker that has any."""
    table = TABLES[kind]
    query = f"""SELECT {table}.id, {FIGURES} FROM statement JOIN {table} ON {table}.row = statement.{table}
                GROUP BY statement.{table}"""
    return {record: _made(connection, tuple(row)) for record, *row in connection.execute(query).fetchall()}


def _with(order: Order, *conditions: Condition) -> Order:
    return replace(order, sorts=(), conditions=(*order.conditions, *conditions))


def _by_member(connection: sqlite3.Connection, order: Order, criterion: Criterion) -> Iterator[Group]:
    """Yield the groups of a closed list, or of the choices of a variable, each with those below it."""
    for member, words, level in members(criterion):
        condition = Condition(criterion.column, Operator.IS, (member,))
        yield Group(words, (condition,), _figures(connection, _with(order, condition)), level)


def _by_value(connection: sqlite3.Connection, order: Order, criterion: Criterion) -> tuple[list[Group], int]:
    """Return the groups of the values that lines have, and how many there are with those beyond the limit.

    One line of each says what the value is called.
    """
    listing = Listing(connection, order)
    key = listing.conditions.group_key(criterion.column)
    rows = listing.grouped(f"{GROUPS}, statement.claim, statement.number, {FIGURES}", key, MOST) if key else []
    registry = Registry(select(connection, Speaker, "") if rows else ())
    lines = lines_of(connection, [(claim, number) for _count, claim, number, *_counted in rows])
    found = []
    for line, (_count, _claim, _number, *counted) in zip(lines, rows, strict=True):
        if line is not None:
            asked = Known(registry, line.answers_of)
            figures = _made(connection, tuple(counted))
            found.append(Group(label(criterion, line, asked), criterion.like(line, asked), figures))
    return found, rows[0][0] if rows else 0


def _without(connection: sqlite3.Connection, order: Order, criterion: Criterion) -> Iterator[Group]:
    """Yield the group of the lines that could have a value but have none, if there are any."""
    if Operator.EMPTY in criterion.operators():
        empty = Condition(criterion.column, Operator.EMPTY)
        figures = _figures(connection, _with(order, empty))
        if figures.lines:
            yield Group(criterion.operators()[Operator.EMPTY], (empty,), figures)


def _figures(connection: sqlite3.Connection, order: Order) -> Figures:
    (row,) = Listing(connection, order).grouped(FIGURES)
    return _made(connection, row)


def _made(connection: sqlite3.Connection, row: tuple[int | float | None, ...]) -> Figures:
    lines, claims, numbers, units, example, total, least, greatest = row
    counts = (int(lines or 0), int(claims or 0), int(numbers or 0))
    if units != 1:
        return Figures(*counts, several_units=bool(units))
    (unit,) = connection.execute("SELECT unit FROM number WHERE row = ?", (example,)).fetchone()
    return Figures(*counts, unit=unit, total=total, least=least, greatest=greatest)
