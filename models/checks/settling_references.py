"""Settle what refers to a record that is not there: it is put back from the history, or the reference is cleared."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from models.edits import Change, deleted
from models.entities import ENTITIES, Record, Variable
from models.ids import Id
from models.references import REFERENCES
from models.store.dangling import Dangling
from models.store.salvage.loose_ends import FREED

REFERRED = {refers.to for fields in REFERENCES.values() for refers in fields.values()}
"""The classes of records that others refer to. One of these is not deleted because of what it refers to itself."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What changes, and the records for which nothing safe can be done."""

    changes: tuple[Change, ...]
    left: tuple[Record, ...]


def settle(found: Iterable[Dangling], by_history: Iterable[Change]) -> Settled:
    """Repair the references of some records. What is missing is put back as the history has it, with what belongs to it
    and is missing too; otherwise the field is cleared, or the record is deleted if it means nothing without it.
    """
    found, known = tuple(found), {change.row.id: change for change in by_history}
    changes = _put_back({each.missing for each in found}, known)
    left = list[Record]()
    for each in found:
        kind, record = type(each.record), each.record
        if each.missing in changes:
            continue
        if record.id in known:
            changes[record.id] = known[record.id]
        elif (kind, each.field) in FREED:
            now = changes[record.id].after if record.id in changes else record
            changes[record.id] = Change(record, now and _freed(now, each.field))
        elif kind not in REFERRED:
            changes[record.id] = deleted(record)
        else:
            left.append(record)
    in_order = sorted(changes.values(), key=lambda change: ENTITIES.index(type(change.row)))
    return Settled(tuple(in_order), tuple(left))


def _freed(record: Record, field: str) -> Record:
    without: dict[str, Any] = {field: None, "shown_for": None} if isinstance(record, Variable) else {field: None}
    return replace(record, **without)


def _put_back(wanted: set[Id], known: dict[Id, Change]) -> dict[Id, Change]:
    """Return the changes that put back some records, what these refer to, and what belongs to them."""
    missing = {record: change for record, change in known.items() if change.before is None}
    found: dict[Id, Change] = {}
    while more := {
        record: change
        for record, change in missing.items()
        if record not in found and (record in wanted or not found.keys().isdisjoint(_named(change.row)))
    }:
        found |= more
        wanted = wanted | {name for change in more.values() for name in _named(change.row)}
    return found


def _named(record: Record) -> Iterator[Id]:
    """Yield the records that one refers to."""
    return (value for name in REFERENCES[type(record)] if (value := getattr(record, name)))
