"""The tables of a large project as CSV, beside csv.writer over the same rows, ready in memory."""

import csv
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from models.exports.csv_files import Csv
from models.exports.delivery import export
from models.exports.options import Options
from models.exports.source import Source
from models.store import Store
from tests.benchmarks.measuring import Pair, timed
from tests.benchmarks.places import Places


@contextmanager
def everything(places: Places) -> Iterator[Pair]:
    """All five tables, as Export writes them."""
    path = places.large_project().path
    with tempfile.TemporaryDirectory(dir=places.folder) as folder, Store.open(path, read_only=True) as store:
        ours = Path(folder, "ours")
        yield _beside_rows(lambda: export(store, ours), ours)


@contextmanager
def statements(places: Places) -> Iterator[Pair]:
    """The statements alone."""
    path = places.large_project().path
    with tempfile.TemporaryDirectory(dir=places.folder) as folder, Store.open(path, read_only=True) as store:
        ours = Path(folder)
        yield _beside_rows(lambda: _write_statements(store, ours), ours)


def _write_statements(store: Store, folder: Path) -> None:
    with store.snapshot() as snapshot:
        Csv().write(Source(snapshot, Options(tables=("statements",))), folder)


def _beside_rows(write: Callable[[], object], folder: Path) -> Pair:
    """Write once, keep all rows in memory, and write them again with csv.writer alone."""
    write()
    tables = [_rows(path) for path in sorted(folder.glob("*.csv"))]
    return Pair(lambda: timed(write), lambda: timed(lambda: _write_bare(tables, folder / "bare.txt")))


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def _write_bare(tables: list[list[list[str]]], path: Path) -> None:
    for rows in tables:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(rows)
