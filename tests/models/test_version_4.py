"""A project of version 4 is opened by every later version, and version 4 itself is never changed."""

import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from models.store import Store
from models.store.structure import Structure, structure_of
from models.store.upgrading import Upgraded
from models.store.versions import VERSIONS, structure
from tests.example import CODER, signed
from tests.models.version_4.make import FIRST, LATER
from tests.snapshots import faults_of, query, rows_of

KEPT = Path(__file__).parent / "version_4"

SHA256 = "24c074942fdd4a2a843e8848563c392dac01d193a406537ddca411cbfbe4d50a"
"""Of the file as it was put here."""

VIEWS = {"articles", "speakers", "aliases", "claims", "numbers", "statements", "answers"}


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return the path of a copy of the file."""
    return Path(shutil.copy(KEPT / "study.onrecord", tmp_path / "study.onrecord"))


def test_the_file_is_the_one_that_was_put_here() -> None:
    assert hashlib.sha256((KEPT / "study.onrecord").read_bytes()).hexdigest() == SHA256


def test_a_project_of_version_4_is_opened_with_its_exports_and_views(study: Path) -> None:
    told: list[Upgraded] = []
    with Store.open(study, upgraded=told.append) as store:
        assert [each.before for each in told] == [4] * (VERSIONS.newest > 4)
        assert store.problems() == []
        exports = [(each.name, each.definition) for each in store.exports().in_order()]
        assert exports == [("A draft", FIRST), ("For R", LATER), ("For the repository", FIRST)]
    assert {name for (name,) in query(study, "SELECT name FROM sqlite_schema WHERE type = 'view'")} >= VIEWS
    for view in VIEWS:
        assert query(study, f"SELECT count(*) FROM {view}") > [(0,)]
    assert faults_of(study) == []


def test_what_was_done_in_version_4_can_be_undone_and_done_again(study: Path) -> None:
    with Store.open(study, upgraded=lambda _upgraded: None) as store:
        for next_ in (store.undoable, store.redoable):
            count = 0
            while line := next_(CODER):
                store.apply(signed(store.edit(line).inverse))
                count += 1
            assert store.problems() == []
            assert count > 40
        assert {each.name for each in store.exports().in_order()} == {"For R", "For the repository"}


@pytest.mark.parametrize("version", [1, 2, 3])
def test_a_project_of_an_earlier_version_gets_what_version_4_has_and_keeps_its_records(
    tmp_path: Path, version: int
) -> None:
    older = KEPT.parent / f"version_{version}" / "study.onrecord"
    path = Path(shutil.copy(older, tmp_path))
    with Store.open(path, upgraded=lambda _upgraded: None) as store:
        assert store.problems() == []
        assert store.exports().in_order() == []
    for view in VIEWS - {"answers"}:
        assert query(path, f"SELECT count(*) FROM {view}") > [(0,)]
    assert faults_of(path) == []


def test_the_records_of_version_3_are_the_same_in_version_4(tmp_path: Path) -> None:
    older = Path(shutil.copy(KEPT.parent / "version_3" / "study.onrecord", tmp_path))
    tables = [str(name) for (name,) in query(older, "SELECT name FROM pragma_table_list WHERE type = 'table'")]
    selections = [_selection(older, name) for name in tables if not name.startswith("sqlite_")]
    kept = {selection: query(older, selection) for selection in selections}
    with Store.open(older, upgraded=lambda _upgraded: None):
        pass
    assert {selection: query(older, selection) for selection in selections} == kept
    assert rows_of(older)["export"] == frozenset()


def _selection(path: Path, table: str) -> str:
    """Return the query for the columns that a table has now: a later version may add others."""
    columns = ", ".join(f'"{name}"' for (name,) in query(path, f"SELECT name FROM pragma_table_info('{table}')"))
    return f'SELECT {columns} FROM "{table}"'


def test_version_4_is_never_changed() -> None:
    described = (KEPT / "structure.txt").read_text(encoding="utf-8").splitlines()
    assert _described(structure(VERSIONS, 4)) == described
    with closing(sqlite3.connect(f"{(KEPT / 'study.onrecord').as_uri()}?mode=ro", uri=True)) as connection:
        assert _described(structure_of(connection)) == described


def _described(found: Structure) -> list[str]:
    return sorted(map(repr, found))
