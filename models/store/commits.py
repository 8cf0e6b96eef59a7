"""Count how often others have written to a file, by the counter of commits in its header.

What they have edited is in the history; a commit without an edit is that of another program.
https://www.sqlite.org/fileformat2.html#file_change_counter
"""

from contextlib import suppress
from pathlib import Path

from models.store.kept_open import Key, kept_open

PLACE, SIZE = 24, 4
"""Where the counter is in the header, and how many bytes it has."""

MODULUS = 1 << 8 * SIZE


class Commits:
    """The commits to one file since it was last asked for them. Ask within a transaction, in which nobody can write.

    `begin` says from when on commits are counted.
    """

    def __init__(self, path: Path) -> None:
        self._key: Key | None = None
        with suppress(OSError):
            self._key = kept_open.take(path)
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
            return int.from_bytes(kept_open.read(self._key, PLACE, SIZE))
        except OSError:
            return None

    def close(self) -> None:
        """End counting, once the file is closed in every other way."""
        if self._key is not None:
            kept_open.give_back(self._key)
            self._key = None
