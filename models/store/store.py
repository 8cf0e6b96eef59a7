"""An open project file: the rest of the program asks it questions, and changes it by edits alone."""

import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from threading import Event, Lock
from types import TracebackType

from models.damaged.free_list import free_pages
from models.damaged.write_ahead_log import has_log
from models.disk_room import expect_room
from models.edits import Edit
from models.entities import Content
from models.errors import Interrupted, NotSaved, OnrecordError, ReadOnly
from models.files import complete, give_name
from models.ids import Id
from models.lines.open_places import CountedPlaces, OpenPlaces
from models.store import (
    applying,
    copying_beside,
    coverage,
    elsewhere,
    history,
    layouts,
    mending_texts,
)
from models.store.copying import copy_pages, copy_whole, replaceable, size_without_free_pages
from models.store.creating import create_file
from models.store.long_write import LongWrite
from models.store.newer_files import expect_readable
from models.store.opening import BUSY_TIMEOUT, check_header, connect, keep_one_file, may_write, unfinished
from models.store.others import Others
from models.store.problems import COPY_SAFE, EDIT_SAFE, explained
from models.store.questions import Questions
from models.store.rebuilding import Derived, rebuild
from models.store.stopping import stopping
from models.store.text_at_hand import TextAtHand
from models.store.upgrading import Upgraded, expect_newest
from models.store.versions import VERSIONS, version_of
from models.store.write_guard import WriteGuard
from models.translation import _
from models.views.layout import Layout
from models.watching import UNWATCHED, Watch


class Store(Questions):
    """One open project. Made by `create` or `open`; `apply` is the only writer. `newer` says that the file is of a
    newer version than this program knows, and so only read.

    It can be made in one thread and then used in another, but not in both at once.
    Every method raises an OnrecordError if the file, the disk or another program prevents it; the file is then
    unchanged.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        *,
        read_only: bool,
        timeout: float = BUSY_TIMEOUT,
        free: Collection[int] = (),
    ) -> None:
        version = version_of(connection)
        newer = version > VERSIONS.newest
        guard = WriteGuard(path, read_only=read_only, free=free, version=version, newer=newer)
        super().__init__(path, connection, guard, newer=newer)
        self._timeout = timeout
        self._others = Others(path, connection)
        self._copying, self._closing = Lock(), Event()
        self._text = TextAtHand()

    @property
    def read_only(self) -> bool:
        """Whether the file can only be read: it may not be written to, or was found damaged."""
        return self._guard.read_only

    def set_timeout(self, seconds: float) -> None:
        """Let each method from now on wait at most this long for another program, or for the file to be checked."""
        self._timeout = seconds
        self._connection.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")

    def when_unsound(self, tell: Callable[[ReadOnly], None]) -> None:
        """Call back from another thread, with an error to show, if the file is found damaged; it is then read-only."""
        self._guard.when_unsound(tell)

    @classmethod
    def create(cls, path: Path) -> "Store":
        """Create a project. The file is complete before it gets its name, and never replaces another."""
        create_file(path)
        return cls.open(path)

    @classmethod
    def open(  # noqa: PLR0913
        cls,
        path: Path,
        *,
        read_only: bool = False,
        timeout: float = BUSY_TIMEOUT,
        upgraded: Callable[[Upgraded], None] | None = None,
        newer_too: bool = False,
        watch: Watch = UNWATCHED,
    ) -> "Store":
        """Open an existing project; one that may not be written to is opened for reading.

        `timeout` is how many seconds each method may wait for another program, or for the file to be checked.
        A project of an older version is upgraded, and `upgraded` is called with what was done; `watch` is told the
        steps, and can stop them (Interrupted). Such a project is refused (OlderProject) if `upgraded` is not given, or
        if it is opened for reading. The caller makes sure that no other window works on the project. One of a newer
        version is refused (NewerProject) unless it is wanted too; then it is opened for reading, if what this program
        reads is in it.
        """
        newer = check_header(path, VERSIONS.newest, newer_too=newer_too)
        read_only = read_only or newer or not may_write(path)
        upgraded = None if read_only else upgraded
        if unfinished(path) or has_log(path):  # until it is settled, the file lists what a broken-off write left free
            with explained(path):
                connect(path, read_only=read_only, timeout=timeout).close()
        free = free_pages(path)  # read before SQLite locks the file, for the reason that `open_beside` gives
        return cls._connected(path, read_only=read_only, timeout=timeout, upgraded=upgraded, free=free, watch=watch)

    @classmethod
    def open_beside(cls, path: Path) -> "Store":
        """Open for reading, in another thread, a project that this process has open already.

        The header is not read again: when a process closes a file, it loses all locks on it, also those of SQLite
        (https://www.sqlite.org/howtocorrupt.html, section 2.2).
        """
        return cls._connected(path, read_only=True, timeout=BUSY_TIMEOUT)

    @classmethod
    def _connected(  # noqa: PLR0913
        cls,
        path: Path,
        *,
        read_only: bool,
        timeout: float,
        upgraded: Callable[[Upgraded], None] | None = None,
        free: Collection[int] = (),
        watch: Watch = UNWATCHED,
    ) -> "Store":
        with explained(path):
            connection = connect(path, read_only=read_only, timeout=timeout, one_thread=False)
            with ExitStack() as unless_kept:
                unless_kept.callback(connection.close)
                if read_only and version_of(connection) > VERSIONS.newest:
                    expect_readable(path, connection, VERSIONS)
                elif expect_newest(path, connection, VERSIONS, upgraded, free, watch):
                    free = ()  # an upgrade uses free pages, and leaves others
                if not read_only:
                    keep_one_file(connection)
                store = cls(path, connection, read_only=read_only, timeout=timeout, free=free)
                unless_kept.pop_all()
        return store

    def close(self) -> None:
        """Close the file."""
        self._guard.close()
        self._closing.set()
        with self._copying:  # for some milliseconds, if a copy is being made
            self._connection.close()
        self._others.close()

    def __enter__(self) -> "Store":
        """Return the store, which is closed at the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it at the end of the block."""
        self.close()

    # Writing

    def apply(self, edit: Edit) -> Edit | None:
        """Write an edit and its place in the history in one transaction. Raises NotSaved; nothing is then changed.

        Return the edit as it was written, which everything in memory has to follow: accepted suggestions that it
        changes have another origin. An edit without changes is not written, and None is returned. Raises Busy where the
        same edit can be tried again in a moment.
        """
        return self._write(self._timeout, self._connection, edit)

    def _write(
        self,
        timeout: float | None,
        connection: sqlite3.Connection,
        edit: Edit,
        before_commit: Callable[[], None] = lambda: None,
    ) -> Edit | None:
        if not edit.changes:
            return None
        self._guard.expect_sound(timeout)
        self._guard.expect_file()
        with explained(self.path, NotSaved, EDIT_SAFE):
            self._guard.expect_version(connection)
            self._guard.expect_history(holds=self._others.hold_latest(connection))
            self._guard.expect_texts(connection, edit)
            try:
                written, row = applying.write(connection, edit, self._text, before_commit)
            except applying.NotSettled as late:
                self._others.note_write()
                applying.settle(connection)
                written, row = late.written
            self._others.note_write()
        self._others.note_edit(row, edit.id)
        return written

    @contextmanager
    def _writing_beside(self) -> Iterator[None]:
        """Write what is no edit in a block. Raises as `apply` does; it must not be called during a long write."""
        self._guard.expect_sound(self._timeout)
        self._guard.expect_file()
        with explained(self.path, NotSaved, EDIT_SAFE):
            yield
            self._others.note_write()

    def keep_layouts(self, changed: Mapping[str, Layout | None]) -> None:
        """Keep how the columns of some tables are arranged, by the tables' names; None forgets a layout.

        It is no edit, and cannot be undone. Raises as `apply` does. It must not be called during a long write.
        """
        with self._writing_beside():
            layouts.keep(self._connection, changed)

    def keep_open_places(self, counted: CountedPlaces) -> Mapping[Id, OpenPlaces]:
        """Keep how many places of some articles have no record, until something changes there; return what is kept.

        Of articles that were edited after they were read nothing is kept. It is no edit. Raises as `apply` does, and
        must not be called during a long write.
        """
        with self._writing_beside(), applying.transaction(self._connection):
            return coverage.keep(self._connection, counted)

    @contextmanager
    def stopped_by(self, stopped: Callable[[], bool]) -> Iterator[None]:
        """Let what is asked in a block end with Interrupted as soon as it is `stopped`, also within a long question."""
        with stopping(self._connection, stopped):
            yield

    def rebuild(self, what: Derived) -> None:
        """Make derived data of the whole file again from its records. It is no edit. Raises as `apply` does."""
        with self._writing_beside(), applying.transaction(self._connection):
            rebuild(self._connection, what)

    def mend_texts(self, texts: Sequence[Content]) -> None:
        """Put whole texts in the place of altered ones. It is no edit. Raises as `apply` does."""
        with self._writing_beside():
            mending_texts.mend(self._connection, texts)

    def long_write(self) -> LongWrite:
        """Begin a long edit, which another thread writes; `end_long_write` ends it. Raises as `apply` does."""
        self._guard.expect_writable()
        self._guard.expect_file()
        with explained(self.path, NotSaved, EDIT_SAFE), ExitStack() as unless_begun:
            write = LongWrite(self.path, lambda *written: self._write(None, *written), self._others.note_write)
            unless_begun.callback(write.close)
            self._others.put_off()
            unless_begun.pop_all()
        return write

    def end_long_write(self, write: LongWrite) -> None:
        """Close a long write. Only what others have written since it began counts as `changed_elsewhere`."""
        with explained(self.path), closing(write):
            self._others.pass_over(write.others_wrote)

    def changed_elsewhere(self) -> bool:
        """Return whether another window or program has written to the file since the last call, or since opening.

        Where the file can only be read, what the other window keeps beside the history does not count.
        """
        with explained(self.path):
            return self._others.have_written(read_only=self.read_only)

    def edits_elsewhere(self) -> elsewhere.Found:
        """Return what others have edited since the last call, or since opening, as one edit that can be followed.

        A commit without an edit is that of another program, unless the window that has the project has kept something
        beside the history meanwhile.
        """
        with explained(self.path):
            return self._others.edits()

    def holds_history(self) -> bool:
        """Return whether the file still has the edits that are known here; else its contents were replaced."""
        with explained(self.path):
            return self._others.hold_history()

    def file_problem(self) -> OnrecordError | None:
        """Return why the file is no longer the one that was opened: it is gone, replaced, or cannot be reached."""
        try:
            self._guard.expect_file()
        except NotSaved as error:
            return error
        return None

    def is_continued_by(self, path: Path) -> bool:
        """Return whether a project at a path goes on from what is known here: it has the last edit, too."""
        with explained(path), closing(connect(path, read_only=True, timeout=0)) as connection:
            return elsewhere.holds(connection, elsewhere.last_edit(self._connection))

    def save_copy(self, path: Path, edits: Sequence[Edit] = (), watch: Watch = UNWATCHED) -> None:
        """Write the whole project to another file, complete before it gets its name.

        Signed `edits` that could not be written to the project itself are in the copy; that of a newer version is the
        file as it is. `watch` is told the steps, and can stop them (Interrupted). Raises NotSaved; there is no copy
        then.
        """
        with complete(path, COPY_SAFE) as part:
            if path.exists() and self._guard.is_project(path):
                raise NotSaved(_("A copy cannot take the place of the project."), COPY_SAFE, _("Choose another name."))
            with replaceable(path, COPY_SAFE):
                with explained(path, NotSaved, COPY_SAFE):
                    expect_room(path.parent, size_without_free_pages(self._connection), COPY_SAFE)
                    watch.begin(_("Copying the project"))
                    if self.newer:
                        copy_pages(self._connection, part, watch)
                    else:
                        self._copy_with(edits, part, watch)
                watch.begin(_("Waiting until the copy is on the disk"))
                watch.expect_wanted()
                give_name(part, path, replace=True)

    def _copy_with(self, edits: Sequence[Edit], part: Path, watch: Watch) -> None:
        copy_whole(self._connection, self.path, part, watch)
        with closing(connect(part)) as copy:
            text = TextAtHand()
            for edit in edits:
                with suppress(applying.NotSettled):  # the copy has no name yet, which its journal would have to have
                    applying.write(copy, edit, text)
            history.end_origins(copy)

    def copy_beside(self, part: Path, stopped: Callable[[], bool]) -> None:
        """Copy the project to a new file in another thread, while this one goes on to work with the store.

        It ends also if edits are made all the time. Raises Interrupted as soon as it is stopped or the store is closed,
        and an OnrecordError if there is no whole copy.
        """
        with explained(self.path):
            try:
                copying_beside.copy_beside(self.path, part, stopped, patient=False)
            except copying_beside.Overtaken:
                with self._copying:
                    if self._closing.is_set():
                        raise Interrupted from None
                    copying_beside.copy_shared(self._connection, part, lambda: stopped() or self._closing.is_set())
                copying_beside.check(self.path, part, stopped)
