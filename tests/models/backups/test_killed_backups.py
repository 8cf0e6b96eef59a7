"""Whenever it is killed, a backup is whole or not there, the others stay, and restoring replaces nothing."""

import shutil
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from models.backups.backup import path_in
from models.backups.making import back_up
from models.backups.places import OF_WHAT, Place
from models.backups.restoring import restore
from tests.example import Example, signed, typed
from tests.snapshots import faults_of, history_of, rows_of
from tests.thorough import moments

if sys.platform == "win32":
    pytest.skip("needs SIGKILL and processes that fork", allow_module_level=True)
from tests.models.dying_at import kill_at, moments_of


@pytest.fixture
def place(tmp_path: Path) -> Place:
    (tmp_path / "backups").mkdir()
    return Place(tmp_path / "backups")


def test_a_backup_killed_at_any_step_is_whole_or_not_there_and_the_next_one_clears_up(
    example: Example, place: Place, tmp_path: Path
) -> None:
    path = example.store.path
    good = back_up(path, place)
    assert good
    for hours in range(1, 4):  # backups of one day, of which the last is kept when a new one is there
        old = path_in(good.path.parent, good.at.replace(hour=0) - timedelta(days=9, hours=hours))
        shutil.copyfile(good.path, old)
    example.store.apply(signed(typed(example.cost, "note", "something new")))
    before, now = history_of(good.path), history_of(path)
    spare = tmp_path / "spare"
    shutil.copytree(place.root, spare)

    def begin_again() -> None:
        shutil.rmtree(place.root)
        shutil.copytree(spare, place.root)

    for moment in moments(moments_of(lambda: back_up(path, place), tmp_path), usual=12):
        begin_again()
        kill_at(moment, lambda: back_up(path, place), tmp_path)
        found = place.backups_of(path)
        assert good.path in [each.path for each in found]
        assert len({each.at.date() for each in found}) >= 2, "what stands for a day is kept"
        for each in found:
            assert history_of(each.path) in (before, now)
            assert faults_of(each.path) == []
        back_up(path, place)
        names = [each.name for each in good.path.parent.iterdir()]
        assert not [name for name in names if name.startswith(".") and name != f".{OF_WHAT}"]
        assert len(place.backups_of(path)) == 3


def test_taking_over_the_backups_of_a_moved_project_is_done_again_after_it_was_killed(
    example: Example, place: Place, tmp_path: Path
) -> None:
    good = back_up(example.store.path, place)
    assert good
    example.store.close()
    path = example.store.path.rename(tmp_path / "moved.onrecord")
    spare = tmp_path / "spare"
    shutil.copytree(place.root, spare)
    for moment in moments(moments_of(lambda: back_up(path, place), tmp_path), usual=12):
        shutil.rmtree(place.root)
        shutil.copytree(spare, place.root)
        kill_at(moment, lambda: back_up(path, place), tmp_path)
        assert back_up(path, place) is None
        assert [each.path.name for each in place.backups_of(path)] == [good.path.name]
        assert place.projects() == [path]


def test_restoring_killed_at_any_step_leaves_a_whole_new_file_or_none_and_the_backup_as_it_was(
    example: Example, place: Place, tmp_path: Path
) -> None:
    backup = back_up(example.store.path, place)
    assert backup
    content, rows = backup.path.read_bytes(), rows_of(backup.path)
    (tmp_path / "new").mkdir()
    restored = tmp_path / "new" / "restored.onrecord"
    count = moments_of(lambda: restore(backup.path, restored), tmp_path)
    assert rows_of(restored) == rows
    for moment in moments(count, usual=12):
        restored.unlink(missing_ok=True)
        kill_at(moment, lambda: restore(backup.path, restored), tmp_path)
        assert backup.path.read_bytes() == content
        if restored.exists():
            assert rows_of(restored) == rows
            assert faults_of(restored) == []
