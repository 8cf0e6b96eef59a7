"""Projects of every version are opened by every later one, with their records; no released version is ever changed."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from models.store.structure import structure_of
from models.store.versions import VERSIONS, structure
from tests.models.kept_versions import KEPT, KeptVersion, described, kept, selections
from tests.snapshots import query

each_version = pytest.mark.parametrize("version", KEPT, ids=lambda version: str(version.number))


def test_every_version_is_kept() -> None:
    assert [version.number for version in KEPT] == [*range(1, VERSIONS.newest + 1)]


@each_version
def test_the_file_is_the_one_that_was_put_here(version: KeptVersion) -> None:
    assert hashlib.sha256(version.file.read_bytes()).hexdigest() == version.sha256


@each_version
def test_a_version_is_never_changed(version: KeptVersion) -> None:
    written = (version.folder / "structure.txt").read_text(encoding="utf-8").splitlines()
    assert described(structure(VERSIONS, version.number)) == written
    with closing(sqlite3.connect(f"{version.file.as_uri()}?mode=ro", uri=True)) as connection:
        assert described(structure_of(connection)) == written


@each_version
def test_the_records_of_a_version_are_the_same_in_the_newest(tmp_path: Path, version: KeptVersion) -> None:
    before = selections(study := version.copy(tmp_path))
    with version.opened(study):
        pass
    # The derived tables can have more columns, or be derived otherwise.
    assert {each: query(study, each) for each in before} == before


def test_a_project_that_is_upgraded_from_the_first_version_has_the_tables_of_a_new_one(tmp_path: Path) -> None:
    study = kept(1).copy(tmp_path)
    with kept(1).opened(study), closing(sqlite3.connect(study)) as connection:
        assert structure_of(connection) == structure(VERSIONS, VERSIONS.newest)
