"""What a backup costs: a copy in small steps, checked and waited for, beside one that SQLite makes at once."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager

from models.backups.making import back_up
from models.backups.places import Place
from models.store.opening import connect
from tests.benchmarks.measuring import Pair, timed
from tests.benchmarks.places import Places


@contextmanager
def beside_vacuum(places: Places) -> Iterator[Pair]:
    """A first backup of a large project, beside VACUUM INTO, which neither checks its copy nor waits for the disk."""
    project, root = places.multiplied(places.sizes.many), places.folder / "backups"

    def ours() -> float:
        root.mkdir()
        took = timed(lambda: back_up(project, Place(root)))
        shutil.rmtree(root)
        return took

    def floor() -> float:
        copy = project.with_suffix(".copy")
        with closing(connect(project, read_only=True)) as connection:
            took = timed(lambda: connection.execute("VACUUM INTO ?", (str(copy),)))
        copy.unlink()
        return took

    yield Pair(ours, floor)
