"""Upgrade an older project file to the newest version: a checked copy beside it, then all steps in one transaction."""

import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from models.disk_room import expect_room
from models.earlier_versions import copy_of
from models.errors import Interrupted, NotUpgraded, OlderProject
from models.files import clear_parts, complete, free_path, give_name
from models.store.copying import copy_whole
from models.store.hardening import strange
from models.store.opening import connect, damaged, may_write, newer
from models.store.problems import explained
from models.store.recognising import recognise
from models.store.result_codes import code_of
from models.store.soundness import in_use, sound
from models.store.stopping import stopping
from models.store.structure import definitions_of, structure_of
from models.store.versions import Versions, definitions, run, structure, version_of
from models.translation import _
from models.watching import UNWATCHED, Watch

TAKES = 2.2
"""How many times its size a project takes in its folder while it is upgraded, besides the file itself: for the copy,
the journal, and what the file grows by. 1.2 to 2.0 were measured.
"""
NOT_CHANGED = _("The project was not changed.")


@dataclass(frozen=True, slots=True)
class Upgraded:
    """What an upgrade did: the old and the new version, what the new one brings, and where the copy
    of the old file is.
    """

    path: Path
    before: int
    now: int
    what: tuple[str, ...]
    copy: Path

    @property
    def sentence(self) -> str:
        """Return the upgrade as a sentence for people."""
        words = _(
            "“{name}” was upgraded from version {before} to {now}: {what}. The earlier version is kept in “{copy}”."
        )
        return words.format(
            name=self.path.name, before=self.before, now=self.now, what="; ".join(self.what), copy=self.copy.name
        )


def expect_newest(  # noqa: PLR0913, PLR0917
    path: Path,
    connection: sqlite3.Connection,
    versions: Versions,
    tell: Callable[[Upgraded], None] | None,
    free: Collection[int] = (),
    watch: Watch = UNWATCHED,
) -> bool:
    """Refuse a file that does not match its version; upgrade an older one if there is somebody to `tell`.

    `free` are the pages that the file lists as free. Return whether it was upgraded.
    Raises NewerProject, OlderProject, NotAProject, NotUpgraded or Busy, and Interrupted if it was stopped.
    """
    if recognised_version(path, connection, versions) == versions.newest:
        return False
    if tell is None:
        raise _older(path)
    if done := upgrade(path, connection, versions, free, watch):
        tell(done)
    return True


def _older(path: Path) -> OlderProject:
    """Return the error for a file that is not upgraded where it is."""
    words = _("“{name}” was made by an older version of Onrecord and has to be upgraded.").format(name=path.name)
    here = _("Open it in Onrecord's window to upgrade it. A copy of it is kept as it is now.")
    elsewhere = _(
        "It cannot be written to where it is. Copy it into a folder that you may write to, and open the copy."
    )
    return OlderProject(words, NOT_CHANGED, here if may_write(path) else elsewhere)


def recognised_version(path: Path, connection: sqlite3.Connection, versions: Versions) -> int:
    """Return the version of a file. Raises NewerProject, or NotAProject if it does not match its version."""
    version = version_of(connection)
    if version > versions.newest:
        raise newer(path)
    if version < 1:
        raise damaged(path)
    with strange(connection):
        if definitions_of(connection) != definitions(versions, version):
            recognise(path, connection, structure(versions, version))
    return version


def upgrade(
    path: Path,
    connection: sqlite3.Connection,
    versions: Versions,
    free: Collection[int] = (),
    watch: Watch = UNWATCHED,
) -> Upgraded | None:
    """Upgrade a file to the newest version; return None if another program has just done it.

    Nobody else may work on the file. Raises NotUpgraded or Busy, NotAProject if the file is not sound, or Interrupted
    if it was stopped before the commit; it is then unchanged.
    """
    with explained(path, safe=NOT_CHANGED):
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN IMMEDIATE")
    try:
        with explained(path, NotUpgraded, NOT_CHANGED):
            before = version_of(connection)
            if before == versions.newest:
                return None
            expect_room(path.resolve().parent, round(TAKES * path.stat().st_size), NOT_CHANGED)
            watch.begin(_("Checking that the project is whole"))
            with stopping(connection, watch.stopped):
                if not sound(connection) or in_use(connection, free):
                    raise damaged(path)
            copy = _copy(path, before, watch)
        with _explaining_steps(path, copy), _dropped_if_in_vain(path, connection, copy):
            with stopping(connection, watch.stopped):
                _take_steps(connection, versions, before, watch)
            connection.execute("COMMIT")
    finally:
        connection.rollback()  # does nothing after a commit
        connection.execute("PRAGMA foreign_keys = ON")
    return Upgraded(path, before, versions.newest, tuple(step.what for step in versions.after(before)), copy)


def _take_steps(connection: sqlite3.Connection, versions: Versions, before: int, watch: Watch) -> None:
    """Run all steps, and check that the result is a whole file of the newest version. Raises Interrupted."""
    for step in versions.after(before):
        watch.begin(_("Upgrading to version {version}: {what}").format(version=step.version, what=step.what))
        run(connection, (step,))
    watch.begin(_("Checking the upgraded project"))
    if lost := connection.execute("PRAGMA foreign_key_check").fetchone():
        raise sqlite3.IntegrityError(f"row {lost[1]} of {lost[0]} refers to a row of {lost[2]} that is not there")
    if structure_of(connection) != structure(versions, versions.newest):
        raise sqlite3.IntegrityError("the steps did not lead to the tables of the newest version")
    watch.begin(_("Writing the upgraded project"))
    watch.expect_wanted()


@contextmanager
def _dropped_if_in_vain(path: Path, connection: sqlite3.Connection, copy: Path) -> Iterator[None]:
    """Take back what was done of the steps if they are stopped or the disk is full. The copy is then one of a file that
    is as it was, and on a full disk it would be in the way of the next attempt.
    """
    try:
        yield
    except (Interrupted, sqlite3.OperationalError) as error:
        if isinstance(error, sqlite3.Error) and code_of(error) != sqlite3.SQLITE_FULL:
            raise
        connection.rollback()
        with suppress(OSError):
            copy.unlink()
        with explained(path, NotUpgraded, NOT_CHANGED):
            raise


@contextmanager
def _explaining_steps(path: Path, copy: Path) -> Iterator[None]:
    """Explain errors in the steps: where the copy is, and that nothing was changed."""
    safe = _("It was not changed, and “{copy}” is a copy of it.").format(copy=copy.name)
    try:
        with explained(path, NotUpgraded, safe):
            yield
    except sqlite3.Error as error:
        raise NotUpgraded(
            _("“{name}” could not be upgraded: {error}.").format(name=path.name, error=error),
            safe,
            _("Open it with the version of Onrecord that you used before, and report this."),
        ) from error


def _copy(path: Path, version: int, watch: Watch) -> Path:
    """Copy the project to a file beside it while it is locked, and check that the copy is whole."""
    copy = free_path(copy_of(path, version))
    clear_parts(copy)
    watch.begin(_("Keeping a copy of it as “{copy}”").format(copy=copy.name))
    with complete(copy, NOT_CHANGED) as part, closing(connect(path, read_only=True)) as reader:
        copy_whole(reader, path, part, watch)
        give_name(part, copy)
    return copy
