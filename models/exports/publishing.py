"""Give the files of an export their names: all of them or none, or else a note beside them says that they are mixed.

One file is replaced in one step. Several cannot be: the system renames one after the other, and a program that is
killed in between leaves files of two exports. So what is replaced is kept until the last file has its name, a failure
puts it back, and meanwhile a note is in the folder, which stays if the program is killed.
"""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from errno import EISDIR
from pathlib import Path

from models.errors import NotExported
from models.exports.working_folder import KEPT, NOTE, delete, kept_in, left_in
from models.files import link_or_rename, see_name_on_disk, see_on_disk, take_name
from models.translation import _


def publish(files: Sequence[Path], folder: Path, *, replace: bool) -> None:
    """Move complete files from their working folder into a folder, and wait until they are on the disk.

    Raises NotExported, and leaves all files that were there, if the system refuses, and without `replace` also if one
    of them is there.
    """
    for file in files:
        see_on_disk(file)
    if len(files) == 1:
        _give_name(files[0], folder / files[0].name, replace=replace)
    else:
        _give_names(files, folder, replace=replace)
    see_name_on_disk(folder / NOTE)


def untouched() -> str:
    """Return what is safe where nothing was replaced."""
    return _("The project is safe, and the files in the folder were not changed.")


def _give_names(files: Sequence[Path], folder: Path, *, replace: bool) -> None:
    kept = files[0].parent / KEPT
    kept.mkdir()
    stuck: list[str] = []
    with _noted(files, folder, stuck):
        with ExitStack() as undo:
            for file in files:
                path, old = folder / file.name, kept / file.name
                undo.callback(_put_back, file, path, old, stuck)
                if replace:
                    _keep(path, old)
                _give_name(file, path, replace=replace)
            undo.pop_all()
        see_name_on_disk(folder / NOTE)


def _keep(path: Path, old: Path) -> None:
    """Keep a file that is going to be replaced, if there is one; a link in its place is kept as a link."""
    with _refused(path):
        if path.is_symlink():
            path.rename(old)
        elif path.is_dir():
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
        elif path.exists():
            link_or_rename(path, old)


def _give_name(file: Path, path: Path, *, replace: bool) -> None:
    with _refused(path):
        take_name(file, path, replace=replace)


def _put_back(file: Path, path: Path, old: Path, stuck: list[str]) -> None:
    """Undo the replacement of a file as far as it went; if the system refuses even that, add its name to `stuck`."""
    try:
        if os.path.lexists(old):
            if path.exists() and not old.is_symlink() and old.samefile(path):
                old.unlink()  # of two links to the same file, the system would replace neither by the other
            else:
                old.replace(path)
        elif not file.exists():
            path.unlink()
    except OSError:
        stuck.append(path.name)


@contextmanager
def _refused(path: Path) -> Iterator[None]:
    """Say in words that the system refuses to replace a file."""
    try:
        yield
    except OSError as error:
        raise NotExported(
            _("“{name}” cannot be replaced: {reason}.").format(name=path.name, reason=error.strerror),
            untouched(),
            _("Close it in other programs, then export again."),
        ) from error


@contextmanager
def _noted(files: Sequence[Path], folder: Path, stuck: list[str]) -> Iterator[None]:
    """Have a note in the folder while its files are of two exports; it stays if some are `stuck` in that state.

    An older note is put back, unless it is about files that have all been replaced now.
    """
    note, place, names = folder / NOTE, files[0].parent, {file.name for file in files}
    older = note.read_text("utf-8") if note.exists() else None
    note.write_text(_words(place, sorted(names)), "utf-8")
    see_on_disk(note)
    see_name_on_disk(note)
    with ExitStack() as failed:
        failed.callback(_end_unless, stuck, note, older)
        with _mixed(stuck):
            yield
        failed.pop_all()
    lefts = [left for left in left_in(folder) if left != place]
    settled = all(path.name in names for left in lefts for path in kept_in(left))
    _end(note, None if settled else older)
    shutil.rmtree(place / KEPT, ignore_errors=True)
    for left in lefts:
        delete(left, folder)


@contextmanager
def _mixed(stuck: Sequence[str]) -> Iterator[None]:
    """Say in words that the files in the folder are not whole, if some are `stuck`."""
    try:
        yield
    except NotExported as error:
        if not stuck:
            raise
        words = _("The project is safe, but {names} could not be put back: the folder has files of two exports now.")
        raise NotExported(error.what, words.format(names=", ".join(stuck)), error.do) from error


def _end_unless(stuck: Sequence[str], note: Path, older: str | None) -> None:
    if not stuck:
        _end(note, older)


def _end(note: Path, older: str | None) -> None:
    if older is None:
        note.unlink()
    else:
        note.write_text(older, "utf-8")


def _words(place: Path, names: Sequence[str]) -> str:
    kept = _("The files that have been replaced are in the hidden folder “{folder}”.")
    said = (
        _("An export into this folder was not finished. Some of these files may be new, and others from before:"),
        *(f"- {name}" for name in names),
        "",
        _("Do not use them together. Export again into this folder; this note is deleted then."),
        kept.format(folder=f"{place.name}/{KEPT}"),
        _("Begun: {time}").format(time=datetime.now().astimezone().isoformat(" ", "seconds")),
    )
    return "\n".join(said) + "\n"
