"""Revert one earlier edit alone: allowed where everything is as it left it, and nothing later goes on from it.

Fields are compared one by one, as for undo. But undo takes back the last edit of a coder, while this one can be any, of
anybody. A whole gesture is reverted, as it is undone.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from models.edits import Change, Edit
from models.entities import Content, Origin, Original, Record, Signed, Span, Variable
from models.ids import Id
from models.lines.edit_line import Reversal
from models.lines.open_places import PLACES
from models.references import REFERENCES
from models.store.as_now import record_now
from models.store.edit_body import CHANGED_AT, RowChange, changes_in, composed, forgotten_in
from models.store.edit_lines import edit_lines
from models.store.history import forgotten
from models.store.in_the_way import LaterEdit, has_other_kind, replaces_text
from models.store.later_edits import GoOn, LaterEdits, article_of_row, users_of
from models.store.reading import text_of
from models.store.rows import TABLES, to_record
from models.store.spans import OF_RECORDS
from models.store.taken_back import end_of_gesture
from models.translation import _

MOST_SHOWN = 3
"""Later edits in the way that are shown, the latest first; the others are counted."""

MOST_COUNTED = 100
"""Later edits in the way that are counted; it makes no difference whether there are more."""

GESTURE = """SELECT each.row, each.kind, each.label, each.body, each.at, origin.coder FROM main.edit AS its
             JOIN main.edit AS each ON each.origin = its.origin AND each.seq BETWEEN its.gesture AND ?
             JOIN main.origin ON origin.row = each.origin WHERE its.row = ? ORDER BY each.seq"""

SPANS = {TABLES[kind]: f"SELECT kept_span.id FROM {of_records}" for kind, of_records in OF_RECORDS.items()}
"""The SELECT of the spans that refer to some records."""


@dataclass(frozen=True, slots=True)
class _Gesture:
    """What is to be reverted: the row of its last edit, the label of the reversal, and what it changed."""

    row: int
    label: str
    changes: tuple[RowChange, ...]


def reversal(connection: sqlite3.Connection, row: int, go_on: GoOn = lambda: None) -> Reversal:
    """Return the edit that reverts the gesture of an edit, by its row in the history, or what stands in the way.

    Whether it can be reverted is told by the rows as they are now, not by the history, which can be long.
    """
    gesture = _gesture(connection, row)
    later = LaterEdits(connection, gesture.row, go_on)
    back = [_back(connection, change) for change in gesture.changes]
    changes = tuple(change for change in reversed(back) if change)
    if len(changes) == len(back) and _fits(connection, changes) and _is_free(connection, gesture.changes, later):
        return Reversal(_with_texts(connection, Edit(gesture.label, changes, keeps_signatures=True)))
    standing = [each.row for each in islice(later.in_the_way(gesture.changes), MOST_COUNTED)]
    lines = edit_lines(connection, standing[:MOST_SHOWN])
    return Reversal(None, tuple(line for line in lines if line), len(standing), more=len(standing) == MOST_COUNTED)


def _is_free(connection: sqlite3.Connection, ours: Sequence[RowChange], later: LaterEdits) -> bool:
    """Return whether nothing since goes on from a change that the rows of now do not show: from another text of an
    article, or from another kind of a variable.
    """
    if not _is_of_this_text(connection, ours, later):
        return False
    others = [change for change in ours if has_other_kind(change)]
    if not any(_is_used_by_others(connection, change.id, ours) for change in others):
        return True
    return next(later.in_the_way(ours), None) is None


def _is_used_by_others(connection: sqlite3.Connection, variable: Id, ours: Sequence[RowChange]) -> bool:
    """Return whether a record that was not changed with a variable refers to it."""
    mine = {change.id for change in ours}
    queries = (f"SELECT id FROM {TABLES[entity]} WHERE {name} = ?" for entity, name in users_of(Variable))
    return any(user not in mine for query in queries for (user,) in connection.execute(query, (variable,)))


def _gesture(connection: sqlite3.Connection, row: int) -> _Gesture:
    origin, seq = connection.execute("SELECT origin, seq FROM main.edit WHERE row = ?", (row,)).fetchone()
    found = connection.execute(GESTURE, (end_of_gesture(connection, origin, seq), row)).fetchall()
    if any(forgotten_in(body) for *_edit, body, _at, _coder in found):
        raise forgotten(found[0][2])
    changes = composed(change for *_edit, body, at, coder in found for change in changes_in(body, coder, at))
    _row, kind, label, *_rest = found[0]
    words = _("Do again: {label}") if kind == "undo" else _("Revert: {label}")
    return _Gesture(found[-1][0], words.format(label=label), tuple(changes))


def _back(connection: sqlite3.Connection, change: RowChange) -> Change | None:
    """Return the change of a row that takes a change back; None if the row is not as it was left."""
    now = record_now(connection, change)
    if change.after is None:
        return Change(None, to_record(change.entity, {"id": change.id, **(change.before or {})})) if not now else None
    if now is None:
        return None
    if change.before is None:
        left = to_record(change.entity, {"id": change.id, **change.after})
        return Change(now, None) if _same(left, now) else None
    if any(getattr(now, name) != value for name, value in change.after.items() if name != CHANGED_AT):
        return None
    fields = {name: value for name, value in change.before.items() if name != CHANGED_AT}
    if fields.get("origin") is Origin.ACCEPTED and change.after.get(CHANGED_AT) not in (None, getattr(now, CHANGED_AT)):
        del fields["origin"]  # something else may have been changed since
    return Change(now, replace(now, **fields))


def _same(left: Record, now: Record) -> bool:
    """Return whether a row is as it was left, whenever it was changed."""
    if isinstance(left, Signed) and isinstance(now, Signed):
        return replace(left, changed_at=now.changed_at) == now
    return left == now


def _fits(connection: sqlite3.Connection, changes: Sequence[Change]) -> bool:
    """Return whether everything that is referred to is there afterwards."""
    after = {change.row.id: change.after for change in changes}
    gone = {change.row.id for change in changes if change.after is None}
    return not _is_used(connection, gone, after) and all(
        _is_there(connection, change.after, after) for change in changes if change.after
    )


def _is_used(connection: sqlite3.Connection, gone: Iterable[Id], after: Mapping[Id, Record | None]) -> bool:
    """Return whether a row that stays refers to one that goes."""
    ids = json.dumps([*gone])
    for entity, references in REFERENCES.items():
        for name, refers in references.items():
            if refers.to in (Content, Original):
                continue
            query = f"SELECT id FROM {TABLES[entity]} WHERE {name} IN (SELECT value FROM json_each(?))"
            query = SPANS.get(name, query) if entity is Span else query
            if any(user not in after for (user,) in connection.execute(query, (ids,))):
                return True
    return False


def _is_there(connection: sqlite3.Connection, row: Record, after: Mapping[Id, Record | None]) -> bool:
    """Return whether every record that a row refers to is there."""
    for name, refers in REFERENCES[type(row)].items():
        wanted, kind = getattr(row, name), refers.to
        if wanted is None or kind is None or not issubclass(kind, Record):
            continue
        if wanted in after:
            if after[wanted] is None:
                return False
        elif not connection.execute(f"SELECT 1 FROM {TABLES[kind]} WHERE id = ?", (wanted,)).fetchone():
            return False
    return True


def _is_of_this_text(connection: sqlite3.Connection, ours: Sequence[RowChange], later: LaterEdits) -> bool:
    """Return whether no place would be put into another text than its own, and no text below other places."""
    placed = {article_of_row(connection, each) for each in ours if each.entity in PLACES and each.before} - {None}
    corrected = {each.id for each in ours if replaces_text(each)}
    if placed and any(map(replaces_text, _since(later.of_articles_themselves(each for each in placed if each)))):
        return False
    return not (corrected and any(each.entity in PLACES for each in _since(later.in_articles(corrected))))


def _since(edits: Iterable[LaterEdit]) -> list[RowChange]:
    """Return what some edits, the latest first, have changed together; what is as it was before is left out."""
    together = composed(change for edit in reversed([*edits]) for change in edit.changes)
    return [each for each in together if each.before != each.after]


def _with_texts(connection: sqlite3.Connection, edit: Edit) -> Edit:
    """Return an edit with the texts that it gives to articles, and those that it takes from them."""
    texts = sorted({sha256 for both in edit.corrected.values() for sha256 in both})
    return replace(edit, contents=tuple(Content(each, text_of(connection, each)) for each in texts))
