"""Mark a project as open: while a coder works on it, a file beside it is locked.

The system releases the lock when the program ends, even by a crash, so that nobody is locked out. Where files cannot be
locked, as on some network drives and on Windows, two coders are not warned of each other.
"""

import os
import socket
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path

if sys.platform != "win32":
    import fcntl

from models.errors import OnrecordError
from models.times import in_words
from models.translation import _


class LockedElsewhere(OnrecordError):
    """Somebody else is working on the project; `what` says who, where and since when."""


class ProjectLock:
    """The lock on one project. Made by `take`, ended by `close`."""

    def __init__(self, beside: Path, file: int | None) -> None:
        self._beside, self._file = beside, file

    @classmethod
    def take(cls, project: Path, coder: str) -> "ProjectLock":
        """Lock a project for a coder. Raises LockedElsewhere if somebody else has locked it."""
        if sys.platform == "win32":  # which has no such locks
            return cls(project, None)
        real = project.resolve()
        beside = real.with_name(f".{real.name}.open")
        while True:
            try:
                file = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
            except OSError:  # a folder that cannot be written to
                return cls(beside, None)
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                who = os.read(file, 1000).decode(errors="replace")
                os.close(file)
                known = _("“{name}” is open in another window ({who}).")
                unknown = _("“{name}” is open in another window.")
                raise LockedElsewhere((known if who else unknown).format(name=project.name, who=who)) from None
            except OSError:
                os.close(file)
                return cls(beside, None)
            if _is_at(file, beside):
                break
            os.close(file)  # the program that held it has just ended and deleted the file
        since = in_words(datetime.now())
        words = _("{coder} on {machine}, since {since}").format(coder=coder, machine=socket.gethostname(), since=since)
        with suppress(OSError):  # on a full disk it is locked all the same, and only who has it is not known
            os.ftruncate(file, 0)
            os.write(file, words.encode())
        return cls(beside, file)

    @property
    def is_held(self) -> bool:
        """Whether the file beside the project is locked; it cannot be on some drives and systems."""
        return self._file is not None

    def close(self) -> None:
        """Release the lock."""
        if self._file is not None:
            with suppress(OSError):  # without the lock, the file beside the project means nothing
                self._beside.unlink(missing_ok=True)
            os.close(self._file)
            self._file = None


def _is_at(file: int, path: Path) -> bool:
    """Return whether an open file is the one that has this name now."""
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False
