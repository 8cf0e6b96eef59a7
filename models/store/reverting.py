"""Revert one earlier edit alone: allowed where everything is as it left it, and nothing later goes on from it.

Fields are compared one by one, as for undo. But undo takes back the last edit of a coder, while this one can be any, of
anybody. A whole gesture is reverted, as it is undone.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from models.edits import Change, Edit
from models.entities import Article, Content, Origin, Original, Record, Signed, article_of
from models.ids import Id
from models.lines.edit_line import Reversal
from models.lines.open_places import PLACES
from models.references import REFERENCES
from models.store.edit_body import CHANGED_AT, RowChange, changes_in, composed
from models.store.edit_lines import edit_lines
from models.store.in_the_way import LaterEdit, has_other_kind, in_effect, referred, replaces_text, stands_in_the_way
from models.store.reading import text_of
from models.store.rows import TABLES, record_of, to_record
from models.store.taken_back import end_of_gesture
from models.translation import _

MOST_NAMED = 100
"""Rows by whose ids later edits are looked for in the whole history."""

MOST_SHOWN = 3
"""Later edits in the way that are shown, the latest first; the others are counted."""

GESTURE = """SELECT each.row, each.kind, each.label, each.body, each.at, origin.coder FROM main.edit AS its
             JOIN main.edit AS each ON each.origin = its.origin AND each.seq BETWEEN its.gesture AND ?
             JOIN main.origin ON origin.row = each.origin WHERE its.row = ? ORDER BY each.seq"""

LATER = """SELECT edit.row, edit.origin, edit.seq, edit.gesture, edit.undoes, edit.body, edit.at, origin.coder
           FROM main.edit JOIN main.origin ON origin.row = edit.origin WHERE edit.row > ? AND """
IN_ARTICLES = """edit.row IN (SELECT edit FROM edit_in_article WHERE article IN (
                     SELECT row FROM history_article WHERE id IN (SELECT value FROM json_each(?))) AND edit > ?)"""
NAMING = "EXISTS (SELECT 1 FROM json_each(?) AS named WHERE instr(edit.body, named.value))"


@dataclass(frozen=True, slots=True)
class _Gesture:
    """What is to be reverted: the row of its last edit, the label of the reversal, and what it changed."""

    row: int
    label: str
    changes: tuple[RowChange, ...]


def reversal(connection: sqlite3.Connection, row: int) -> Reversal:
    """Return the edit that reverts the gesture of an edit, by its row in the history, or what stands in the way."""
    gesture = _gesture(connection, row)
    back = [_back(connection, change) for change in gesture.changes]
    changes = tuple(change for change in reversed(back) if change)
    later = _later(connection, gesture)
    as_left = len(changes) == len(back) and _fits(connection, changes) and _is_of_this_text(gesture.changes, later)
    free = as_left and not any(map(has_other_kind, gesture.changes))
    standing = [] if free else _standing(gesture, [*later, *_naming(connection, gesture)])
    if as_left and not standing:
        return Reversal(_with_texts(connection, Edit(gesture.label, changes, keeps_signatures=True)))
    lines = edit_lines(connection, sorted(standing, reverse=True)[:MOST_SHOWN])
    return Reversal(None, tuple(line for line in lines if line), len(standing))


def _standing(gesture: _Gesture, later: Sequence[LaterEdit]) -> list[int]:
    """Return the rows of the later edits that stand in the way of reverting a gesture."""
    once = {each.row: each for each in later}
    return [each.row for each in in_effect([*once.values()]) if stands_in_the_way(gesture.changes, each.changes)]


def _gesture(connection: sqlite3.Connection, row: int) -> _Gesture:
    origin, seq = connection.execute("SELECT origin, seq FROM main.edit WHERE row = ?", (row,)).fetchone()
    found = connection.execute(GESTURE, (end_of_gesture(connection, origin, seq), row)).fetchall()
    changes = composed(change for *_edit, body, at, coder in found for change in changes_in(body, coder, at))
    _row, kind, label, *_rest = found[0]
    words = _("Do again: {label}") if kind == "undo" else _("Revert: {label}")
    return _Gesture(found[-1][0], words.format(label=label), tuple(changes))


def _back(connection: sqlite3.Connection, change: RowChange) -> Change | None:
    """Return the change of a row that takes a change back; None if the row is not as it was left."""
    now = record_of(connection, change.entity, change.id)
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


def _is_of_this_text(ours: Sequence[RowChange], later: Sequence[LaterEdit]) -> bool:
    """Return whether no place would be put into another text than its own, and no text below other places."""
    since = composed(change for each in later for change in each.changes)
    differing = [each for each in since if each.before != each.after]
    placed = any(each.entity in PLACES and each.before for each in ours)
    if placed and any(map(replaces_text, differing)):
        return False
    return not (any(map(replaces_text, ours)) and any(each.entity in PLACES for each in differing))


def _later(connection: sqlite3.Connection, gesture: _Gesture) -> list[LaterEdit]:
    """Return the edits that were made since in the same articles."""
    articles = {each for change in gesture.changes if (each := _article(connection, change))}
    query, row = LATER + IN_ARTICLES + " ORDER BY edit.row", gesture.row
    return _read(connection.execute(query, (row, json.dumps(sorted(articles)), row)))


def _naming(connection: sqlite3.Connection, gesture: _Gesture) -> list[LaterEdit]:
    """Return the edits since that name a row of no article, such as a speaker, or one that such a row refers to."""
    ids = {
        change.id for change in gesture.changes if "article" not in {**(change.before or {}), **(change.after or {})}
    }
    for change in gesture.changes:
        ids |= {value for name, value in referred(change.entity, change.before or {}).items() if name != "article"}
    if not ids or len(ids) > MOST_NAMED:
        return []
    return _read(connection.execute(f"{LATER}{NAMING} ORDER BY edit.row", (gesture.row, json.dumps(sorted(ids)))))


def _read(found: sqlite3.Cursor) -> list[LaterEdit]:
    return [
        LaterEdit(row, origin, seq, gesture, undoes, tuple(changes_in(body, coder, at)))
        for row, origin, seq, gesture, undoes, body, at, coder in found.fetchall()
    ]


def _article(connection: sqlite3.Connection, change: RowChange) -> Id | None:
    """Return the article of a row, as far as it is known."""
    if change.entity is Article:
        return change.id
    known = {**(change.before or {}), **(change.after or {})}
    if "article" in known:
        return str(known["article"]) if known["article"] else None
    now = record_of(connection, change.entity, change.id)
    return article_of(now) if now else None


def _with_texts(connection: sqlite3.Connection, edit: Edit) -> Edit:
    """Return an edit with the texts that it gives to articles, and those that it takes from them."""
    texts = sorted({sha256 for both in edit.corrected.values() for sha256 in both})
    return replace(edit, contents=tuple(Content(each, text_of(connection, each)) for each in texts))
