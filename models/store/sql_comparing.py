"""Compare values in SQL as `models.attributes.comparing` does in Python."""

from collections.abc import Callable, Sequence

from models.attributes.comparing import DAYS, SIZE, Comparison, Operator
from models.text.folding import folded

Bind = Callable[[object], str]
"""Adds a parameter, and returns how SQL refers to it."""

SIGNS = {Operator.LESS: "<", Operator.AT_MOST: "<=", Operator.AT_LEAST: ">=", Operator.MORE: ">"}

LAST = "'~'"
"""Comes after everything that can follow a part of a date."""


def compared(value: str, comparison: Comparison, operator: Operator, wanted: Sequence[str], bind: Bind) -> str:
    """Return the condition that a value fits an operator that negates nothing.

    The value is SQL: a number, an ISO 8601 date, or a folded text.
    """
    if operator is Operator.CONTAINS:
        found = [f"instr({value}, {bind(folded(each))})" for each in wanted]
    elif comparison is SIZE:
        found = _size(value, operator, [float(each) for each in wanted], bind)
    elif comparison is DAYS:
        found = _day(value, operator, wanted, bind)
    else:
        return f"{value} IN ({', '.join(bind(folded(each)) for each in wanted)})"
    return f"({' OR '.join(found) or 'FALSE'})"


def _size(value: str, operator: Operator, wanted: Sequence[float], bind: Bind) -> list[str]:
    if operator is Operator.BETWEEN:
        return [f"{value} BETWEEN {bind(min(wanted))} AND {bind(max(wanted))}"]
    return [f"{value} {SIGNS.get(operator, '=')} {bind(each)}" for each in wanted]


def _day(value: str, operator: Operator, wanted: Sequence[str], bind: Bind) -> list[str]:
    """Compare the beginning of a date: "2015-01-23T10:30" is on 2015-01-23, in 2015-01, and in 2015."""
    match operator:
        case Operator.LESS | Operator.AT_LEAST:
            return [f"{value} {SIGNS[operator]} {bind(wanted[0])}"]
        case Operator.MORE:
            return [f"{value} > {bind(wanted[0])} || {LAST}"]
        case Operator.AT_MOST:
            return [f"{value} < {bind(wanted[0])} || {LAST}"]
        case Operator.BETWEEN:
            first, last = sorted(wanted)
            return [f"{value} BETWEEN {bind(first)} AND {bind(last)} || {LAST}"]
    return [f"{value} BETWEEN {each} AND {each} || {LAST}" for each in map(bind, wanted)]
