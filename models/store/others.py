"""What other windows and programs write to a file that is open here, so that this window can follow it."""

import sqlite3
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from models.ids import Id
from models.store import elsewhere, layouts
from models.store.commits import Commits
from models.store.elsewhere import Found, Known
from models.store.long_write import data_version
from models.store.one_moment import one_moment


class Others:
    """Tells the writes of others from ours, which are noted here. Every method but `note_*` raises SQLite's errors."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._version, self._put_off = data_version(connection), False
        self._seen: layouts.Seen | None = None
        self._own, self._commits, self._kept = set[Id](), Commits(path), False
        with ExitStack() as unless_read:
            unless_read.callback(self._commits.close)
            with one_moment(connection):
                self._known = self._latest = elsewhere.last_edit(connection)
                self._commits.begin()
            unless_read.pop_all()

    def close(self) -> None:
        """End watching, once the file is closed in every other way."""
        self._commits.close()

    def note_write(self) -> None:
        """Note that we have written to the file; it may have been in vain."""
        self._commits.add_ours()

    def note_edit(self, row: int, edit: Id) -> None:
        """Note an edit of ours, which is the last one in the history now."""
        self._latest = Known(row, edit)
        self._own.add(edit)

    def have_written(self, *, read_only: bool) -> bool:
        """Return whether others have written since the last call, or since opening.

        Where the file can only be read, what the other window keeps beside the history does not count.
        """
        version = data_version(self._connection)
        changed = self._put_off or version != self._version
        self._version, self._put_off = version, False
        before = self._seen
        if read_only and (changed or before is None):
            self._seen = layouts.seen(self._connection)
            self._kept |= before is not None and before.kept != self._seen.kept
        return changed and not (before and self._seen and before.differs_in_what_is_kept(self._seen))

    def put_off(self) -> None:
        """Let the next call of `have_written` tell what has been written up to now: a long write of ours begins."""
        self._put_off = self.have_written(read_only=False)

    def pass_over(self, others_wrote: Callable[[], bool]) -> None:
        """Pass over what a long write of ours has written; `others_wrote` tells whether others have meanwhile."""
        version = data_version(self._connection)
        self._put_off |= others_wrote()  # asked last: nobody writes between the questions
        self._version = version

    def edits(self) -> Found:
        """Return what others have edited since the last call, or since opening, as one edit that can be followed.

        A commit without an edit is that of another program, unless the window that has the project has kept something
        beside the history meanwhile.
        """
        with one_moment(self._connection):
            found = elsewhere.edits_since(self._connection, self._known, self._own)
            commits = self._commits.of_others()
            self._known = self._latest = elsewhere.last_edit(self._connection)
        unedited = not found.count if commits is None else commits > found.count
        found = replace(found, unedited=unedited and not self._kept)
        self._own, self._kept = set(), False
        return found

    def hold_history(self) -> bool:
        """Return whether the file still has the edits that are known here; else its contents were replaced."""
        return all(elsewhere.holds(self._connection, known) for known in (self._known, self._latest))

    def hold_latest(self, connection: sqlite3.Connection) -> bool:
        """Return whether the file of a connection has the last edit that is known here."""
        return elsewhere.holds(connection, self._latest)
