"""Export a project into a folder: all tables of one state, and all complete before any of them gets its name."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from models.errors import NotExported
from models.exports.answers import AnswerCells
from models.exports.csv_files import Csv
from models.exports.lines import all_lines, no_answers
from models.exports.listed_lines import Orders, of_statements, only_listed, places
from models.exports.report import File, Missing, Report
from models.exports.tables import tables
from models.exports.target import Target, Written
from models.files import see_on_disk
from models.store import Store
from models.store.snapshot import Counts, Snapshot
from models.translation import _, ngettext

NO_ORDERS: Orders = MappingProxyType({})
PREPARED = ".onrecord-"
"""The prefix of the temporary folders in which tables are prepared."""


def export(
    store: Store, folder: Path, target: Target | None = None, *, codes: bool = False, orders: Orders = NO_ORDERS
) -> Report:
    """Write the tables of a project into a folder, by default as CSV. The folder is created if necessary.

    Choices of the codebook are written by their labels, or by their `codes`. A table with an order in `orders` has only
    the lines that it asks for, sorted; all other tables are whole.

    Raises NotExported, and the errors of the store.
    """
    target = target or Csv()
    names = target.names(tables())
    with _temporary_folder(folder, names) as place:
        with store.snapshot(of_statements(orders)) as snapshot:
            written, remarks = _write(snapshot, target, place, codes, orders)
        for file in written.files:
            see_on_disk(file.path)
        _move_into_place(names, place, folder)
    files = tuple(File(folder / file.path.name, file.table, file.rows) for file in written.files)
    return Report(files, (*remarks, *written.remarks))


def tables_in(folder: Path, target: Target | None = None) -> list[Path]:
    """Return the files of a folder that an export would replace."""
    return [path for name in (target or Csv()).names(tables()) if os.path.lexists(path := folder / name)]


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
        if left.is_dir() and not left.is_symlink() and {path.name for path in left.iterdir()} <= set(names):
            shutil.rmtree(left, ignore_errors=True)


def _write(snapshot: Snapshot, target: Target, place: Path, codes: bool, orders: Orders) -> tuple[Written, list[str]]:
    """Write all tables, compare them with the project, and return remarks on its records."""
    missing, cells = Missing(), snapshot.exported_cells()
    answers = AnswerCells(snapshot.codebook(), cells.answers, codes)
    lines, expected = all_lines(cells, missing, answers.of if answers.columns else no_answers), snapshot.counts()
    if orders:
        listed = {table: places(snapshot, table, order) for table, order in orders.items()}
        lines = only_listed(lines, orders, listed)
        expected = expected._replace(**{table.name.lower(): len(found) for table, found in listed.items()})
    written = target.write(lines, tables(answers.columns), place)
    _compare(written, expected)
    remarks = missing.sentences()
    if not snapshot.sound():
        remarks.insert(0, _unsound())
    return written, remarks


def _compare(written: Written, counts: Counts) -> None:
    """Refuse to publish tables that have more or fewer rows than the project."""
    expected = counts._asdict()
    for file in written.files:
        if file.rows != expected[file.table]:
            raise NotExported(
                _("“{name}” would have {rows:,} rows, but the project has {expected:,}.").format(
                    name=file.path.name, rows=file.rows, expected=expected[file.table]
                ),
                _untouched(),
                _("Check the project: run “onrecord check”."),
            )


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
