"""What a project file holds, in brief: how much, and what was done in it last. Files of older versions say it too."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from models.ids import Id
from models.store.history import end_origins
from models.store.opening import check_header, connect
from models.store.problems import explained
from models.store.upgrading import recognised_version
from models.store.versions import VERSIONS
from models.translation import _

WORDS = {"do": "{label}", "undo": _("Undo {label}"), "redo": _("Redo {label}")}
LAST = 20
"""Gestures that are told of."""

COUNTS = "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM claim), (SELECT count(*) FROM number)"
GESTURES = "SELECT kind, label FROM edit WHERE gesture = seq ORDER BY row DESC LIMIT ?"


@dataclass(frozen=True, slots=True)
class Brief:
    """How many articles, claims and numbers a project holds, and its last gestures in words, newest first."""

    articles: int
    claims: int
    numbers: int
    last_edits: tuple[str, ...]


def brief(path: Path) -> Brief:
    """Read a file that nobody has open in brief. Raises an OnrecordError if it is no whole project."""
    check_header(path, VERSIONS.newest)
    with explained(path), closing(connect(path, read_only=True)) as connection:
        recognised_version(path, connection, VERSIONS)
        articles, claims, numbers = connection.execute(COUNTS).fetchone()
        labels = tuple(WORDS[kind].format(label=label) for kind, label in connection.execute(GESTURES, (LAST,)))
        return Brief(articles, claims, numbers, labels)


def last_row(path: Path) -> int:
    """Return the row of the last edit of a project, which this process may have open; 0 before the first.

    Raises an OnrecordError if it cannot be read.
    """
    with explained(path), closing(connect(path, read_only=True)) as connection:
        (row,) = connection.execute("SELECT coalesce(max(row), 0) FROM edit").fetchone()
        return int(row)


def edit_at(path: Path, row: int) -> Id | None:
    """Return the edit in a row of the history of a project, which this process may have open; None if there is none.

    Raises an OnrecordError if it cannot be read.
    """
    with explained(path), closing(connect(path, read_only=True)) as connection:
        found = connection.execute("SELECT id FROM edit WHERE row = ?", (row,)).fetchone()
        return found[0] if found else None


def last_edit(path: Path) -> Id | None:
    """Return the last edit of a project, which this process may have open; None before the first.

    Raises an OnrecordError if it cannot be read.
    """
    return edit_at(path, last_row(path))


def begin_anew(path: Path) -> None:
    """Let the next edit of every coder in a copy begin a new origin (see `models.store.history`). Raises SQLite's
    errors.
    """
    with closing(connect(path)) as connection:
        end_origins(connection)
