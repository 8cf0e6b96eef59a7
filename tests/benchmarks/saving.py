"""What it costs that an edit survives a power cut: waiting until the deletion of the journal is on disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from models.edits import Edit, made
from models.entities import Speaker
from models.store import Store
from tests.benchmarks.measuring import Pair, Timed, timed
from tests.benchmarks.places import Places
from tests.benchmarks.writing import AT, CODER


@contextmanager
def beside_full(places: Places) -> Iterator[Pair]:
    """One small edit, beside the same in a project whose journal is removed without waiting for the folder."""
    with _new(places.folder) as ours, _new(places.folder) as floor:
        floor._connection.execute("PRAGMA synchronous = FULL")
        yield Pair(_edit(ours), _edit(floor))
    ours.path.unlink()
    floor.path.unlink()


def _new(folder: Path) -> Store:
    return Store.create(folder / f"{uuid4()}.onrecord")


def _edit(store: Store) -> Timed:
    def once() -> float:
        edit = Edit("New speaker", (made(Speaker(name="Ida Brekke")),)).stamped(CODER, AT)
        return timed(lambda: store.apply(edit))

    return once
