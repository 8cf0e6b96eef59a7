"""Tell whether an edit is the same gesture as an earlier one, done once more: ids, coder and time may differ."""

from dataclasses import fields
from typing import Any

from models.edits import Edit
from models.entities import Record
from models.ids import Id

SIGNATURE = frozenset({"coder", "made_at", "changed_at"})
"""The fields of a row that say who made or changed it and when."""

Row = tuple[object, ...]


def repeats(edit: Edit, earlier: Edit) -> bool:
    """Return whether an edit does what an earlier edit would have done. Rows that they make have other ids."""
    if (edit.label, edit.undoes, len(edit.changes)) != (earlier.label, earlier.undoes, len(earlier.changes)):
        return False
    return _shape(edit) == _shape(earlier)


def _shape(edit: Edit) -> list[tuple[Row, Row]]:
    made = {change.row.id: place for place, change in enumerate(edit.changes) if change.before is None}
    return [(_row(change.before, made), _row(change.after, made)) for change in edit.changes]


def _row(row: Record | None, made: dict[Id, int]) -> Row:
    """Return a row without its signature, with the place of a row that the edit makes instead of its id."""
    if row is None:
        return ()
    values: dict[str, Any] = {each.name: getattr(row, each.name) for each in fields(row)}
    kept = (value for name, value in values.items() if name not in SIGNATURE)
    return (type(row), *(made.get(value, value) if isinstance(value, str) else value for value in kept))
