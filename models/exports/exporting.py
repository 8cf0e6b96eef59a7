"""A project into a folder of tables: all of one state, all complete before any of them gets its name."""

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from models.errors import NotExported
from models.exports.csv_files import CsvFile
from models.exports.report import File, Missing, Report
from models.exports.spreadsheets import Risk, sentences
from models.exports.tables import ARTICLES, CLAIMS, NUMBERS, SPEAKERS, STATEMENTS
from models.store import Store
from models.store.lines import claim_lines, number_lines, statement_lines
from models.store.snapshot import Snapshot

FILES = tuple(f"{table.name}.csv" for table in (STATEMENTS, CLAIMS, NUMBERS, SPEAKERS, ARTICLES))
"""The names of the files that an export writes."""

PREPARED = ".onrecord-"
"""How the name of a folder begins in which tables are made complete."""

UNTOUCHED = "The project is safe, and the tables that were there are as they were."

UNSOUND = (
    "The project is damaged, and records may be missing or wrong in the tables: run “onrecord check”, and open the "
    "last good copy."
)


def export(store: Store, folder: Path, *, bom: bool = True) -> Report:
    """Write statements, claims, numbers, speakers and articles as CSV into a folder, which is made if need be.

    UTF-8, by default with the byte order mark by which Excel knows it. Raises NotExported, and what the store raises.
    """
    with _prepared(folder) as prepared:
        with store.snapshot() as snapshot:
            report = _write(snapshot, prepared, bom)
        _put(report.files, folder)
    return Report(tuple(File(folder / file.path.name, file.rows) for file in report.files), report.remarks)


def tables_in(folder: Path) -> list[Path]:
    """The files of a folder that an export would replace."""
    return [path for name in FILES if os.path.lexists(path := folder / name)]


def _remove_leftovers(folder: Path) -> None:
    """Remove what an export that was killed has left: folders under our name that hold nothing but our tables."""
    for left in folder.glob(f"{PREPARED}*"):
        if left.is_dir() and not left.is_symlink() and {path.name for path in left.iterdir()} <= set(FILES):
            shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _prepared(folder: Path) -> Iterator[Path]:
    """A place on the same disk for files that are not complete yet; what is left there at the end goes."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(folder)
        with tempfile.TemporaryDirectory(prefix=PREPARED, dir=folder, ignore_cleanup_errors=True) as place:
            yield Path(place)
    except OSError as error:
        raise NotExported(
            f"The tables were not written into “{folder}”: {error.strerror}.",
            UNTOUCHED,
            "Make room there or choose another folder, then export again.",
        ) from error


def _write(snapshot: Snapshot, folder: Path, bom: bool) -> Report:
    """Write every table in one walk through the articles."""
    missing = Missing()
    known = {speaker.id: speaker for speaker in snapshot.speakers()}
    with (
        CsvFile(folder, STATEMENTS, bom=bom) as statements,
        CsvFile(folder, CLAIMS, bom=bom) as claims,
        CsvFile(folder, NUMBERS, bom=bom) as numbers,
        CsvFile(folder, SPEAKERS, bom=bom) as speakers,
        CsvFile(folder, ARTICLES, bom=bom) as articles,
    ):
        speakers.write(known.values())
        for article in snapshot.articles():
            statements.write(statement_lines(article, known))
            claims.write(claim_lines(article, known))
            numbers.write(number_lines(article, known))
            articles.write([article])
            missing.count(article)
        written = (statements, claims, numbers, speakers, articles)
        for file in written:
            file.finish()
        files = tuple(File(file.path, file.rows) for file in written)
        risks = sum((file.risks for file in written), Counter[Risk]())
    _compare(files, snapshot)
    unsound = () if snapshot.sound() else (UNSOUND,)
    return Report(files, (*unsound, *missing.sentences(), *sentences(risks)))


def _compare(files: Sequence[File], snapshot: Snapshot) -> None:
    """Refuse to publish tables that hold more or less than the project does."""
    counts = snapshot.counts()._asdict()
    for file in files:
        if counts[file.path.stem] != file.rows:
            raise NotExported(
                f"“{file.path.name}” would have {file.rows:,} rows, but the project has {counts[file.path.stem]:,}.",
                UNTOUCHED,
                "Check the project: run “onrecord check”.",
            )


def _put(files: Sequence[File], folder: Path) -> None:
    """Give complete files their names, in place of those that are there."""
    for done, file in enumerate(files):
        try:
            file.path.replace(folder / file.path.name)
        except OSError as error:
            names = ", ".join(each.path.name for each in files[:done])
            raise NotExported(
                f"“{file.path.name}” cannot be replaced: {error.strerror}.",
                f"The project is safe. Of the tables, {names or 'none'} {'is' if done < 2 else 'are'} new.",
                "Close it in other programs, then export again.",
            ) from error
