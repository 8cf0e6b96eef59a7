"""Projects of every version that was released, kept as they were made, and what is done with each in tests."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from models.store import Store
from models.store.structure import Structure
from models.store.upgrading import Upgraded
from models.store.versions import VERSIONS
from tests.example import CODER, signed
from tests.snapshots import faults_of, query


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """The project of a version; `sha256` is that of the file as it was put here."""

    number: int
    sha256: str

    @property
    def folder(self) -> Path:
        return Path(__file__).parent / f"version_{self.number}"

    @property
    def file(self) -> Path:
        return self.folder / "study.onrecord"

    def copy(self, folder: Path) -> Path:
        """Copy the file into a folder, and return the path of the copy."""
        return Path(shutil.copy(self.file, folder / "study.onrecord"))

    @contextmanager
    def opened(self, path: Path) -> Iterator[Store]:
        """Open a copy, which is upgraded once if it is of an older version, and is without faults."""
        told: list[Upgraded] = []
        with Store.open(path, upgraded=told.append) as store:
            assert [each.before for each in told] == [self.number] * (VERSIONS.newest > self.number)
            assert store.problems() == []
            yield store
        assert faults_of(path) == []


KEPT = (
    KeptVersion(1, "b30e93688bdec6331479fe061864c9c371b70e6e141332cbeb48718321fd540a"),
    KeptVersion(2, "3f1d94e5179ea1b0f1d3aafec470df435e6d4e4beef3632845949b85fab27bc5"),
    KeptVersion(3, "2be25f03ca014116efffcd8a80b9438f90b8e006d4c3731c6fda44c992f11bd9"),
    KeptVersion(4, "24c074942fdd4a2a843e8848563c392dac01d193a406537ddca411cbfbe4d50a"),
    KeptVersion(5, "3b6389a59272c80bfc6bdb7a3ef575ad8dac06f750de270d18f10c7b1f6f3b4b"),
    KeptVersion(6, "aaa0cb0c2432c38f8cb47271a1cec7c2a76ead88e698c0383310e3401c7fed33"),
    KeptVersion(7, "2f0f2d081983051568f8e08a3b5b7d0824fe250f89f464630d45021bdcf189e1"),
    KeptVersion(8, "61d7c293b983b880fb4a9d97731a79ac8e9d2e0879a0b29de58b6d08600aa3dd"),
    KeptVersion(9, "b89fbf6f51b8cd258f482ee60a4b4b85be7a16fd3be3e712382cacf2aa01ac72"),
    KeptVersion(10, "0c09f3949c49a28beaccf2caecc845c710e6483a7f771e1c0c63a06a697368a3"),
)


def kept(number: int) -> KeptVersion:
    """Return the project of a version."""
    return KEPT[number - 1]


def undone_and_done_again(store: Store) -> tuple[int, int]:
    """Undo everything and do it again; return how many gestures were undone and done again."""
    counts = []
    for next_ in (store.undoable, store.redoable):
        counts.append(0)
        while line := next_(CODER):
            store.apply(signed(store.edit(line).inverse))
            counts[-1] += 1
        assert store.problems() == []
    undone, done = counts
    return undone, done


def described(found: Structure) -> list[str]:
    """Return a structure as it is written beside a project."""
    return sorted(map(repr, found))


def selections(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of each table, by the query for the columns that it has now: later versions may add others."""
    tables = [str(name) for (name,) in query(path, "SELECT name FROM pragma_table_list WHERE type = 'table'")]
    queries = [_selection(path, name) for name in tables if not name.startswith("sqlite_")]
    return {each: query(path, each) for each in queries}


def _selection(path: Path, table: str) -> str:
    columns = ", ".join(f'"{name}"' for (name,) in query(path, f"SELECT name FROM pragma_table_info('{table}')"))
    return f'SELECT {columns} FROM "{table}" ORDER BY 1, 2'
