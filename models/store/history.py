"""What was done and can be undone or redone: read from the file, so that it outlives the program.

An edit that takes another back names it. Every edit also keeps what Undo and Redo take back after it,
so that the answer costs the same at the start of a project and after a hundred thousand edits:

* after something new, Undo takes back just that, and there is nothing to redo;
* after an undo, Redo takes back the undo, and Undo what it would have taken back before the edit that is gone;
* after a redo, Undo takes back the redo, and Redo what it would have taken back before the undo that is gone.
"""

import sqlite3
from dataclasses import dataclass

from models.edits import Edit
from models.errors import Conflict
from models.ids import Id
from models.store.rows import changes_from_json, changes_to_json

COLUMNS = "id, label, coder, at, undoes, changes"


@dataclass(frozen=True, slots=True)
class _Next:
    """What Undo and Redo take back, as rows of the history."""

    undo: int | None = None
    redo: int | None = None


def record_edit(connection: sqlite3.Connection, edit: Edit) -> None:
    """Append an edit to the history. Raises Conflict when what it takes back is not what comes next."""
    row = _last_row(connection) + 1
    kind, then = _placed(connection, edit, row)
    connection.execute(
        f"INSERT INTO edit (row, kind, then_undo, then_redo, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            row,
            kind,
            then.undo,
            then.redo,
            edit.id,
            edit.label,
            edit.coder,
            edit.at,
            edit.undoes,
            changes_to_json(edit.changes),
        ),
    )


def _placed(connection: sqlite3.Connection, edit: Edit, row: int) -> tuple[str, _Next]:
    """The kind of an edit that becomes this row of the history, and what comes next after it."""
    if edit.undoes is None:
        return "do", _Next(undo=row)
    now, taken = _after(connection, row - 1), _row_of(connection, edit.undoes)
    if taken is not None and taken == now.undo:
        return "undo", _Next(undo=_after(connection, taken - 1).undo, redo=row)
    if taken is not None and taken == now.redo:
        return "redo", _Next(undo=row, redo=_after(connection, taken - 1).redo)
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


def _after(connection: sqlite3.Connection, row: int) -> _Next:
    """What came next after a row of the history; nothing is ever deleted there, so rows follow without a gap."""
    found = connection.execute("SELECT then_undo, then_redo FROM edit WHERE row = ?", (row,)).fetchone()
    return _Next(*found) if found else _Next()


def undoable(connection: sqlite3.Connection) -> Edit | None:
    """The edit that Undo takes back, or None."""
    return _edit(connection, _after(connection, _last_row(connection)).undo)


def redoable(connection: sqlite3.Connection) -> Edit | None:
    """The undo that Redo takes back, or None."""
    return _edit(connection, _after(connection, _last_row(connection)).redo)


def _edit(connection: sqlite3.Connection, row: int | None) -> Edit | None:
    found = connection.execute(f"SELECT {COLUMNS} FROM edit WHERE row = ?", (row,)).fetchone()
    if found is None:
        return None
    edit_id, label, coder, at, undoes, changes = found
    return Edit(label, changes_from_json(changes), id=edit_id, coder=coder, at=at, undoes=undoes)
