"""Write a file under a temporary name, wait until it is on the disk, and rename it when it is complete."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path

from models.errors import NotSaved
from models.translation import _

PROJECT_SUFFIX = ".onrecord"


@contextmanager
def complete(path: Path, safe: str) -> Iterator[Path]:
    """Yield a path beside this one for writing a file; if the file is still there at the end, it is deleted.

    Raises NotSaved, with `safe` as what is safe, if the system refuses to write.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        part.unlink(missing_ok=True)
        try:
            yield part
        finally:
            _clear(part, part.with_name(f"{part.name}-journal"))  # where SQLite could not undo a write to it
    except OSError as error:
        raise NotSaved(
            _("“{name}” cannot be written: {reason}.").format(name=path.name, reason=error.strerror),
            safe,
            _("Choose another name or folder."),
        ) from error


def _clear(*left: Path) -> None:
    """Delete what is left over; if that fails, what was made is made all the same, and the next time tries again."""
    for each in left:
        with suppress(OSError):
            each.unlink(missing_ok=True)


def clear_parts(path: Path) -> tuple[Path, ...]:
    """Delete what `complete` has left of this file, and SQLite of its journal, in a program that was killed; return
    what cannot be deleted.

    Nobody else may be writing the file.
    """
    parts = tuple(path.parent.glob(f".{escape(path.name)}.*.new*"))
    _clear(*parts)
    return tuple(part for part in parts if part.exists())


def free_path(wanted: Path) -> Path:
    """Return a path, or the first of "name 2", "name 3" … if it is taken."""
    path, count = wanted, 2
    while path.exists():
        path = wanted.with_name(f"{wanted.stem} {count}{wanted.suffix}")
        count += 1
    return path


def see_on_disk(part: Path) -> None:
    """Wait until a file is on the disk. SQLite does not wait after VACUUM INTO:
    https://www.sqlite.org/lang_vacuum.html.
    """
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def see_name_on_disk(path: Path) -> None:
    """Wait until the folder's entry for a new file is on the disk too; until then a power cut can remove the file."""
    if os.name != "nt":  # Windows does not open folders, and writes their entries together with the file
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def give_name(made: Path, path: Path, *, replace: bool = False) -> None:
    """Give a complete file its name, and wait until both are on the disk.

    Without `replace`, raises FileExistsError if another file has taken that name in the meantime. Raises NotSaved if
    the file has its name, but the disk does not say that it keeps it.
    """
    see_on_disk(made)
    take_name(made, path, replace=replace)
    try:
        see_name_on_disk(path)
    except OSError as error:
        raise NotSaved(
            _("“{name}” is written, but its disk reports an error: {reason}.").format(
                name=path.name, reason=error.strerror
            ),
            _("It is complete now, but a power cut may take it away."),
            _("Save another copy on another disk to be safe."),
        ) from error


def take_name(made: Path, path: Path, *, replace: bool) -> None:
    """Give a file another name. Without `replace`, raises FileExistsError if another file has it."""
    if replace:
        made.replace(path)
    else:
        link_or_rename(made, path)
        _clear(made)


def link_or_rename(made: Path, path: Path) -> None:
    """Give a file a second name, or another one where a file cannot have two.

    Raises FileExistsError if another file has it.
    """
    try:
        os.link(made, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links, as on many USB sticks
        made.rename(path)
