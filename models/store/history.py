"""What was done and can be undone or redone: read from the file, so that it outlives the program.

An edit that takes another back names it. Each edit is taken back at most once; redo takes back an
undo. So what Undo takes back is the newest edit that was done or redone and is not itself taken
back, and what Redo takes back is the newest such undo after which nothing new was done.
"""

from sqlite_utils import Database

from models.edits import Edit
from models.errors import Conflict
from models.store.rows import changes_from_json, changes_to_json

COLUMNS = "id, label, coder, at, undoes, changes"
NOT_TAKEN_BACK = "NOT EXISTS (SELECT 1 FROM edit AS later WHERE later.undoes = edit.id)"


def record_edit(db: Database, edit: Edit) -> None:
    """Append an edit to the history. Raises Conflict when what it undoes was undone already."""
    if edit.undoes and _taken_back(db, edit.undoes):
        raise Conflict("This was undone elsewhere already.", "Nothing was written.", "Open the project again.")
    db.conn.execute(
        "INSERT INTO edit (id, at, coder, kind, label, undoes, changes) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            edit.id,
            edit.at,
            edit.coder,
            _kind(db, edit),
            edit.label,
            edit.undoes,
            changes_to_json(edit.changes),
        ),
    )


def _taken_back(db: Database, edit_id: str) -> bool:
    return db.conn.execute("SELECT 1 FROM edit WHERE undoes = ?", (edit_id,)).fetchone() is not None


def _kind(db: Database, edit: Edit) -> str:
    if edit.undoes is None:
        return "do"
    (kind,) = db.conn.execute("SELECT kind FROM edit WHERE id = ?", (edit.undoes,)).fetchone()
    return "redo" if kind == "undo" else "undo"


def undoable(db: Database) -> Edit | None:
    """The edit that Undo takes back, or None."""
    return _newest(db, f"kind <> 'undo' AND {NOT_TAKEN_BACK}")


def redoable(db: Database) -> Edit | None:
    """The undo that Redo takes back, or None."""
    newest_done = "(SELECT coalesce(max(row), 0) FROM edit WHERE kind = 'do')"
    return _newest(db, f"kind = 'undo' AND row > {newest_done} AND {NOT_TAKEN_BACK}")


def _newest(db: Database, condition: str) -> Edit | None:
    row = db.conn.execute(f"SELECT {COLUMNS} FROM edit WHERE {condition} ORDER BY row DESC LIMIT 1").fetchone()
    if row is None:
        return None
    edit_id, label, coder, at, undoes, changes = row
    return Edit(label, changes_from_json(changes), id=edit_id, coder=coder, at=at, undoes=undoes)
