"""A project of version 3 is opened by every later version, and version 3 itself is never changed."""

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
from tests.models.version_3.make import LAYOUT, OUTSIDE_ID, VIEW
from tests.snapshots import faults_of, query

KEPT = Path(__file__).parent / "version_3"

SHA256 = "2be25f03ca014116efffcd8a80b9438f90b8e006d4c3731c6fda44c992f11bd9"
"""Of the file as it was put here."""

FLAGGED = ("article", "speaker", "claim", "number")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return the path of a copy of the file."""
    return Path(shutil.copy(KEPT / "study.onrecord", tmp_path / "study.onrecord"))


def test_the_file_is_the_one_that_was_put_here() -> None:
    assert hashlib.sha256((KEPT / "study.onrecord").read_bytes()).hexdigest() == SHA256


def test_a_project_of_version_3_is_opened_with_its_flags_views_and_layouts(study: Path) -> None:
    told: list[Upgraded] = []
    with Store.open(study, upgraded=told.append) as store:
        assert [each.before for each in told] == [3] * (VERSIONS.newest > 3)
        assert store.problems() == []
        assert [(view.name, view.definition) for view in store.views().of("statements")] == [
            ("By topic", VIEW),
            ("Open places", VIEW),
        ]
        assert store.layouts() == {"statements": LAYOUT}
        speakers = store.registry().speakers.values()
        assert [(each.name, each.outside_id) for each in speakers if each.discuss] == [("Ida Brekke", OUTSIDE_ID)]
    for table in FLAGGED:
        assert query(study, f"SELECT sum(discuss), count(*) > 1 FROM {table}") == [(1, 1)]
    assert faults_of(study) == []


def test_what_was_done_in_version_3_can_be_undone_and_done_again(study: Path) -> None:
    with Store.open(study, upgraded=lambda _upgraded: None) as store:
        for next_ in (store.undoable, store.redoable):
            count = 0
            while line := next_(CODER):
                store.apply(signed(store.edit(line).inverse))
                count += 1
            assert store.problems() == []
            assert count > 35
        assert {view.name for view in store.views().of("statements")} == {"By topic", "To discuss"}
        for table in FLAGGED:
            assert query(study, f"SELECT sum(discuss) FROM {table}") == [(1,)]


@pytest.mark.parametrize("version", [1, 2])
def test_a_project_of_an_earlier_version_gets_what_version_3_has(tmp_path: Path, version: int) -> None:
    older = KEPT.parent / f"version_{version}" / "study.onrecord"
    path = Path(shutil.copy(older, tmp_path))
    with Store.open(path, upgraded=lambda _upgraded: None) as store:
        assert store.problems() == []
        assert (store.views().views, store.layouts()) == ({}, {})
    for table in FLAGGED:
        assert query(path, f"SELECT DISTINCT discuss FROM {table}") == [(0,)]
    assert faults_of(path) == []


def test_version_3_is_never_changed() -> None:
    described = (KEPT / "structure.txt").read_text(encoding="utf-8").splitlines()
    assert _described(structure(VERSIONS, 3)) == described
    with closing(sqlite3.connect(f"{(KEPT / 'study.onrecord').as_uri()}?mode=ro", uri=True)) as connection:
        assert _described(structure_of(connection)) == described


def _described(found: Structure) -> list[str]:
    return sorted(map(repr, found))
