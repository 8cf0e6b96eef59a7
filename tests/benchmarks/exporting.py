"""The tables of a large project as CSV, beside csv.writer over a bare cursor that joins the same columns."""

import csv
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from models.exports import export
from models.exports.csv_files import CsvFile
from models.exports.tables import STATEMENTS
from models.store import Store
from models.store.lines import statement_lines
from tests.benchmarks.bare import TABLES
from tests.benchmarks.measuring import Pair, timed
from tests.benchmarks.places import Places


@contextmanager
def everything(places: Places) -> Iterator[Pair]:
    """All five tables, as Export writes them."""
    path = places.large_project().path
    with tempfile.TemporaryDirectory(dir=places.folder) as folder, Store.open(path, read_only=True) as store:
        ours, bare = Path(folder, "ours"), Path(folder, "bare")
        bare.mkdir()
        yield Pair(
            lambda: timed(lambda: export(store, ours)), lambda: timed(lambda: _write_bare(path, bare, tuple(TABLES)))
        )


@contextmanager
def statements(places: Places) -> Iterator[Pair]:
    """The statements alone."""
    path = places.large_project().path
    with tempfile.TemporaryDirectory(dir=places.folder) as folder, Store.open(path, read_only=True) as store:
        ours, bare = Path(folder, "ours"), Path(folder, "bare")
        ours.mkdir()
        bare.mkdir()
        yield Pair(
            lambda: timed(lambda: _write_statements(store, ours)),
            lambda: timed(lambda: _write_bare(path, bare, ("statements",))),
        )


def _write_statements(store: Store, folder: Path) -> None:
    with store.snapshot() as snapshot, CsvFile(folder, STATEMENTS, bom=True) as file:
        known = {speaker.id: speaker for speaker in snapshot.speakers()}
        for article in snapshot.articles():
            file.write(statement_lines(article, known))
        file.finish()


def _write_bare(project: Path, folder: Path, tables: tuple[str, ...]) -> None:
    with closing(sqlite3.connect(project)) as connection:
        for table in tables:
            with (folder / f"{table}.csv").open("w", encoding="utf-8-sig", newline="") as file:
                csv.writer(file).writerows(connection.execute(TABLES[table]))
