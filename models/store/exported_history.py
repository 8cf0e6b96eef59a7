"""Read the rows of the history that exports show: the edits themselves, and the coders who made them.

Edits are never changed or deleted, so those of a moment are the ones up to the last row of that moment. They are read
some at a time, because nobody can write to the file while a row is read.
"""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from models.ids import Id
from models.lines.active_time import MINUTE, in_minutes

AT_ONCE = 1_000
"""Edits that are read at a time."""


class EditCells(NamedTuple):
    """An edit without what it changed. `undoes` is the edit that it takes back; `changes` counts rows."""

    row: int
    id: Id
    origin: Id
    seq: int
    coder: str
    at: str
    kind: str
    label: str
    undoes: Id | None
    changes: int


EDITS = """
    SELECT edit.row, edit.id, origin.id, edit.seq, origin.coder, edit.at, edit.kind, edit.label, undone.id, edit.changes
    FROM main.edit JOIN main.origin ON origin.row = edit.origin
    LEFT JOIN main.edit AS undone ON undone.origin = edit.origin AND undone.seq = edit.undoes
    WHERE edit.row > ? AND edit.row <= ? ORDER BY edit.row LIMIT ?
"""


class ActiveTimeCells(NamedTuple):
    """For how many minutes a coder was at work on an article."""

    article: Id
    coder: str
    minutes: float


class CoderCells(NamedTuple):
    """A coder: how many records of each kind they made, how many edits, and when they made the first and the last.

    `active_minutes` are those on the articles that are there.
    """

    coder: str
    articles: int
    speakers: int
    claims: int
    numbers: int
    answers: int
    edits: int
    first_at: str | None
    last_at: str | None
    active_minutes: float | None


SIGNED = ("article", "speaker", "alias", "claim", "number", "variable", "choice", "answer", "anchor")
"""The tables whose rows name their coder, as far as they are exported."""

MADE = ("article", "speaker", "claim", "number", "answer")
"""The tables whose rows are counted for each coder, in the order of their cells."""

HISTORY = "SELECT origin, count(*) AS edits, min(seq) AS first, max(seq) AS last FROM main.edit WHERE row <= :last_edit"
"""What each origin did. It needs an index alone."""

KNOWN = f"""
    {" UNION ".join(f"SELECT coder FROM {table}" for table in SIGNED)} UNION
    SELECT coder FROM main.origin WHERE row IN (SELECT origin FROM main.edit WHERE row <= :last_edit)
"""
ACTIVE = """
    SELECT article.id AS article, origin.coder, sum(time) AS time
    FROM active_time JOIN history_article ON history_article.row = active_time.article
    JOIN article ON article.id = history_article.id JOIN main.origin ON origin.row = active_time.origin
    GROUP BY article.id, origin.coder
"""
"""The milliseconds of each coder on each article that is exported."""

CODERS = f"""
    WITH known AS ({KNOWN}), history AS (
        SELECT origin.coder, sum(done.edits) AS edits, min(first.at) AS first_at, max(last.at) AS last_at
        FROM ({HISTORY} GROUP BY origin) AS done JOIN main.origin ON origin.row = done.origin
        JOIN main.edit AS first ON first.origin = done.origin AND first.seq = done.first
        JOIN main.edit AS last ON last.origin = done.origin AND last.seq = done.last
        GROUP BY origin.coder
    )
    SELECT known.coder, {", ".join(f"coalesce({table}_made.count, 0)" for table in MADE)},
           coalesce(history.edits, 0), history.first_at, history.last_at, active.minutes
    FROM known LEFT JOIN history USING (coder)
    LEFT JOIN (SELECT coder, round(sum(time) / {MINUTE}.0, 1) AS minutes FROM ({ACTIVE}) GROUP BY coder) AS active
    USING (coder)
    {
    " ".join(
        f"LEFT JOIN (SELECT coder, count(*) AS count FROM {table} GROUP BY coder) AS {table}_made USING (coder)"
        for table in MADE
    )
}
    ORDER BY known.coder
"""


def last_edit(connection: sqlite3.Connection) -> int:
    """Return the row of the last edit; 0 before the first."""
    (row,) = connection.execute("SELECT coalesce(max(row), 0) FROM main.edit").fetchone()
    return int(row)


def edits(connection: sqlite3.Connection, last: int) -> Iterator[EditCells]:
    """Yield every edit up to the one in the row `last`, in the order in which they came into the file."""
    row = 0
    while some := [EditCells(*each) for each in connection.execute(EDITS, (row, last, AT_ONCE)).fetchall()]:
        yield from some
        row = some[-1].row


def coders(connection: sqlite3.Connection, last: int) -> Iterator[CoderCells]:
    """Yield everybody who made a record or an edit up to the one in the row `last`, by their initials."""
    for row in connection.execute(CODERS, {"last_edit": last}).fetchall():
        yield CoderCells(*row)


def active_times(connection: sqlite3.Connection) -> Iterator[ActiveTimeCells]:
    """Yield for how long each coder was at work on each article, in the order of import."""
    for article, coder, time in connection.execute(f"{ACTIVE} ORDER BY 1, 2").fetchall():
        yield ActiveTimeCells(article, coder, in_minutes(time))
