"""Open a project in another thread: lock it, open its file, and read its speakers."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gui.project.waiting import AT_ONCE
from models.files import clear_parts
from models.ids import new_id
from models.watching import Watch

if TYPE_CHECKING:
    from models.registry import Registry
    from models.store import Store
    from models.store.locking import LockedElsewhere, ProjectLock
    from models.store.upgrading import Upgraded


@dataclass(frozen=True, slots=True)
class Opened:
    """A project file that was opened, with its speakers."""

    store: "Store"
    registry: "Registry"
    lock: "ProjectLock | None"
    """The lock on the project; None if somebody else has it."""
    locked_elsewhere: "LockedElsewhere | None"
    """Who is editing the project in another window; here it can only be read."""
    upgraded: "tuple[Upgraded, ...]" = ()


Open = Callable[[Watch], Opened]
"""Opens a project, in another thread. Raises OnrecordError, or Interrupted where an upgrade was stopped; nothing stays
open or locked then.
"""


def create_project(path: Path, coder: str, watch: Watch) -> Opened:
    """Create a project, and open it for a coder; an existing file is never replaced."""
    from models.store import Store

    Store.create(path).close()
    return open_project(path, coder, None, watch)


def open_project(path: Path, coder: str, lock: "ProjectLock | None", watch: Watch) -> Opened:
    """Open a project for a coder. If this window has it open already, `lock` is its lock; otherwise it is locked.

    One that can only be read is not: whoever reads must not keep others from writing. What was left beside it by a
    program that was killed is deleted, since it may hold what was forgotten.
    """
    # SQLite's helpers are loaded when the first project is opened: the empty window is painted before.
    from models.store import Store
    from models.store.locking import LockedElsewhere, ProjectLock
    from models.store.opening import is_newer, may_write
    from models.store.versions import VERSIONS

    new_id()  # loads its library here, in this thread, and not with the coder's first edit
    locked_elsewhere: LockedElsewhere | None = None
    upgraded: list[Upgraded] = []
    with ExitStack() as unless_opened:
        if lock is None and may_write(path) and not is_newer(path, VERSIONS.newest):
            try:
                lock = ProjectLock.take(path, coder)
                unless_opened.callback(lock.close)
                if lock.is_held:
                    clear_parts(path.resolve())
            except LockedElsewhere as error:
                locked_elsewhere = error
        read_only = locked_elsewhere is not None
        store = Store.open(path, read_only=read_only, upgraded=upgraded.append, newer_too=True, watch=watch)
        unless_opened.callback(store.close)
        registry = store.registry()
        store.set_timeout(AT_ONCE)  # from now on it is asked in the event loop
        unless_opened.pop_all()
    return Opened(store, registry, lock, locked_elsewhere, tuple(upgraded))


def is_unlocked(path: Path, coder: str) -> bool:
    """Return whether no window is editing a project."""
    from models.store.locking import LockedElsewhere, ProjectLock

    try:
        ProjectLock.take(path, coder).close()
    except LockedElsewhere:
        return False
    return True
