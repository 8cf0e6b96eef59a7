"""Record edits in the history, and find what can be undone or redone, also after the program was closed.

Every edit belongs to an origin: one coder in one copy of the project. The edits of an origin are numbered without a
gap, so that the histories of two copies can be merged, and Undo and Redo take back only edits of the same origin. An
origin begins with a coder's first edit in a file, and continues whenever that coder works on the file again. In a copy
that the program saves, no origin continues: the next edit begins a new one. In a file that was copied outside the
program, origins do continue; if the same coder then works on both files, a merge finds two edits with one number and
has to refuse.

An edit that takes another back names it. Every edit also stores what Undo and Redo take back after it, so that finding
out costs the same at the start of a project and after a hundred thousand edits:

* after something new, Undo takes back just that, and there is nothing to redo;
* after an undo, Redo takes back the undo, and Undo what it would have taken back before the edit that is gone;
* after a redo, Undo takes back the redo, and Redo what it would have taken back before the undo that is gone.

An edit that continues what Undo would take back belongs to the same gesture. Undo takes back a whole gesture at once.
"""

import sqlite3
from dataclasses import dataclass, replace

from models.edits import Change, Edit, HistoryLine
from models.entities import Content
from models.errors import Conflict, NotNext
from models.ids import Id, new_id
from models.store import active_time, edit_subjects
from models.store.as_now import record_now
from models.store.body_writing import body_of
from models.store.edit_body import CHANGED_AT, RowChange, changes_in, composed, forgotten_in
from models.store.reading import text_of
from models.store.rows import to_record
from models.translation import _

SAFE = _("Nothing was written; everything in the file is safe.")


@dataclass(frozen=True, slots=True)
class _Next:
    """The edits that Undo and Redo take back, by their numbers in the same origin."""

    undo: int | None = None
    redo: int | None = None


@dataclass(frozen=True, slots=True)
class _Last:
    """The last edit of an origin, and when it was made: what Undo and Redo take back after it, the ids of both, and
    where the gesture began that Undo takes back.
    """

    seq: int = 0
    at: str | None = None
    then: _Next = _Next()
    undo: Id | None = None
    redo: Id | None = None
    gesture: int | None = None


@dataclass(frozen=True, slots=True)
class _Placed:
    """The place of an edit in its origin: its kind, what it undoes, where its gesture began, what comes next."""

    kind: str
    undoes: int | None
    gesture: int
    then: _Next


def record_edit(connection: sqlite3.Connection, edit: Edit) -> int:
    """Append an edit to the history, and return its row. Raises NotNext if it takes back an edit that is not next to
    be taken back.
    """
    origin = _origin_of(connection, edit.coder) or _begin_origin(connection, edit)
    last = _last(connection, origin)
    seq = last.seq + 1
    placed = _placed(connection, edit, origin, last)
    written = connection.execute(
        "INSERT INTO edit (id, origin, seq, at, kind, label, undoes, gesture, then_undo, then_redo, changes, body)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(edit.id, origin, seq, edit.at, placed.kind, edit.label),
            *(placed.undoes, placed.gesture, placed.then.undo, placed.then.redo, len(edit.changes), body_of(edit)),
        ),
    )
    assert written.lastrowid
    articles = edit_subjects.keep_subjects(connection, written.lastrowid, edit)
    active_time.add(connection, origin, last.at, edit.at or "", articles)
    return written.lastrowid


def _origin_of(connection: sqlite3.Connection, coder: str | None) -> int | None:
    """Return the row of the origin that a coder's edits belong to in this file; None before the first of them."""
    found = connection.execute("SELECT row FROM origin WHERE coder = ? AND here = 1", (coder,)).fetchone()
    return found[0] if found else None


def _begin_origin(connection: sqlite3.Connection, edit: Edit) -> int:
    query = "INSERT INTO origin (id, coder, began_at, here) VALUES (?, ?, ?, 1) RETURNING row"
    ((row,),) = connection.execute(query, (new_id(), edit.coder, edit.at)).fetchall()
    return int(row)


def end_origins(connection: sqlite3.Connection) -> None:
    """Make the next edit of every coder begin a new origin, in a copy that may get into other hands."""
    connection.execute("UPDATE origin SET here = 0")


def _placed(connection: sqlite3.Connection, edit: Edit, origin: int, last: _Last) -> _Placed:
    """Find the place of an edit that follows the last one."""
    now, seq = last.then, last.seq + 1
    if edit.undoes is None:
        goes_on = now.undo and last.undo == edit.continues
        return _Placed("do", None, last.gesture or seq if goes_on else seq, _Next(seq))
    if now.undo and last.undo == edit.undoes:
        first = last.gesture or now.undo
        return _Placed("undo", now.undo, seq, _Next(undo=_after(connection, origin, first - 1).undo, redo=seq))
    if now.redo and last.redo == edit.undoes:
        return _Placed("redo", now.redo, seq, _Next(undo=seq, redo=_after(connection, origin, now.redo - 1).redo))
    raise _not_next()


def _not_next() -> NotNext:
    """Return the error for an edit that is not next to be taken back any more."""
    return NotNext(
        _("Something else has been done or undone in this project since."),
        SAFE,
        _("Open the project again to see it as it is now."),
    )


def next_row(connection: sqlite3.Connection, coder: str | None, edit: Id | None) -> int | None:
    """Return the row of an edit that Undo or Redo takes back next for a coder; None if it is another."""
    origin = _origin_of(connection, coder)
    if origin is None:
        return None
    last = _last(connection, origin)
    seq = last.then.undo if last.undo == edit else last.then.redo if last.redo == edit else None
    query = "SELECT row FROM edit WHERE origin = ? AND seq = ?"
    found = connection.execute(query, (origin, seq)).fetchone()
    return found[0] if found else None


def _last(connection: sqlite3.Connection, origin: int) -> _Last:
    found = connection.execute(
        """SELECT last.seq, last.at, last.then_undo, last.then_redo, undo.id, redo.id, undo.gesture FROM edit AS last
           LEFT JOIN edit AS undo ON undo.origin = last.origin AND undo.seq = last.then_undo
           LEFT JOIN edit AS redo ON redo.origin = last.origin AND redo.seq = last.then_redo
           WHERE last.origin = ? ORDER BY last.seq DESC LIMIT 1""",
        (origin,),
    ).fetchone()
    if found is None:
        return _Last()
    seq, at, undo, redo, *rest = found
    return _Last(seq, at, _Next(undo, redo), *rest)


def _after(connection: sqlite3.Connection, origin: int, seq: int) -> _Next:
    """Return what came next after an edit; the edits of an origin are never deleted and follow without a gap."""
    query = "SELECT then_undo, then_redo FROM edit WHERE origin = ? AND seq = ?"
    found = connection.execute(query, (origin, seq)).fetchone()
    return _Next(*found) if found else _Next()


def undoable(connection: sqlite3.Connection, coder: str) -> HistoryLine | None:
    """Return the gesture that Undo takes back for a coder, or None."""
    origin = _origin_of(connection, coder)
    return _line(connection, origin, _last(connection, origin).then.undo) if origin else None


def redoable(connection: sqlite3.Connection, coder: str) -> HistoryLine | None:
    """Return the undo that Redo takes back for a coder, or None."""
    origin = _origin_of(connection, coder)
    return _line(connection, origin, _last(connection, origin).then.redo) if origin else None


def _line(connection: sqlite3.Connection, origin: int, seq: int | None) -> HistoryLine | None:
    found = connection.execute(
        """SELECT last.id, first.label, origin.coder, last.at, (
               SELECT sum(changes) FROM edit WHERE origin = last.origin AND seq BETWEEN last.gesture AND last.seq)
           FROM edit AS last JOIN edit AS first ON first.origin = last.origin AND first.seq = last.gesture
           JOIN origin ON origin.row = last.origin WHERE last.origin = ? AND last.seq = ?""",
        (origin, seq),
    ).fetchone()
    return HistoryLine(*found) if found else None


def read_edit(connection: sqlite3.Connection, line: HistoryLine) -> Edit:
    """Read the gesture that ends with a line of the history, as one edit of the rows as they are now.

    The inverse of this edit undoes the gesture. Raises NotNext if it is not next to be taken back, and Conflict if a
    field that it changed has been changed since; other fields of the same row may have been.
    """
    row = next_row(connection, line.coder, line.id)
    if row is None:
        raise _not_next()
    found = connection.execute(
        """SELECT each.body, each.at FROM edit AS last JOIN edit AS each
           ON each.origin = last.origin AND each.seq BETWEEN last.gesture AND last.seq
           WHERE last.row = ? ORDER BY each.seq""",
        (row,),
    ).fetchall()
    if any(forgotten_in(body) for body, _at in found):
        raise forgotten(line.label)
    changes = composed(change for body, at in found for change in changes_in(body, line.coder, at))
    as_now = tuple(_as_now(connection, change, line.label) for change in changes)
    edit = Edit(line.label, as_now, id=line.id, coder=line.coder, at=line.at)
    texts = {sha256 for before_and_after in edit.corrected.values() for sha256 in before_and_after}
    return replace(edit, contents=tuple(Content(each, text_of(connection, each)) for each in sorted(texts)))


def forgotten(label: str) -> Conflict:
    """Return the error for a gesture that cannot be taken back, because what it changed was forgotten."""
    return Conflict(
        _("“{label}” cannot be undone or redone, because what it changed was forgotten for good.").format(label=label),
        SAFE,
        _("Earlier edits cannot be undone either."),
    )


def overtaken(label: str) -> Conflict:
    """Return the error for a gesture that cannot be taken back, because others have gone on from it."""
    return Conflict(
        _("“{label}” cannot be undone or redone, because what it changed has been changed or used since.").format(
            label=label
        ),
        SAFE,
        _("Earlier edits cannot be undone either. Make the changes by hand instead."),
    )


def _as_now(connection: sqlite3.Connection, change: RowChange, label: str) -> Change:
    """Return a change from the history as one of the whole row, whose other fields may have changed since."""
    if change.before is None or change.after is None:
        before, after = (
            to_record(change.entity, {"id": change.id, **row}) if row is not None else None
            for row in (change.before, change.after)
        )
        return Change(before, after)
    now = record_now(connection, change)
    if now is None or any(getattr(now, name) != value for name, value in change.after.items() if name != CHANGED_AT):
        raise overtaken(label)
    fields = dict(change.before)
    if fields.get(CHANGED_AT) and getattr(now, CHANGED_AT) != change.after[CHANGED_AT]:
        del fields[CHANGED_AT]  # the row has been changed since, and the time of that change is kept
    return Change(replace(now, **fields), now)
