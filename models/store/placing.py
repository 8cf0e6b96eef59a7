"""Files that get their name only when they are complete, and are on the disk when that is said."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.errors import NotSaved


@contextmanager
def complete(path: Path, safe: str) -> Iterator[Path]:
    """Yield a path beside this one to write a file at; what is still there at the end is deleted.

    Raises NotSaved, with what is `safe`, where the system refuses to write.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        part.unlink(missing_ok=True)
        try:
            yield part
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise NotSaved(
            f"“{path.name}” cannot be written: {error.strerror}.", safe, "Choose another name or folder."
        ) from error


def see_on_disk(part: Path) -> None:
    """Wait until a copy is on the disk; SQLite does not, after VACUUM INTO: https://www.sqlite.org/lang_vacuum.html."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def see_name_on_disk(path: Path) -> None:
    """Wait until the folder's entry for a new file is on the disk too: without it, a power cut takes the file away."""
    if os.name != "nt":  # Windows opens no folders, and writes their entries together with the file
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def put(made: Path, path: Path) -> None:
    """Give a complete file its name, unless a file has taken that name meanwhile."""
    try:
        os.link(made, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links, as on many sticks
        made.rename(path)
