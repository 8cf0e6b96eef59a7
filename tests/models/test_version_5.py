"""A project of version 5 is opened by every later version, and version 5 itself is never changed."""

import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from models.entities import SampleMethod
from models.store import Store
from models.store.structure import Structure, structure_of
from models.store.upgrading import Upgraded
from models.store.versions import VERSIONS, structure
from tests.example import CODER, signed
from tests.models.version_5.make import LINE, PRINTED
from tests.snapshots import faults_of, query

KEPT = Path(__file__).parent / "version_5"

SHA256 = "3b6389a59272c80bfc6bdb7a3ef575ad8dac06f750de270d18f10c7b1f6f3b4b"
"""Of the file as it was put here."""


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return the path of a copy of the file."""
    return Path(shutil.copy(KEPT / "study.onrecord", tmp_path / "study.onrecord"))


def test_the_file_is_the_one_that_was_put_here() -> None:
    assert hashlib.sha256((KEPT / "study.onrecord").read_bytes()).hexdigest() == SHA256


def test_a_project_of_version_5_is_opened_with_its_samples_and_the_text_that_was_corrected(study: Path) -> None:
    told: list[Upgraded] = []
    with Store.open(study, upgraded=told.append) as store:
        assert [each.before for each in told] == [5] * (VERSIONS.newest > 5)
        assert store.problems() == []
        samples = store.samples()
        pilot = samples.named("Pilot")
        assert pilot and (pilot.method, pilot.seed, pilot.population) == (SampleMethod.RANDOM, 7, 3)
        assert len(samples.drawn_in(pilot.id)) == 2
        assert samples.named("Main") and not samples.named("A draft")
        (first,) = (line.id for line in store.articles() if line.title.startswith("Harbour"))
        records = store.article_records(first)
        assert records.text.startswith("Corrected\n\n")
        assert records.article.published_words == PRINTED
    assert query(study, "SELECT site, line, is_boilerplate FROM siteline") == [("harbour.example", LINE, 1)]
    assert faults_of(study) == []


def test_what_was_done_in_version_5_can_be_undone_and_done_again(study: Path) -> None:
    with Store.open(study, upgraded=lambda _upgraded: None) as store:
        for next_ in (store.undoable, store.redoable):
            count = 0
            while line := next_(CODER):
                store.apply(signed(store.edit(line).inverse))
                count += 1
            assert store.problems() == []
            assert count > 40
        assert store.samples().named("Pilot")


@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_a_project_of_an_earlier_version_gets_what_version_5_has_and_keeps_its_records(
    tmp_path: Path, version: int
) -> None:
    older = KEPT.parent / f"version_{version}" / "study.onrecord"
    path = Path(shutil.copy(older, tmp_path))
    with Store.open(path, upgraded=lambda _upgraded: None) as store:
        assert store.problems() == []
    for table in ("siteline", "sample", "drawn"):
        assert query(path, f"SELECT count(*) FROM {table}") == [(0,)]
    assert faults_of(path) == []


def test_the_records_of_version_4_are_the_same_in_version_5(tmp_path: Path) -> None:
    older = Path(shutil.copy(KEPT.parent / "version_4" / "study.onrecord", tmp_path))
    tables = [str(name) for (name,) in query(older, "SELECT name FROM pragma_table_list WHERE type = 'table'")]
    selections = [_selection(older, name) for name in tables if not name.startswith("sqlite_")]
    kept = {selection: query(older, selection) for selection in selections}
    with Store.open(older, upgraded=lambda _upgraded: None):
        pass
    assert {selection: query(older, selection) for selection in selections} == kept


def _selection(path: Path, table: str) -> str:
    """Return the query for the columns that a table has now: a later version may add others."""
    columns = ", ".join(f'"{name}"' for (name,) in query(path, f"SELECT name FROM pragma_table_info('{table}')"))
    return f'SELECT {columns} FROM "{table}"'


def test_version_5_is_never_changed() -> None:
    described = (KEPT / "structure.txt").read_text(encoding="utf-8").splitlines()
    assert _described(structure(VERSIONS, 5)) == described
    with closing(sqlite3.connect(f"{(KEPT / 'study.onrecord').as_uri()}?mode=ro", uri=True)) as connection:
        assert _described(structure_of(connection)) == described


def _described(found: Structure) -> list[str]:
    return sorted(map(repr, found))
