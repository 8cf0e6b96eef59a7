"""Files of which bytes are read beside SQLite, each opened once.

When a process closes a file, it loses all its locks on it, also those of SQLite
(https://www.sqlite.org/howtocorrupt.html, section 2.2). So a file stays open until no store uses it any more.
"""

import os
from pathlib import Path
from threading import Lock

Key = tuple[int, int]
"""The device and the inode of a file."""


class KeptOpen:
    """The files that are open for this, in any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._open: dict[Key, tuple[int, int]] = {}
        """The descriptor of each file, and how many use it."""

    def take(self, path: Path) -> Key:
        """Open a file, if it is not open yet. Raises OSError."""
        with self._lock:
            found = path.stat()
            key = found.st_dev, found.st_ino
            if key not in self._open:
                file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
                self._open[key] = file, 0
            file, users = self._open[key]
            self._open[key] = file, users + 1
            return key

    def read(self, key: Key, at: int, length: int) -> bytes:
        """Return bytes of a file that was taken, fewer where it ends. Raises OSError."""
        with self._lock:
            file, _users = self._open[key]
            os.lseek(file, at, os.SEEK_SET)
            return os.read(file, length)

    def give_back(self, key: Key) -> None:
        """Close a file if nobody else uses it."""
        with self._lock:
            file, users = self._open[key]
            if users > 1:
                self._open[key] = file, users - 1
            else:
                del self._open[key]
                os.close(file)


kept_open = KeptOpen()
