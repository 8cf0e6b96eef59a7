"""List the edits of the history, newest first, and say in words what each of them was about."""

import json
import sqlite3
from array import array
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from models.lines.edit_line import Concern, EditFilter, EditLine, EditList
from models.store.active_time import active_total
from models.store.edit_body import changes_in
from models.store.edit_words import About, about_many, about_one
from models.store.exported_history import last_edit
from models.store.taken_back import is_taken_back
from models.translation import _, counted

FEW = 300
"""Changes of an edit whose records are named; of more, their kinds are counted."""

MOST = 20_000
"""Changes that are counted by their kinds, which takes half a second; of more, all of them are."""

LINES = f"""
    SELECT edit.row, edit.seq, edit.origin, edit.at, origin.coder, edit.kind, edit.label, edit.changes,
           iif(edit.changes <= {MOST}, edit.body, NULL)
    FROM main.edit JOIN main.origin ON origin.row = edit.origin
    WHERE edit.row IN (SELECT value FROM json_each(?))
"""


OF_KIND = "EXISTS (SELECT 1 FROM edit_of_kind WHERE kind = ?4 AND edit_of_kind.edit = {edit})"
"""The condition that an edit concerns something."""
BY_ORIGINS = "(SELECT origin FROM main.edit WHERE row = its.edit) IN (SELECT value FROM json_each(?2))"
"""The condition that it is of a coder."""

ALL = -1
"""No limit in SQL."""
RARE = 20_000
"""Edits of a kind whose coders are looked up."""

DONE = {"undo": _("Undo: {label}"), "redo": _("Redo: {label}")}
"""What was done with an edit of an earlier label."""


def edit_list(connection: sqlite3.Connection, wanted: EditFilter, most: int = ALL) -> EditList:
    """Return the edits that a filter finds, by default all of them. Without a filter only their number is read."""
    coders = tuple(coder for (coder,) in connection.execute("SELECT DISTINCT coder FROM main.origin ORDER BY coder"))
    active = None if wanted.concern or most != ALL else active_total(connection, wanted.article, wanted.coder)
    return EditList(_found(connection, wanted, most), coders, active)


def _found(connection: sqlite3.Connection, wanted: EditFilter, most: int) -> Sequence[int]:
    if wanted == EditFilter():
        return range(last_edit(connection), 0, -1)
    origins = [row for (row,) in connection.execute("SELECT row FROM main.origin WHERE coder = ?", (wanted.coder,))]
    if wanted.article:
        return _of_article(connection, wanted, origins, most)
    if wanted.coder and not _is_rare(connection, wanted.concern):
        return _of_coder(connection, wanted, origins, most)
    query = f"""SELECT edit FROM edit_of_kind AS its WHERE kind = ?1 AND (?2 IS NULL OR {BY_ORIGINS})
                ORDER BY edit DESC LIMIT ?3"""
    return _rows(connection, query, wanted.concern, json.dumps(origins) if wanted.coder else None, most)


def _is_rare(connection: sqlite3.Connection, concern: Concern | None) -> bool:
    """Return whether so few edits concern something that it takes less time to look up who made each."""
    query = "SELECT count(*) FROM (SELECT 1 FROM edit_of_kind WHERE kind = ? LIMIT ?)"
    (count,) = connection.execute(query, (concern, RARE + 1)).fetchone()
    return concern is not None and count <= RARE


def _of_article(connection: sqlite3.Connection, wanted: EditFilter, origins: Sequence[int], most: int) -> Sequence[int]:
    query = f"""SELECT edit FROM edit_in_article AS its
                WHERE article = (SELECT row FROM history_article WHERE id = ?1) AND (?2 IS NULL OR {BY_ORIGINS})
                AND (?4 IS NULL OR {OF_KIND.format(edit="its.edit")}) ORDER BY edit DESC LIMIT ?3"""
    by = json.dumps(origins) if wanted.coder else None
    return _rows(connection, query, wanted.article, by, most, wanted.concern)


def _of_coder(connection: sqlite3.Connection, wanted: EditFilter, origins: Sequence[int], most: int) -> Sequence[int]:
    """Return the edits of a coder: those of each origin stand in the order of its numbers, and need no sorting."""
    query = f"""SELECT row FROM main.edit AS its
                WHERE origin = ?1 AND (?4 IS NULL OR {OF_KIND.format(edit="its.row")}) ORDER BY seq DESC LIMIT ?3"""
    found = [_rows(connection, query, origin, None, most, wanted.concern) for origin in origins]
    if len(found) == 1:
        return found[0]
    together = sorted(chain.from_iterable(found), reverse=True)
    return array("q", together if most == ALL else together[:most])


def _rows(connection: sqlite3.Connection, query: str, *parameters: object) -> Sequence[int]:
    return array("q", (row for (row,) in connection.execute(query, parameters)))


class _Found(NamedTuple):
    """An edit as the file has it; the body of one with very many changes is left out."""

    row: int
    seq: int
    origin: int
    at: str
    coder: str
    kind: str
    label: str
    changes: int
    body: str | None


def edit_lines(connection: sqlite3.Connection, rows: Sequence[int]) -> list[EditLine | None]:
    """Return the edits in some rows of the history, in their order; None for a row that there is not."""
    found = [_Found(*each) for each in connection.execute(LINES, (json.dumps([*rows]),)).fetchall()]
    lines = {each.row: _line(connection, each) for each in found}
    return [lines.get(row) for row in rows]


def _line(connection: sqlite3.Connection, found: _Found) -> EditLine:
    taken_back = is_taken_back(connection, found.origin, found.seq)
    done = DONE.get(found.kind, "{label}").format(label=found.label)
    about = _about(connection, found)
    return EditLine(
        *(found.row, found.at, found.coder, done, about.words, about.article, about.title, about.place, taken_back)
    )


def _about(connection: sqlite3.Connection, found: _Found) -> About:
    if found.body is None:
        return About(counted("{count:,} change", "{count:,} changes", found.changes))
    changes = changes_in(found.body, found.coder, found.at)
    return about_one(connection, changes, found.row) if found.changes <= FEW else about_many(connection, changes)
