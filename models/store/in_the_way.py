"""Tell which later edits stand in the way of reverting an earlier one: they build on what it did."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from models.entities import Article, Record, Variable
from models.ids import Id
from models.lines.open_places import PLACES
from models.references import REFERENCES
from models.store.edit_body import CHANGED_AT, RowChange

SILENT = {CHANGED_AT, "origin"}
"""Fields that follow from the change of others."""


@dataclass(frozen=True, slots=True)
class LaterEdit:
    """An edit after the one to be reverted: its row, its number in its origin, what it takes back, what it changed."""

    row: int
    origin: int
    seq: int
    undoes: int | None
    changes: tuple[RowChange, ...]


Taken = Callable[[LaterEdit], range | None]
"""Returns the numbers in the same origin of the gesture that an undo or redo takes back; None if that was done before
the edit to be reverted.
"""


def in_effect(newest_first: Iterable[LaterEdit], taken: Taken) -> Iterator[LaterEdit]:
    """Yield the edits that count: an edit and the undo that took it back are left out together."""
    gone = set[tuple[int, int]]()
    for each in newest_first:
        if (each.origin, each.seq) in gone:
            continue
        back = taken(each) if each.undoes else None
        if back is None:
            yield each
        else:
            gone |= {(each.origin, seq) for seq in back}


def stands_in_the_way(ours: Sequence[RowChange], later: Iterable[RowChange]) -> bool:
    """Return whether a later edit changed what an edit had changed, uses what it made, or took away what it needs."""
    mine = {each.id: each for each in ours}
    used = {each.id for each in ours if each.before is None or has_other_kind(each)}
    needed = {value for each in ours if each.before for value in referred(each.entity, each.before).values()}
    corrected = any(map(replaces_text, ours))
    placed = any(each.entity in PLACES and each.before for each in ours)
    return any(
        _changes_again(mine.get(each.id), each)
        or (each.after is not None and not used.isdisjoint(referred(each.entity, each.after).values()))
        or (each.after is None and each.id in needed)
        or (placed and replaces_text(each))
        or (corrected and each.entity in PLACES)
        for each in later
    )


def _changes_again(mine: RowChange | None, later: RowChange) -> bool:
    if mine is None:
        return False
    if mine.after is None or later.after is None:
        return True
    names = later.after.keys() - SILENT
    return bool(names) if mine.before is None else not names.isdisjoint(mine.after.keys())


def replaces_text(change: RowChange) -> bool:
    """Return whether a change gives an article another text."""
    if change.entity is not Article or change.before is None or change.after is None:
        return False
    return bool(change.before.get("content") != change.after.get("content"))


def has_other_kind(change: RowChange) -> bool:
    """Return whether a change gives a variable another kind, by which all later answers were given."""
    return change.entity is Variable and change.before is not None and "kind" in (change.after or {})


def referred(entity: type[Record], fields: dict[str, Any]) -> dict[str, Id]:
    """Return the records that some fields of a row refer to, by the names of the fields."""
    return {name: fields[name] for name in REFERENCES[entity] if fields.get(name)}
