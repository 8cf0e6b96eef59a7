"""Follow the references between records when a record is deleted or replaced by another.

The fields of `models.entities` say what they refer to.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, get_type_hints

from models.edits import Change, changed, deleted
from models.entities import ENTITIES, OnDelete, Record, Refers


def _references(kind: type[Record]) -> dict[str, Refers]:
    hints = get_type_hints(kind, include_extras=True)
    marks = ((name, mark) for name, hint in hints.items() for mark in getattr(hint, "__metadata__", ()))
    return {name: replace(mark, to=mark.to or kind) for name, mark in marks if isinstance(mark, Refers)}


REFERENCES = {kind: _references(kind) for kind in ENTITIES}
"""The fields of each class of records that refer to others."""


def deletion(records: Sequence[Record], rows: Iterable[Record]) -> tuple[Change, ...]:
    """Return the changes that delete some records, and everything among these rows that belongs to them.

    A row that merely refers to a deleted record stays, without the reference. Each row is deleted before the one it
    refers to, and those of a class from the last to the first, so that undo restores them in their order.
    """
    gone = {record.id: record for record in records}
    cleared: list[Change] = []
    for row in sorted(rows, key=_place):
        found = {name: refers for name, refers in REFERENCES[type(row)].items() if getattr(row, name) in gone}
        if any(refers.on_delete is OnDelete.CASCADE for refers in found.values()):
            gone[row.id] = row
        elif found and row.id not in gone:
            cleared.append(changed(row, **dict.fromkeys(found)))
    in_order = sorted(gone.values(), key=_place)
    return (*cleared, *map(deleted, reversed(in_order)))


def redirection(gone: Sequence[Record], kept: Record, rows: Iterable[Record]) -> Iterator[Change]:
    """Yield the changes that make rows refer to another record of the same class, in place of some that go."""
    ids = {record.id for record in gone}
    for row in rows:
        fields = [name for name, refers in REFERENCES[type(row)].items() if refers.to is type(kept)]
        found: dict[str, Any] = {name: kept.id for name in fields if getattr(row, name) in ids}
        if found:
            yield changed(row, **found)


def _place(record: Record) -> int:
    """Return the index of the record's class among the entities; each refers only to classes before it."""
    return ENTITIES.index(type(record))
