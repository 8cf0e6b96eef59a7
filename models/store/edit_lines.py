"""List the edits of the history, newest first, and say in words what each of them was about."""

import json
import sqlite3
from array import array
from collections.abc import Sequence
from typing import NamedTuple

from models.lines.edit_line import EditFilter, EditLine, EditList
from models.store.edit_body import changes_in
from models.store.edit_words import about
from models.store.exported_history import last_edit
from models.store.taken_back import is_taken_back
from models.translation import _

FEW = 300
"""Changes of an edit that are read to say what it was about; of more, the label says enough."""

LINES = f"""
    SELECT edit.row, edit.seq, edit.origin, edit.at, origin.coder, edit.kind, edit.label,
           iif(edit.changes <= {FEW}, edit.body, NULL)
    FROM main.edit JOIN main.origin ON origin.row = edit.origin
    WHERE edit.row IN (SELECT value FROM json_each(?))
"""


DONE = {"undo": _("Undo “{label}”"), "redo": _("Redo “{label}”")}
"""What was done with an edit of an earlier label."""


def edit_list(connection: sqlite3.Connection, wanted: EditFilter) -> EditList:
    """Return the edits that a filter finds. Without a filter nothing but their number is read."""
    coders = tuple(coder for (coder,) in connection.execute("SELECT DISTINCT coder FROM main.origin ORDER BY coder"))
    if wanted == EditFilter():
        return EditList(range(last_edit(connection), 0, -1), coders)
    query, parameters = _query(wanted)
    return EditList(array("q", (row for (row,) in connection.execute(query, parameters))), coders)


def _query(wanted: EditFilter) -> tuple[str, list[str]]:
    """Return the SELECT of the edits that a filter finds, which goes through the shortest list that it asks for."""
    article = "SELECT row FROM history_article WHERE id = ?"
    origins = "SELECT row FROM main.origin WHERE coder = ?"
    lists = [
        (wanted.article, f"edit_in_article WHERE article = ({article})", ""),
        (wanted.concern, "edit_of_kind WHERE kind = ?", "edit IN (SELECT edit FROM edit_of_kind WHERE kind = ?)"),
        (
            wanted.coder,
            f"(SELECT row AS edit FROM main.edit WHERE origin IN ({origins})) WHERE 1",
            f"(SELECT origin FROM main.edit AS its WHERE its.row = edit) IN ({origins})",
        ),
    ]
    asked = [(value, base, condition) for value, base, condition in lists if value]
    conditions = "".join(f" AND {condition}" for _value, _base, condition in asked[1:])
    return f"SELECT edit FROM {asked[0][1]}{conditions} ORDER BY edit DESC", [value for value, _base, _also in asked]


class _Found(NamedTuple):
    """An edit as the file has it; the body of one with very many changes is left out."""

    row: int
    seq: int
    origin: int
    at: str
    coder: str
    kind: str
    label: str
    body: str | None


def edit_lines(connection: sqlite3.Connection, rows: Sequence[int]) -> list[EditLine | None]:
    """Return the edits in some rows of the history, in their order; None for a row that there is not."""
    found = [_Found(*each) for each in connection.execute(LINES, (json.dumps([*rows]),)).fetchall()]
    lines = {each.row: _line(connection, each) for each in found}
    return [lines.get(row) for row in rows]


def _line(connection: sqlite3.Connection, found: _Found) -> EditLine:
    changes = changes_in(found.body, found.coder, found.at) if found.body else []
    taken_back = is_taken_back(connection, found.origin, found.seq)
    done = DONE.get(found.kind, "{label}").format(label=found.label)
    return EditLine(found.row, found.at, found.coder, done, *about(connection, changes), taken_back)
