"""Make a project compact, and forget what was deleted: in a new file, which takes the place of the old one when whole.

The new file is a copy without free pages, in which the texts, files and words that no record has are gone also from the
history and the index of filters. The project is locked for writing meanwhile. Whatever happens before the new file gets
the name of the project, the project is as it was.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from models.disk_room import expect_room
from models.entities import Record
from models.errors import Interrupted, NotSaved
from models.files import clear_parts, complete, give_name
from models.store import active_time, edit_subjects
from models.store.body_writing import Kept
from models.store.copying import write_out
from models.store.forgotten import Forgetting, Gone
from models.store.opening import connect, damaged
from models.store.problems import explained
from models.store.schema import EDIT_RULES, statements
from models.store.soundness import sound
from models.store.stopping import stopping
from models.store.structure import structure_of
from models.store.versions import VERSIONS, structure
from models.translation import _
from models.watching import UNWATCHED, Watch

SAFE = _("The project was not changed.")

AT_ONCE = 1_000
"""Edits that are read at a time."""

UNUSED = {
    "content": "sha256 NOT IN (SELECT content FROM article)",
    "original": "sha256 NOT IN (SELECT original FROM article WHERE original IS NOT NULL)",
}
"""The condition of texts and of files that no article has."""
SIZES = {"content": "length(CAST(text AS BLOB))", "original": "length(data)"}
HASHES = {"contents": "content", "originals": "original"}

EDITS = """SELECT edit.row, body, label, origin.coder, at FROM edit JOIN origin ON origin.row = edit.origin
           WHERE edit.row > ? ORDER BY edit.row LIMIT ?"""
WITHOUT = "UPDATE edit SET body = ?, label = ? WHERE row = ?"


@dataclass(frozen=True, slots=True)
class Forgettable:
    """What a project would forget, with sizes in bytes; `gone` has the rows that only the history has."""

    texts: int
    text_bytes: int
    files: int
    file_bytes: int
    free_bytes: int
    size: int
    edits: int
    rows: dict[type[Record], int] = field(default_factory=dict)
    last: tuple[str, str, str] | None = None
    """The label, the coder and the time of the last edit that cannot be undone any more."""

    @property
    def nothing(self) -> bool:
        """Whether nothing was deleted that is still in the file."""
        return not (self.texts or self.files or self.edits)


def forgettable(path: Path, watch: Watch = UNWATCHED) -> Forgettable:
    """Find out what a project would forget, which may be open. Raises Interrupted, or an OnrecordError."""
    with explained(path), closing(connect(path, read_only=True)) as connection:
        texts, text_bytes = _unused(connection, "content")
        files, file_bytes = _unused(connection, "original")
        gone = Gone()
        for found, _row, _left in _edits(connection, watch):
            gone = found
        (page,), (free,) = (connection.execute(f"PRAGMA {each}").fetchone() for each in ("page_size", "freelist_count"))
        size = path.stat().st_size
        return Forgettable(
            *(texts, text_bytes, files, file_bytes, page * free, size), gone.edits, dict(gone.rows), gone.last
        )


def _unused(connection: sqlite3.Connection, table: str) -> tuple[int, int]:
    query = f"SELECT count(*), coalesce(sum({SIZES[table]}), 0) FROM {table} WHERE {UNUSED[table]}"
    count, size = connection.execute(query).fetchone()
    return int(count), int(size)


def _edits(connection: sqlite3.Connection, watch: Watch) -> Iterator[tuple[Gone, int, tuple[str, str] | None]]:
    """Yield what is gone so far, with the row of each edit and its body and label without that; None if it is whole."""
    kept: Kept = {
        name: {sha256 for (sha256,) in connection.execute(f"SELECT sha256 FROM {table} WHERE NOT ({UNUSED[table]})")}
        for name, table in HASHES.items()
    }
    forgetting = Forgetting(connection, kept)
    (last,) = connection.execute("SELECT coalesce(max(row), 0) FROM edit").fetchone()
    row = 0
    while some := connection.execute(EDITS, (row, AT_ONCE)).fetchall():
        watch.advanced(row, last)
        if watch.stopped():
            raise Interrupted
        for row, body, label, coder, at in some:
            yield forgetting.gone, row, forgetting.without(body, label, coder, at)


@dataclass(frozen=True, slots=True)
class Compacted:
    """How many bytes smaller the file of a project is, and what was `left` beside it with all that it has forgotten."""

    smaller: int
    left: tuple[Path, ...] = ()


def compact(path: Path, watch: Watch = UNWATCHED) -> Compacted:
    """Make a project compact and forget what was deleted.

    No window may be working on it but one that opens it again afterwards. Raises Interrupted, Busy or NotSaved, and the
    project is then as it was.
    """
    real = path.resolve()
    clear_parts(real)  # they hold what should have been forgotten
    size = real.stat().st_size
    expect_room(real.parent, 2 * size, SAFE)
    between = real.with_name(f"{real.name}.copy")
    with (
        complete(between, SAFE) as first,
        complete(real, SAFE) as second,
        explained(path, NotSaved, SAFE),
        _locked(real),
    ):
        watch.begin(_("Copying the project"))
        with closing(connect(real, read_only=True)) as reader:
            write_out(reader, first, watch)
        with closing(connect(first)) as copy:
            watch.begin(_("Forgetting what was deleted"))
            _forget(copy, watch)
            watch.begin(_("Writing the compact project"))
            write_out(copy, second, watch)
        watch.begin(_("Checking the compact project"))
        _expect_whole(path, second, watch)
        now = second.stat().st_size
        shutil.copymode(real, second)
        give_name(second, real, replace=True)
    return Compacted(size - now, clear_parts(real))


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Let nobody write to a project."""
    with closing(connect(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            connection.rollback()


def _forget(copy: sqlite3.Connection, watch: Watch) -> None:
    """Forget in a copy what no record has; nobody else knows the copy, so that it needs no journal."""
    for pragma in ("foreign_keys = OFF", "journal_mode = OFF", "synchronous = OFF"):
        copy.execute(f"PRAGMA {pragma}").fetchall()
    copy.execute("BEGIN")
    copy.execute("DROP TRIGGER edit_is_never_changed")
    for _gone, row, left in _edits(copy, watch):
        if left:
            copy.execute(WITHOUT, (*left, row))
    copy.execute(next(each for each in statements(EDIT_RULES) if "edit_is_never_changed" in each))
    watch.begin(_("Making the search index again"))
    with stopping(copy, watch.stopped):
        for table, condition in UNUSED.items():
            copy.execute(f"DELETE FROM {table} WHERE {condition}")
        copy.execute("INSERT INTO filter_index (filter_index) VALUES ('rebuild')")
        edit_subjects.rebuild(copy)
        active_time.rebuild(copy)
    copy.execute("COMMIT")


def _expect_whole(path: Path, made: Path, watch: Watch) -> None:
    """Check the new file before it takes the place of the project. Raises NotAProject, or Interrupted."""
    with closing(connect(made, read_only=True)) as connection, stopping(connection, watch.stopped):
        lost = connection.execute("PRAGMA foreign_key_check").fetchone()
        if lost or not sound(connection) or structure_of(connection) != structure(VERSIONS, VERSIONS.newest):
            raise damaged(path)
