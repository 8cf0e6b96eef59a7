"""Convert the bodies of older edits to the format that is written now: the history is never rewritten for it."""

from collections.abc import Callable
from typing import Any

Body = dict[str, Any]


def _say_what_happened(body: Body) -> Body:
    """Convert format 1, in which each change had a `table` and the fields `before` and `after`."""
    return {**body, "format": 2, "changes": [_said(**change) for change in body["changes"]]}


def _said(table: str, id: str, before: Body | None = None, after: Body | None = None) -> Body:
    if before is None:
        return {"made": table, "id": id, **_given(after)}
    if after is None:
        return {"deleted": table, "id": id, **_given(before)}
    changed = {name: [value, *([after[name]] if name in after else [])] for name, value in before.items()}
    return {"changed": table, "id": id, **changed}


def _given(row: Body | None) -> Body:
    if row is None:
        raise ValueError("a change of nothing")
    return row


def _say_it_by_a_sign(body: Body) -> Body:
    """Convert format 2, in which `made`, `changed` or `deleted` named the table, and `id` the row."""
    return {**body, "format": 3, "changes": [_signed(**change) for change in body["changes"]]}


def _signed(
    id: str, made: str | None = None, changed: str | None = None, deleted: str | None = None, **fields: Any
) -> Body:
    ((sign, table),) = ((sign, table) for sign, table in (("+", made), ("~", changed), ("-", deleted)) if table)
    return {f"{sign}{table}": id, **fields}


def _say_that_numbers_are_in_no_claim(body: Body) -> Body:
    """Convert format 3, in which a number that was made or deleted without naming a claim was in none."""
    return {**body, "format": 4, "changes": [_in_no_claim(change) for change in body["changes"]]}


def _in_no_claim(change: Body) -> Body:
    is_whole_number = not change.keys().isdisjoint({"+number", "-number"})
    return {"claim": None} | change if is_whole_number else change


UPCASTERS: tuple[Callable[[Body], Body], ...] = (
    _say_what_happened,
    _say_it_by_a_sign,
    _say_that_numbers_are_in_no_claim,
)
"""Functions that convert the body of an older edit to the next format: the first from 1 to 2, the next from 2 to 3 …

An upgrade of the file that changes what a row is adds a function here.
"""
