"""A disk without room for a copy, a backup or an upgrade is said before anything is begun, with how much is needed."""

import shutil
from pathlib import Path

import pytest

from models.disk_room import expect_room, size_in_words
from models.errors import NoRoom
from tests.example import Example
from tests.models.kept_versions import kept
from tests.small_disk import on_small_disk

TRYING = """
    import shutil, sys
    from pathlib import Path
    from models.backups import making
    from models.backups.places import Place
    from models.backups.restoring import restore
    from models.errors import OnrecordError
    from models.store import Store
    from models.store.compacting import compact

    work, project, disk = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    on_disk = Path(shutil.copy(project, disk / "study.onrecord")) if work in ("upgrade", "compact") else project
    making.SPARE = 0
    place = Place(disk / "backups")
    place.root.mkdir()
    does = {
        "upgrade": lambda: Store.open(on_disk, upgraded=print).close(),
        "compact": lambda: compact(on_disk),
        "copy": lambda: Store.open(project).save_copy(disk / "copy.onrecord"),
        "restore": lambda: restore(project, disk / "restored.onrecord"),
        "backup": lambda: making.back_up(project, place),
    }
    before = on_disk.read_bytes()
    try:
        does[work]()
        print("done")
    except OnrecordError as error:
        print(error)
    assert on_disk.read_bytes() == before or work == "upgrade" or work == "compact"
    print(*sorted(each.name for each in disk.rglob("*.onrecord")))
"""

ALONE = ("upgrade", "compact")


@pytest.mark.parametrize("work", ["upgrade", "compact", "copy", "restore", "backup"])
def test_work_without_room_is_not_begun_and_says_how_much_it_needs(work: str, example: Example, tmp_path: Path) -> None:
    example.store.close()
    project = kept(7).file if work == "upgrade" else example.store.path
    size, disk = project.stat().st_size, tmp_path / "disk"
    small = 1.5 * size if work in ALONE else 0.8 * size
    said, there = on_small_disk(disk, int(small / 1024), TRYING, work, project, disk).splitlines()
    assert "not enough room" in said and str(disk) in said
    assert "are needed" in said and "are free" in said
    assert there == ("study.onrecord" if work in ALONE else "")
    said = on_small_disk(disk, int(5 * size / 1024), TRYING, work, project, disk)
    assert said.splitlines()[-2] == "done"


def test_a_drive_that_does_not_say_how_large_it_is_is_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = type(shutil.disk_usage(tmp_path))
    monkeypatch.setattr("shutil.disk_usage", lambda _path: usage(0, 0, 0))
    expect_room(tmp_path, 1 << 40, "")
    monkeypatch.setattr("shutil.disk_usage", lambda _path: usage(1 << 40, 1 << 40, 0))
    with pytest.raises(NoRoom, match=r"1\.0 MB are needed, and 1 kB are free"):
        expect_room(tmp_path, 1_000_000, "")


def test_what_cannot_be_asked_is_left_to_whoever_writes(tmp_path: Path) -> None:
    expect_room(tmp_path / "no such folder", 1, "")
    assert [size_in_words(each) for each in (0, 1_499, 2_345_678_901)] == ["1 kB", "1 kB", "2,345.7 MB"]
