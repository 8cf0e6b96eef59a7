"""Group the statements of a list by a column: by each choice with those below it, or by each value that they have."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from models.attributes.comparing import DAY, DAYS, MEMBERS, Operator
from models.codebook.kinds.answer_kind import AnswerKind
from models.entities import Speaker
from models.known import Known
from models.lines.criteria import Criterion
from models.lines.group import Figures, Group
from models.lines.order import Condition, Order
from models.registry import Registry
from models.store.rows import select
from models.store.statement_lists import Listing
from models.store.statements import lines_of
from models.translation import _

MOST = 1_000
"""Groups of different values that are listed, the largest first."""

FIGURES = """count(*), count(DISTINCT nullif(statement.claim, 0)), count(nullif(statement.number, 0)),
    count(DISTINCT coalesce(statement.unit, '')) FILTER (WHERE statement.value IS NOT NULL),
    max(statement.number) FILTER (WHERE statement.value IS NOT NULL),
    sum(statement.value), min(statement.value), max(statement.value)"""


def groups(connection: sqlite3.Connection, order: Order, column: str) -> list[Group]:
    """Return the groups of a list by a column: all lines, those with each value, and those without one.

    Choices are in the order of the codebook, with none of the lines too; values are sorted by how many lines have them.
    """
    listing = Listing(connection, order)
    criterion = listing.conditions.criterion(column)
    found = [Group(_("All lines"), (), _figures(connection, order))]
    if criterion is None:
        return found
    by_member = criterion.kind.comparison is MEMBERS
    found += _by_member(connection, order, criterion) if by_member else _by_value(connection, order, criterion)
    if Operator.EMPTY in criterion.operators():
        empty = Condition(column, Operator.EMPTY)
        without = _figures(connection, _with(order, empty))
        if without.lines:
            found.append(Group(criterion.operators()[Operator.EMPTY], (empty,), without))
    return found


def _with(order: Order, *conditions: Condition) -> Order:
    return replace(order, sorts=(), conditions=(*order.conditions, *conditions))


def _by_member(connection: sqlite3.Connection, order: Order, criterion: Criterion) -> Iterator[Group]:
    """Yield the groups of a closed list, or of the choices of a variable, each with those below it."""
    for member, label, level in _members(criterion):
        condition = Condition(criterion.column, Operator.IS, (member,))
        yield Group(label, (condition,), _figures(connection, _with(order, condition)), level)


def _members(criterion: Criterion) -> Iterator[tuple[str, str, int]]:
    """Yield what a value can be, as conditions store it and as it is shown, and its level."""
    kind = criterion.kind
    if isinstance(kind, AnswerKind) and kind.has_choices:
        for choice in kind.codebook.choices_of(kind.variable.id):
            yield choice.id, choice.label, len(kind.codebook.path(choice)) - 1
    else:
        yield from ((each, each, 0) for each in kind.choices)


def _by_value(connection: sqlite3.Connection, order: Order, criterion: Criterion) -> Iterator[Group]:
    """Yield the groups of the values that lines have. One line of each says what the value is called."""
    listing = Listing(connection, order)
    key = listing.conditions.group_key(criterion.column)
    if key is None:
        return
    rows = listing.grouped(f"statement.claim, statement.number, {FIGURES}", key, MOST)
    registry = Registry(select(connection, Speaker, "") if rows else ())
    lines = lines_of(connection, [(claim, number) for claim, number, *_counted in rows])
    for line, (_claim, _number, *counted) in zip(lines, rows, strict=True):
        if line is None:
            continue
        asked = Known(registry, line.answers_of)
        label = criterion.kind.show(criterion.value(line, asked))
        label = label[:DAY] if criterion.kind.comparison is DAYS else label
        yield Group(label, criterion.like(line, asked), _made(connection, tuple(counted)))


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
