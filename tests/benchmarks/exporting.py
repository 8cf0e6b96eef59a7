"""The tables of a large project as CSV, beside csv.writer over the same rows, ready in memory."""

import csv
import subprocess
import sys
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

MOST_MEGABYTES = 60.0
"""What an export may need beside what the open project needs."""

PEAK = r"""
import re, sys
from pathlib import Path
from models.exports.delivery import export
from models.exports.formats import format_named
from models.store import Store

def peak():
    return int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]) / 1024

with Store.open(Path(sys.argv[1]), read_only=True) as store:
    before = peak()
    export(store, Path(sys.argv[2]), format_named(sys.argv[3]).make())
    print(peak() - before)
"""
"""Exports a project into a folder and prints by how many megabytes the process has grown at most.

Linux tells it of this process alone; `ru_maxrss` would begin with the memory of the process that started it.
"""


@contextmanager
def everything(places: Places) -> Iterator[Pair]:
    """All tables, as Export writes them."""
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


@contextmanager
def memory(places: Places) -> Iterator[Pair]:
    """The memory of a process that exports, beyond what it has with the project open: megabytes."""
    path = places.multiplied(places.sizes.most)
    with tempfile.TemporaryDirectory(dir=places.folder) as folder:

        def ours() -> float:
            command = [sys.executable, "-c", PEAK, str(path), folder, "csv"]
            return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

        yield Pair(ours, lambda: MOST_MEGABYTES)


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
