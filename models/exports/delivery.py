"""Export a project into a folder: all files of one state, and all complete before any of them gets its name."""

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace as changed
from pathlib import Path

from models.errors import NotExported
from models.exports.comparing import compared
from models.exports.csv_files import Csv
from models.exports.left_out import left_out
from models.exports.listed_lines import of_statements
from models.exports.options import Options
from models.exports.publishing import publish, untouched
from models.exports.report import File, Report
from models.exports.source import GoOn, Source, no_progress
from models.exports.tables import tables as every_table
from models.exports.target import Target, Written
from models.exports.working_folder import NOTE, working_folder
from models.store import Store
from models.translation import _, ngettext

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""What the system says of a full disk; the writer of SPSS and Stata files says only that it cannot write."""

FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)

ALONE = (".csv", ".parquet", ".sav", ".dta")
"""The suffixes of files that have one table each, and its name."""


def export(  # noqa: PLR0913
    store: Store,
    folder: Path,
    target: Target | None = None,
    options: Options | None = None,
    go_on: GoOn = no_progress,
    *,
    replace: bool = True,
) -> Report:
    """Write a project into a folder, by default its tables as CSV. The folder is created if necessary.

    Without `replace`, an export that would replace files is refused. `go_on` is told how far it is, and stops it by
    raising Interrupted; no file of the folder has changed then. Raises NotExported, and the errors of the store.
    """
    target, options = target or Csv(), options or Options()
    with _in_words(folder):
        _expect_free(tables_in(folder, target, options), replace=replace)
        with working_folder(folder) as place:
            with store.snapshot(of_statements(options.orders), options.only) as snapshot:
                written, remarks = _write(Source(snapshot, options, go_on), target, place)
                if not snapshot.sound():
                    remarks.insert(0, _unsound())
                if snapshot.newer:
                    remarks.insert(0, _newer())
            publish([*dict.fromkeys(file.path for file in written.files)], folder, replace=replace)
        files = tuple(changed(file, path=folder / file.path.name) for file in written.files)
        others = _others(tables_in(folder, target), files, folder)
    return Report(files, (*remarks, *written.remarks, *others))


def tables_in(folder: Path, target: Target | None = None, options: Options | None = None) -> list[Path]:
    """Return the files of a folder that an export would replace."""
    names = [name for name in (target or Csv()).names if _is_wanted(name, options or Options())]
    found = (sorted(folder.glob(name)) if "*" in name else [folder / name] for name in names)
    return [path for paths in found for path in paths if os.path.lexists(path)]


def _is_wanted(name: str, options: Options) -> bool:
    """Return whether a file is not that of a table which is not wanted."""
    file, known = Path(name), {table.name for table in every_table()}
    is_table = file.suffix in ALONE and file.stem in known
    return not (is_table and options.tables and file.stem not in options.tables)


@contextmanager
def _in_words(folder: Path) -> Iterator[None]:
    """Say in words why the system refuses to write into a folder."""
    try:
        yield
    except OSError as error:
        raise NotExported(
            _("The files were not written into “{folder}”: {reason}.").format(
                folder=folder, reason=error.strerror or error
            ),
            untouched(),
            _advice(error),
        ) from error


def _advice(error: OSError) -> str:
    if error.errno in FULL:
        return _("Make room there or choose another folder, then export again.")
    if error.errno in FORBIDDEN:
        return _("Choose a folder that you may write into, then export again.")
    return _("Choose another folder, then export again.")


def _expect_free(there: Iterable[Path], *, replace: bool) -> None:
    """Raise NotExported if files or folders are there that are not to be replaced."""
    kept = [path for path in there if not replace or (path.is_dir() and not path.is_symlink())]
    if not kept:
        return
    what = ngettext(
        "“{folder}” already contains {names}, which is not to be replaced.",
        "“{folder}” already contains {names}, which are not to be replaced.",
        len(kept),
    )
    names = ", ".join(path.name for path in kept)
    raise NotExported(
        what.format(folder=kept[0].parent, names=names), untouched(), _("Choose another folder, then export again.")
    )


def _others(there: Iterable[Path], files: Iterable[File], folder: Path) -> Iterator[str]:
    """Yield a sentence about files of this form that this export has not written, and one if there is a note."""
    written = {file.path for file in files}
    if others := [path.name for path in there if path not in written]:
        said = ngettext(
            "{names} was in the folder before, and is not part of this export.",
            "{names} were in the folder before, and are not part of this export.",
            len(others),
        )
        yield said.format(names=", ".join(others))
    if (folder / NOTE).exists():
        yield _("“{note}” in the folder is about other files, of an export that was not finished.").format(note=NOTE)


def _write(source: Source, target: Target, place: Path) -> tuple[Written, list[str]]:
    """Write all files, compare them with the project, and return remarks on its records."""
    written = target.write(source, place)
    files = compared(written.files, target, source.counts)
    return changed(written, files=files), [*left_out(source), *source.missing.sentences()]


def _newer() -> str:
    return _(
        "The project was made by a newer version of Onrecord: what only that version knows is left out. Where that "
        "matters, export it with the newest version."
    )


def _unsound() -> str:
    return _(
        "The project is damaged, and records may be missing or wrong in the tables: run “onrecord check”, and open the "
        "last good copy."
    )
