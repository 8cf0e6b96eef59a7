"""Projects that another program has switched over to a write-ahead log: read, copied, never mixed with another."""

import shutil
from pathlib import Path

import pytest

from models.backups.restoring import restore
from models.errors import ChangesBeside, NotAProject, NotSaved
from models.store import Store
from tests.example import Example
from tests.logs_beside import leave_log, read_only_folder, switch_over
from tests.snapshots import faults_of, query, rows_of


@pytest.fixture
def path(example: Example) -> Path:
    """Return the example's file, closed."""
    example.store.close()
    return example.store.path


def test_a_project_without_anything_in_its_log_is_read_in_a_folder_that_cannot_be_written_to(path: Path) -> None:
    switch_over(path)
    content, copy = path.read_bytes(), path.with_name("copy.onrecord")
    with read_only_folder(path), Store.open(path) as store:
        assert store.read_only
        assert store.problems() == []
        with store.snapshot() as snapshot:
            assert snapshot.sound()
        store.save_copy(copy)
    assert path.read_bytes() == content
    with Store.open(copy) as store:
        assert not store.read_only


def test_changes_in_the_log_are_not_passed_over_but_copied_with_the_project(path: Path, tmp_path: Path) -> None:
    leave_log(path)
    before = path.read_bytes(), Path(f"{path}-wal").read_bytes()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with read_only_folder(path):
        with pytest.raises(ChangesBeside, match=f"beside it, in “{path.name}-wal”") as refused:
            Store.open(path)
        assert "Copy both files" in refused.value.do
        restore(path, elsewhere / "copy.onrecord")
    assert [each.name for each in elsewhere.iterdir()] == ["copy.onrecord"]
    assert query(elsewhere / "copy.onrecord", "SELECT DISTINCT note FROM article") == [("from elsewhere",)]
    assert faults_of(elsewhere / "copy.onrecord") == []
    assert (path.read_bytes(), Path(f"{path}-wal").read_bytes()) == before


def test_where_one_may_write_changes_in_the_log_get_into_the_file(path: Path) -> None:
    leave_log(path)
    with Store.open(path) as store:
        assert store.problems() == []
    assert query(path, "SELECT DISTINCT note FROM article") == [("from elsewhere",)]
    assert not Path(f"{path}-wal").exists()


def test_a_backup_beside_the_log_of_the_file_in_whose_place_it_was_put_is_refused(path: Path) -> None:
    backup = path.with_name("backup.onrecord")
    shutil.copyfile(path, backup)
    before = rows_of(backup)
    leave_log(path)
    shutil.copyfile(backup, path)
    log = Path(f"{path}-wal").read_bytes()
    with pytest.raises(NotAProject, match="the journal of another file") as refused:
        Store.open(path)
    assert f"{path.name}-wal" in refused.value.do
    assert (path.read_bytes(), Path(f"{path}-wal").read_bytes()) == (backup.read_bytes(), log)
    Path(f"{path}-wal").unlink()
    Store.open(path).close()
    assert rows_of(path) == before


def test_a_copy_does_not_take_the_place_of_a_file_with_a_log(path: Path) -> None:
    other = path.with_name("other.onrecord")
    shutil.copyfile(path, other)
    leave_log(other)
    with Store.open(path) as store, pytest.raises(NotSaved, match="was interrupted"):
        store.save_copy(other)
    assert query(other, "SELECT DISTINCT note FROM article") == [("from elsewhere",)]
