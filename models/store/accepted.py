"""Keep apart what was accepted as it was suggested and what a coder has changed since.

This is the only place where a record gets another origin. It sees every edit just before it is written, so that no
action and no import can forget it. What it adds is part of the edit: memory and history follow it, and undo takes it
back with the rest.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from models.edits import Change, Edit
from models.entities import Claim, Number, Origin, Record, Span, Speaker
from models.ids import Id
from models.records import owner
from models.store.rows import select_in

SUGGESTED: dict[type[Record], tuple[str, ...]] = {
    Claim: ("speaker", "mode"),
    Number: ("value", "upper", "qualifier", "unit", "counted"),
}
"""What a suggestion says of a record, besides its words. Notes, summaries and answers are the coder's in any case."""


def with_origins(connection: sqlite3.Connection, edit: Edit) -> Edit:
    """Return a signed edit that also says of the accepted records that it changes that they are changed.

    An edit that takes another back restores what was there. A text that is corrected carries its records along, and a
    speaker who is merged with another is still the same speaker.
    """
    if edit.undoes or not edit.concerns(Claim, Number, Span):
        return edit
    own = {change.row.id: change for change in edit.changes_of(Claim, Number)}
    touched = {*_of_spans(edit), *(each for each, change in own.items() if _differs(change, edit))}
    marked = {each: _marked(change, edit) for each, change in own.items() if each in touched}
    others = [_marked(Change(row, row), edit) for row in _read(connection, touched - own.keys())]
    changes = (*(marked.get(change.row.id, change) for change in edit.changes), *others)
    return replace(edit, changes=changes) if changes != edit.changes else edit


def _of_spans(edit: Edit) -> Iterator[Id]:
    """Yield the claims and numbers of the spans that an edit makes, moves or deletes."""
    for change in edit.changes_of(Span):
        yield from (owner(row) for row in (change.before, change.after) if isinstance(row, Span))


def _differs(change: Change, edit: Edit) -> bool:
    """Return whether something that was suggested is another after a change of a claim or number."""
    before, after = change.before, change.after
    if before is None or after is None:
        return False
    names = {name for name in SUGGESTED[type(before)] if getattr(before, name) != getattr(after, name)}
    return bool(names - {"speaker"} if _is_merged(change, edit) else names)


def _is_merged(change: Change, edit: Edit) -> bool:
    """Return whether a claim gets the speaker with whom an edit merges its own, who is deleted."""
    before, after = change.before, change.after
    if not isinstance(before, Claim) or not isinstance(after, Claim) or not after.speaker:
        return False
    return before.speaker in {speaker.id for speaker in edit.gone(Speaker)}


def _read(connection: sqlite3.Connection, ids: set[Id]) -> list[Claim | Number]:
    """Return the claims and numbers with these ids that are in the file."""
    kinds: tuple[type[Claim | Number], ...] = (Claim, Number)
    return [row for kind in kinds for row in select_in(connection, kind, "id", ids)] if ids else []


def _marked(change: Change, edit: Edit) -> Change:
    """Return a change that also says that an accepted record is changed, unless its text is corrected."""
    before, after = change.before, change.after
    if not isinstance(before, Claim | Number) or not isinstance(after, Claim | Number):
        return change
    if before.origin is not Origin.ACCEPTED or before.article in edit.corrected:
        return change
    return Change(before, replace(after, origin=Origin.CHANGED, changed_at=edit.at))
