"""What was done and can be undone or redone: read from the file, so that it outlives the program.

An edit that takes another back names it. Every edit also keeps what Undo and Redo take back after it,
so that the answer costs the same at the start of a project and after a hundred thousand edits:

* after something new, Undo takes back just that, and there is nothing to redo;
* after an undo, Redo takes back the undo, and Undo what it would have taken back before the edit that is gone;
* after a redo, Undo takes back the redo, and Redo what it would have taken back before the undo that is gone.

An edit that continues what Undo would take back belongs to the same gesture. Undo takes back a whole gesture at once.
"""

import sqlite3
from dataclasses import dataclass

from models.edits import Edit, as_one
from models.errors import Conflict
from models.ids import Id
from models.store.rows import changes_from_json, changes_to_json

COLUMNS = "id, label, coder, at, undoes, changes"


@dataclass(frozen=True, slots=True)
class _Next:
    """What Undo and Redo take back, as rows of the history."""

    undo: int | None = None
    redo: int | None = None


@dataclass(frozen=True, slots=True)
class _Placed:
    """The place of an edit in the history: its kind, the first row of its gesture, and what comes next after it."""

    kind: str
    gesture: int
    then: _Next


def record_edit(connection: sqlite3.Connection, edit: Edit) -> None:
    """Append an edit to the history. Raises Conflict when what it takes back is not what comes next."""
    row = _last_row(connection) + 1
    placed = _placed(connection, edit, row)
    connection.execute(
        f"INSERT INTO edit (row, kind, gesture, then_undo, then_redo, {COLUMNS})"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            row,
            placed.kind,
            placed.gesture,
            placed.then.undo,
            placed.then.redo,
            edit.id,
            edit.label,
            edit.coder,
            edit.at,
            edit.undoes,
            changes_to_json(edit.changes),
        ),
    )


def _placed(connection: sqlite3.Connection, edit: Edit, row: int) -> _Placed:
    """The place of an edit that becomes this row of the history."""
    now = _after(connection, row - 1)
    if edit.undoes is None:
        before = _row_of(connection, edit.continues) if edit.continues else None
        goes_on = before is not None and before == now.undo
        return _Placed("do", _gesture(connection, before) if before and goes_on else row, _Next(undo=row))
    taken = _row_of(connection, edit.undoes)
    if taken is not None and taken == now.undo:
        return _Placed("undo", row, _Next(undo=_after(connection, _gesture(connection, taken) - 1).undo, redo=row))
    if taken is not None and taken == now.redo:
        return _Placed("redo", row, _Next(undo=row, redo=_after(connection, taken - 1).redo))
    raise Conflict(
        "Something else was done or undone in this project since.",
        "Nothing was written; what is in the file is safe.",
        "Open the project again to see it as it is now.",
    )


def _last_row(connection: sqlite3.Connection) -> int:
    (row,) = connection.execute("SELECT coalesce(max(row), 0) FROM edit").fetchone()
    return int(row)


def _row_of(connection: sqlite3.Connection, edit: Id) -> int | None:
    found = connection.execute("SELECT row FROM edit WHERE id = ?", (edit,)).fetchone()
    return found[0] if found else None


def _gesture(connection: sqlite3.Connection, row: int) -> int:
    """The first row of the gesture that a row of the history belongs to."""
    (first,) = connection.execute("SELECT gesture FROM edit WHERE row = ?", (row,)).fetchone()
    return int(first)


def _after(connection: sqlite3.Connection, row: int) -> _Next:
    """What came next after a row of the history; nothing is ever deleted there, so rows follow without a gap."""
    found = connection.execute("SELECT then_undo, then_redo FROM edit WHERE row = ?", (row,)).fetchone()
    return _Next(*found) if found else _Next()


def undoable(connection: sqlite3.Connection) -> Edit | None:
    """The gesture that Undo takes back, as one edit, or None."""
    return _edit(connection, _after(connection, _last_row(connection)).undo)


def redoable(connection: sqlite3.Connection) -> Edit | None:
    """The undo that Redo takes back, or None."""
    return _edit(connection, _after(connection, _last_row(connection)).redo)


def _edit(connection: sqlite3.Connection, row: int | None) -> Edit | None:
    """The edit of a row, with what the same gesture did before it; None for no row."""
    if row is None:
        return None
    first = _gesture(connection, row)
    found = connection.execute(
        f"SELECT {COLUMNS} FROM edit WHERE gesture = ? AND row BETWEEN ? AND ? ORDER BY row", (first, first, row)
    )
    return as_one([_read(*columns) for columns in found])


def _read(edit: Id, label: str, coder: str, at: str, undoes: Id | None, changes: str) -> Edit:  # noqa: PLR0913, PLR0917
    return Edit(label, changes_from_json(changes), id=edit, coder=coder, at=at, undoes=undoes)
