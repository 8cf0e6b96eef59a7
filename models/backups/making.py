"""Make a backup of a project, if it was changed since the last one, and delete those that are no longer kept."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from models.backups.backup import Backup, backup_at, backups_in, path_in
from models.backups.moved import take_over
from models.backups.places import Place
from models.backups.thinning import kept
from models.disk_room import expect_room
from models.errors import NoRoom, NotSaved, OnrecordError
from models.files import PROJECT_SUFFIX, complete, give_name
from models.store.brief import last_edit
from models.store.copying_beside import copy_beside
from models.store.problems import explained
from models.translation import _

SAFE = _("The project itself is saved.")
SPARE = 100_000_000
"""Bytes that a backup leaves free on the disk, so that the coder's own edits can still be saved."""


Stopped = Callable[[], bool]
Copy = Callable[[Path, Stopped], None]
"""Copies the project to a new file that has no name yet, as `Store.copy_beside` does."""


def never() -> bool:
    """Return that a backup is wanted."""
    return False


def back_up(project: Path, place: Place, stopped: Stopped = never, copy: Copy | None = None) -> Backup | None:
    """Make a backup of a project; return None if nothing was changed since the last one.

    `copy` copies a project that is open, so that edits do not stop it.
    It is complete and checked before it gets its name. Raises an OnrecordError that says in one sentence why there is
    none, and Interrupted if it is stopped; the earlier backups are then as they were.
    """
    with _said(place.root):
        take_over(place, project)
        folder = place.folder_of(project)
        there, edit = backups_in(folder), last_edit(project)
        _clear(folder)
        if edit is None or (there and edit == _last_edit(there[0])):
            _thin(folder, place.most)
            return None
        place.make_folder(project)
        expect_room(folder, project.stat().st_size + SPARE, SAFE)
        made = _made(project, folder, stopped, copy or (lambda part, stop: copy_beside(project, part, stop)))
        _thin(folder, place.most)
    return made


def has_one_since(project: Path, place: Place, age: timedelta) -> bool:
    """Return whether there is a backup of a project that is no older than that. Raises OSError."""
    there = backups_in(place.folder_of(project))
    return bool(there) and datetime.now(UTC) - there[0].at <= age


def _last_edit(backup: Backup) -> str | None:
    """Return the last edit in a backup; None if it cannot be read, so that another one is made."""
    with suppress(OnrecordError):
        return last_edit(backup.path)
    return None


def _clear(folder: Path) -> None:
    """Delete what interrupted backups have left; only the window that edits a project makes any."""
    for part in folder.glob(f".*{PROJECT_SUFFIX}.*.new"):
        part.unlink(missing_ok=True)


def _made(project: Path, folder: Path, stopped: Stopped, copy: Copy) -> Backup | None:
    path = path_in(folder, datetime.now(UTC))
    with complete(path, SAFE) as part, explained(project, NotSaved, SAFE):
        copy(part, stopped)
        give_name(part, path)
    return backup_at(path)


def _thin(folder: Path, most: int) -> None:
    there = backups_in(folder)
    stay = set(kept(there, datetime.now(UTC), most))
    for backup in there:
        if backup not in stay:
            backup.path.unlink(missing_ok=True)


@contextmanager
def _said(root: Path) -> Iterator[None]:
    """Say in one sentence for the status line why there is no backup."""
    words = _("No backup could be made in “{folder}”: {reason}")
    try:
        yield
    except OSError as error:
        reason = _("{reason}.").format(reason=error.strerror)
        raise NotSaved(words.format(folder=root, reason=reason)) from error
    except NoRoom as error:
        raise NotSaved(_("No backup could be made. {reason}").format(reason=error.what)) from error
    except OnrecordError as error:
        raise NotSaved(words.format(folder=root, reason=error.what)) from error
