"""Recognise the log that another program has left beside a file: changes that are not in the file itself yet.

Onrecord never keeps one, but a program that does can switch a project over to it, and leave the log when it dies.
https://www.sqlite.org/fileformat2.html#the_write_ahead_log
"""

from pathlib import Path

MAGICS = (bytes.fromhex("377f0682"), bytes.fromhex("377f0683"))
HEADER = 32
"""The bytes before the first change."""
WITH_LOG, WITHOUT = b"\x02\x02", b"\x01\x01"
"""What the header of a file says at its place 18."""


def log_beside(path: Path) -> Path:
    """Return where SQLite keeps the log of a file: beside the file itself, not beside a link to it."""
    real = path.resolve()
    return real.with_name(f"{real.name}-wal")


def has_log(path: Path) -> bool:
    """Return whether there are changes in a log beside a file."""
    try:
        with log_beside(path).open("rb") as log:
            return len(begin := log.read(HEADER + 1)) > HEADER and begin.startswith(MAGICS)
    except OSError:
        return False


def is_kept_with_log(path: Path) -> bool:
    """Return whether a file says that its changes are kept in a log."""
    try:
        with path.open("rb") as file:
            return file.read(20)[18:] == WITH_LOG
    except OSError:
        return False
