"""The hidden folder in which an export writes its files, inside the folder that they are for."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl

from models.errors import NotExported
from models.translation import _

PREFIX = ".onrecord-export-"

KEPT = "replaced"
"""The folder inside it for the files that are being replaced, until all of them are."""

NOTE = "EXPORT-NOT-COMPLETE.txt"
"""The note that is in the folder of the export meanwhile, and stays if the program is killed."""


@contextmanager
def working_folder(folder: Path) -> Iterator[Path]:
    """Yield a new hidden folder inside a folder, which is created if necessary; it is deleted at the end.

    What killed exports have left behind is deleted first, except files that a note is about. Raises NotExported if
    another export is at work in the folder, and OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for left in left_in(folder):
        _expect_ended(left, folder)
        delete(left, folder)
    place = Path(tempfile.mkdtemp(prefix=PREFIX, dir=folder))
    lock = _locked(place)
    try:
        yield place
    finally:
        if lock is not None:
            os.close(lock)
        delete(place, folder)


def left_in(folder: Path) -> list[Path]:
    """Return the working folders inside a folder."""
    return [path for path in folder.glob(f"{PREFIX}*") if path.is_dir() and not path.is_symlink()]


def kept_in(place: Path) -> list[Path]:
    """Return the files in a working folder that were replaced by others, in an export that did not end."""
    return [*(place / KEPT).glob("*")]


def delete(place: Path, folder: Path) -> None:
    """Delete a working folder, unless the files that it keeps are those that a note in its folder is about."""
    if not (kept_in(place) and (folder / NOTE).exists()):
        shutil.rmtree(place, ignore_errors=True)


def _expect_ended(left: Path, folder: Path) -> None:
    """Raise NotExported if the program is running that made a working folder."""
    try:
        lock = _locked(left)
    except BlockingIOError as error:
        raise NotExported(
            _("Another export into “{folder}” is not finished yet.").format(folder=folder),
            _("Nothing was written."),
            _("Wait until it is finished, then export again."),
        ) from error
    if lock is not None:
        os.close(lock)


def _locked(place: Path) -> int | None:
    """Lock a folder as long as the program runs, and return the open file; None where folders cannot be locked.

    Raises BlockingIOError if another program has locked it.
    """
    if sys.platform == "win32":
        return None
    opened = os.open(place, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(opened)
        raise
    except OSError:  # some network drives
        os.close(opened)
        return None
    return opened
