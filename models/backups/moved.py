"""Recognise a project that was moved or renamed, so that its backups go on where they were."""

from contextlib import suppress
from pathlib import Path

from models.backups.backup import backups_in
from models.backups.places import Place, note
from models.errors import OnrecordError
from models.store.brief import edit_at, last_row


def take_over(place: Place, project: Path) -> None:
    """Take over the backups of a project that is no longer where they say, if this is that project. Raises OSError.

    It is the same if its history goes on from that of the newest backup. A project that is still there keeps its
    backups: the other one is a copy of it.
    """
    own = place.folder_of(project)
    if own.exists():
        return
    for folder, path in place.folders():
        if (path == project.resolve() or not path.exists()) and _goes_on(folder, project):
            note(folder, project)  # first: if this is interrupted, it is found again by that
            folder.rename(own)
            return


def _goes_on(folder: Path, project: Path) -> bool:
    """Return whether the last edit of the newest backup is in the history of a project."""
    with suppress(OnrecordError, OSError):
        for newest in backups_in(folder)[:1]:
            row = last_row(newest.path)
            return row > 0 and edit_at(newest.path, row) == edit_at(project, row)
    return False
