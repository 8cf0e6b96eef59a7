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
from models.store.grouped_lines import FIGURES, GroupedLines, figures_in
from models.store.rows import TABLES, select
from models.store.statements import lines_of


def groups(connection: sqlite3.Connection, order: Order, column: str) -> Groups:
    """Return the groups of a list by a column."""
    lines = GroupedLines(connection, order)
    criterion = lines.conditions.criterion(column)
    if criterion is None:
        return Groups((Group(ALL_LINES, (), lines.figures()),))
    if groups_by_member(criterion):
        found, left_out = list(_by_member(connection, order, criterion)), 0
    else:
        found, count = _by_value(connection, lines, criterion)
        left_out = max(0, count - MOST)
    listed = (*found, *_without(connection, order, criterion))
    whole = lines.figures() if left_out else lines.whole(criterion, [each.figures for each in listed])
    return Groups((Group(ALL_LINES, (), whole), *listed), left_out)


def figures_of(connection: sqlite3.Connection, kind: type[Article | Speaker]) -> dict[Id, Figures]:
    """Return the figures of the statements of each article or speaker that has any."""
    table = TABLES[kind]
    query = f"""SELECT {table}.id, {FIGURES} FROM statement JOIN {table} ON {table}.row = statement.{table}
                GROUP BY statement.{table}"""
    return {record: figures_in(connection, row) for record, *row in connection.execute(query).fetchall()}


def _with(order: Order, *conditions: Condition) -> Order:
    return replace(order, sorts=(), conditions=(*order.conditions, *conditions))


def _by_member(connection: sqlite3.Connection, order: Order, criterion: Criterion) -> Iterator[Group]:
    """Yield the groups of a closed list, or of the choices of a variable, each with those below it."""
    for member, words, level in members(criterion):
        condition = Condition(criterion.column, Operator.IS, (member,))
        yield Group(words, (condition,), GroupedLines(connection, _with(order, condition)).figures(), level)


def _by_value(connection: sqlite3.Connection, lines: GroupedLines, criterion: Criterion) -> tuple[list[Group], int]:
    """Return the groups of the values that lines have, and how many there are with those beyond the limit.

    One line of each says what the value is called.
    """
    alike, count = lines.alike(criterion, MOST)
    registry = Registry(select(connection, Speaker, "") if alike else ())
    found = []
    for line, each in zip(lines_of(connection, [(each.claim, each.number) for each in alike]), alike, strict=True):
        if line is not None:
            asked = Known(registry, line.answers_of)
            found.append(Group(label(criterion, line, asked), criterion.like(line, asked), each.figures))
    return found, count


def _without(connection: sqlite3.Connection, order: Order, criterion: Criterion) -> Iterator[Group]:
    """Yield the group of the lines that could have a value but have none, if there are any."""
    if Operator.EMPTY in criterion.operators():
        empty = Condition(criterion.column, Operator.EMPTY)
        figures = GroupedLines(connection, _with(order, empty)).figures()
        if figures.lines:
            yield Group(criterion.operators()[Operator.EMPTY], (empty,), figures)
