"""Tell a file that the disk does not give from one that is damaged.

Where the disk reports an error on reading, SQLite says that the file is malformed, and keeps the reason to itself
(https://www.sqlite.org/rescode.html#ioerr_corruptfs).
"""

from pathlib import Path

from models.errors import Unreadable
from models.store.kept_open import kept_open
from models.translation import _

BLOCK = 1 << 20
"""Bytes that are read at a time."""
ELSEWHERE = (FileNotFoundError, PermissionError)
"""Errors that say nothing about the disk."""

DO = _("Check that its disk is connected, then open it again. If that does not help, restore a backup on another disk.")


def reading_fault(path: Path) -> str:
    """Read a file to its end, and return the reason that the system gives if the disk fails; none if it does not."""
    try:
        key = kept_open.take(path)
        try:
            at = 0
            while read := kept_open.read(key, at, BLOCK):
                at += len(read)
        finally:
            kept_open.give_back(key)
    except ELSEWHERE:
        return ""
    except OSError as error:
        return error.strerror or str(error)
    return ""


def unreadable(path: Path, reason: str, safe: str) -> Unreadable:
    """Return the error for a file that the disk does not give."""
    return Unreadable(_("“{name}” could not be read: {reason}.").format(name=path.name, reason=reason), safe, DO)
