"""Count how often others have written to a file, by the counter of commits in its header.

What they have edited is in the history; a commit without an edit is that of another program.
https://www.sqlite.org/fileformat2.html#file_change_counter
"""

import os
from contextlib import suppress
from pathlib import Path
from threading import Lock

PLACE, SIZE = 24, 4
"""Where the counter is in the header, and how many bytes it has."""

MODULUS = 1 << 8 * SIZE


class _Headers:
    """The files whose headers are read, each opened once.

    When a process closes a file, it loses all its locks on it, also those of SQLite
    (https://www.sqlite.org/howtocorrupt.html, section 2.2). So a file stays open until no store uses it any more.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._open: dict[tuple[int, int], tuple[int, int]] = {}
        """The descriptor of each file, and how many use it, by its device and inode."""

    def take(self, path: Path) -> tuple[int, int]:
        """Open a file, if it is not open yet; return its device and inode. Raises OSError."""
        with self._lock:
            found = path.stat()
            key = found.st_dev, found.st_ino
            if key not in self._open:
                file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
                self._open[key] = file, 0
            file, users = self._open[key]
            self._open[key] = file, users + 1
            return key

    def read(self, key: tuple[int, int]) -> bytes:
        """Return the counter in a file that was taken. Raises OSError."""
        with self._lock:
            file, _users = self._open[key]
            os.lseek(file, PLACE, os.SEEK_SET)
            return os.read(file, SIZE)

    def give_back(self, key: tuple[int, int]) -> None:
        """Close a file if nobody else uses it."""
        with self._lock:
            file, users = self._open[key]
            if users > 1:
                self._open[key] = file, users - 1
            else:
                del self._open[key]
                os.close(file)


_headers = _Headers()


class Commits:
    """The commits to one file since it was last asked for them. Ask within a transaction, in which nobody can write.

    `begin` says from when on commits are counted.
    """

    def __init__(self, path: Path) -> None:
        self._key: tuple[int, int] | None = None
        with suppress(OSError):
            self._key = _headers.take(path)
        self._before: int | None = None
        self._ours = 0

    def begin(self) -> None:
        """Count commits from now on."""
        self._before, self._ours = self._now(), 0

    def add_ours(self) -> None:
        """Note that we have written to the file; it may have been in vain."""
        self._ours += 1

    def of_others(self) -> int | None:
        """Return how many commits others have made at least since the last call; None if that cannot be known."""
        before, ours = self._before, self._ours
        self.begin()
        return None if before is None or self._before is None else max(0, (self._before - before) % MODULUS - ours)

    def _now(self) -> int | None:
        if self._key is None:
            return None
        try:
            return int.from_bytes(_headers.read(self._key))
        except OSError:
            return None

    def close(self) -> None:
        """End counting, once the file is closed in every other way."""
        if self._key is not None:
            _headers.give_back(self._key)
            self._key = None
