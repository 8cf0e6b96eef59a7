"""Open a project for a command; an older version is upgraded first, with a message."""

from contextlib import closing
from pathlib import Path

from models.cli.output import say, say_step
from models.coder import default_coder
from models.errors import OlderProject
from models.store import Store
from models.store.locking import LockedElsewhere, ProjectLock
from models.translation import _
from models.watching import Watch

NEWER = _(
    "“{name}” was made by a newer version of Onrecord. It is only read, and what only that version knows is left out."
)


def open_project(path: Path, *, read_only: bool = False, says_newer: bool = True) -> Store:
    """Open a project; one of a newer version only to read it, with a message unless the command says it by itself.

    Raises OnrecordError; LockedElsewhere if it has to be upgraded while a window works on it.
    """
    try:
        store = Store.open(path, read_only=read_only, newer_too=read_only)
    except OlderProject:
        with closing(_lock(path)):
            Store.open(path, upgraded=lambda upgraded: say(upgraded.sentence), watch=Watch(say_step)).close()
        return Store.open(path, read_only=read_only)
    if store.newer and says_newer:
        say(NEWER.format(name=path.name))
    return store


def _lock(path: Path) -> ProjectLock:
    """Lock a project that has to be upgraded. Raises LockedElsewhere, and says why the window matters."""
    try:
        return ProjectLock.take(path, default_coder())
    except LockedElsewhere as error:
        raise LockedElsewhere(
            error.what,
            _("It was made by an older version of Onrecord and has to be upgraded first; it was left unchanged."),
            _("Close that window, then run the command again."),
        ) from error
