"""Export a project into a folder: all tables of one state, and all complete before any of them gets its name."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path

from models.errors import NotExported
from models.exports.csv_files import Csv
from models.exports.left_out import left_out
from models.exports.listed_lines import of_statements
from models.exports.options import Options
from models.exports.report import File, Report
from models.exports.source import GoOn, Source, no_progress
from models.exports.target import Target, Written
from models.files import see_on_disk
from models.store import Store
from models.translation import _, ngettext

PREPARED = ".onrecord-"
"""The prefix of the temporary folders in which tables are prepared."""


def export(
    store: Store,
    folder: Path,
    target: Target | None = None,
    options: Options | None = None,
    go_on: GoOn = no_progress,
) -> Report:
    """Write a project into a folder, by default its tables as CSV. The folder is created if necessary.

    `go_on` is told how far it is, and stops it by raising Interrupted; no file of the folder has changed then. Raises
    NotExported, and the errors of the store.
    """
    target, options = target or Csv(), options or Options()
    with _temporary_folder(folder, target.names) as place:
        with store.snapshot(of_statements(options.orders), options.only) as snapshot:
            written, remarks = _write(Source(snapshot, options, go_on), target, place)
            if not snapshot.sound():
                remarks.insert(0, _unsound())
        for file in written.files:
            see_on_disk(file.path)
        _move_into_place([file.path.name for file in written.files], place, folder)
    files = tuple(replace(file, path=folder / file.path.name) for file in written.files)
    return Report(files, (*remarks, *written.remarks))


def tables_in(folder: Path, target: Target | None = None) -> list[Path]:
    """Return the files of a folder that an export would replace."""
    names = (target or Csv()).names
    found = (sorted(folder.glob(name)) if "*" in name else [folder / name] for name in names)
    return [path for paths in found for path in paths if os.path.lexists(path)]


@contextmanager
def _temporary_folder(folder: Path, names: Sequence[str]) -> Iterator[Path]:
    """Yield a temporary folder on the same disk, for files that are not complete yet."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(folder, names)
        with tempfile.TemporaryDirectory(prefix=PREPARED, dir=folder, ignore_cleanup_errors=True) as place:
            yield Path(place)
    except OSError as error:
        raise NotExported(
            _("The tables were not written into “{folder}”: {reason}.").format(folder=folder, reason=error.strerror),
            _untouched(),
            _("Make room there or choose another folder, then export again."),
        ) from error


def _remove_leftovers(folder: Path, names: Sequence[str]) -> None:
    """Delete what a killed export has left behind: folders with our prefix that contain only files of ours."""
    for left in folder.glob(f"{PREPARED}*"):
        if left.is_dir() and not left.is_symlink() and all(_is_ours(path, names) for path in left.iterdir()):
            shutil.rmtree(left, ignore_errors=True)


def _is_ours(path: Path, names: Sequence[str]) -> bool:
    return any(fnmatch(path.name, name) for name in names)


def _write(source: Source, target: Target, place: Path) -> tuple[Written, list[str]]:
    """Write all files, compare them with the project, and return remarks on its records."""
    written = target.write(source, place)
    files = tuple(_compared(file, target, source.counts) for file in written.files)
    return replace(written, files=files), [*left_out(source), *source.missing.sentences()]


def _compared(file: File, target: Target, counts: Mapping[str, int]) -> File:
    """Return a file with the number of its rows as it is read back.

    Refuse to publish a table that has more or fewer rows than the project.
    """
    if file.table is None:
        return file
    expected = counts.get(file.table, file.rows)
    try:
        rows = target.count(file)
    except ValueError as error:
        what = _("“{name}” cannot be read back: {reason}.").format(name=file.path.name, reason=error)
        raise NotExported(what, _untouched(), _("Export again, to another disk if possible.")) from error
    if not rows == file.rows == expected:
        raise NotExported(
            _("“{name}” would have {rows:,} rows, but the project has {expected:,}.").format(
                name=file.path.name, rows=rows, expected=expected
            ),
            _untouched(),
            _("Check the project: run “onrecord check”."),
        )
    return replace(file, read_back=rows)


def _move_into_place(names: Sequence[str], place: Path, folder: Path) -> None:
    """Move the complete files into the folder, replacing files with the same names."""
    for done, name in enumerate(names):
        try:
            (place / name).replace(folder / name)
        except OSError as error:
            raise NotExported(
                _("“{name}” cannot be replaced: {reason}.").format(name=name, reason=error.strerror),
                _replaced(names[:done]),
                _("Close it in other programs, then export again."),
            ) from error


def _replaced(names: Sequence[str]) -> str:
    if not names:
        return _untouched()
    said = ngettext(
        "The project is safe. Only {names} has been written.",
        "The project is safe. Only {names} have been written.",
        len(names),
    )
    return said.format(names=", ".join(names))


def _untouched() -> str:
    return _("The project is safe, and the tables in the folder were not changed.")


def _unsound() -> str:
    return _(
        "The project is damaged, and records may be missing or wrong in the tables: run “onrecord check”, and open the "
        "last good copy."
    )
