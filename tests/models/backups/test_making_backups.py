"""A backup is made when something was changed, is whole before it has a name, and is restored into a new file."""

import multiprocessing
import os
import signal
import subprocess
import sys
import textwrap
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from models.backups.backup import backups_in, path_in, time_in
from models.backups.listing import looked_at, offered
from models.backups.making import back_up
from models.backups.places import Place, usual_root
from models.backups.restoring import restore
from models.edits import Edit, made
from models.entities import Speaker
from models.errors import Interrupted, NotSaved
from models.files import PROJECT_SUFFIX
from models.store import Store, copying_beside
from tests.example import CODER, Example, signed, typed
from tests.models.kept_versions import KEPT, KeptVersion
from tests.snapshots import faults_of, history_of, rows_of

HOUSE = Path(__file__).parent.parent.parent.parent


@pytest.fixture
def place(tmp_path: Path) -> Place:
    root = tmp_path / "backups"
    root.mkdir()
    return Place(root)


def change(example: Example, words: str) -> None:
    claim = example.store.article_records(example.article.id).claims[example.cost.id]
    example.store.apply(signed(typed(claim, "note", words)))


def test_what_is_restored_is_what_was_there(example: Example, place: Place, tmp_path: Path) -> None:
    rows, history = rows_of(example.store.path), history_of(example.store.path)
    backup = back_up(example.store.path, place)
    assert backup
    change(example, "after the backup")
    restored = tmp_path / "restored.onrecord"
    restore(backup.path, restored)
    assert (rows_of(restored), history_of(restored)) == (rows, history)
    assert faults_of(restored) == []
    assert (rows_of(backup.path), history_of(backup.path)) == (rows, history)
    with Store.open(restored) as store:
        assert store.undoable(CODER) is None, "as in a saved copy, what comes next has a new origin"
        claim = store.article_records(example.article.id).claims[example.cost.id]
        store.apply(signed(typed(claim, "note", "the work goes on")))


def test_a_backup_is_made_only_of_what_was_changed(example: Example, place: Place, tmp_path: Path) -> None:
    with Store.create(tmp_path / "empty.onrecord") as empty:
        assert back_up(empty.path, place) is None
    path = example.store.path
    first = back_up(path, place)
    assert back_up(path, place) is None
    change(example, "something new")
    second = back_up(path, place)
    assert place.backups_of(path) == [second, first]
    assert place.projects() == [path]


def test_a_project_that_was_moved_goes_on_with_its_backups(example: Example, place: Place, tmp_path: Path) -> None:
    first = back_up(example.store.path, place)
    assert first
    example.store.close()
    moved = example.store.path.rename(tmp_path / "renamed.onrecord")
    assert back_up(moved, place) is None, "nothing was changed"
    (kept,) = place.backups_of(moved)
    assert kept.at == first.at
    assert place.projects() == [moved]


def test_a_copy_of_a_project_and_another_of_its_name_begin_with_backups_of_their_own(
    example: Example, place: Place, tmp_path: Path
) -> None:
    first = back_up(example.store.path, place)
    copy = tmp_path / "copy.onrecord"
    example.store.save_copy(copy)
    assert back_up(copy, place)
    assert place.backups_of(example.store.path) == [first]
    example.store.close()
    example.store.path.unlink()
    with Store.create(tmp_path / "another.onrecord") as another:
        another.apply(signed(Edit("New speaker", (made(Speaker(name="Nils Aas")),))))
        assert back_up(another.path, place)
    assert len(place.projects()) == 3


@pytest.mark.parametrize("version", KEPT[:-1], ids=lambda version: f"version {version.number}")
def test_the_copy_from_before_an_upgrade_is_listed_and_restored(
    version: KeptVersion, place: Place, tmp_path: Path
) -> None:
    path = version.copy(tmp_path)
    with version.opened(path):
        pass
    before = rows_of(path)
    (copy,) = place.backups_of(path)
    assert (copy.version, copy.path.parent) == (version.number, path.parent)
    listed = looked_at(copy)
    assert listed.holds
    assert listed.when.endswith(f", version {version.number}")
    restored = tmp_path / "restored.onrecord"
    restore(copy.path, restored)
    with version.opened(restored):
        assert rows_of(restored) == before


def test_restoring_replaces_no_file(example: Example, place: Place, tmp_path: Path) -> None:
    backup = back_up(example.store.path, place)
    assert backup
    taken = tmp_path / "taken.onrecord"
    taken.write_bytes(b"something else")
    with pytest.raises(NotSaved, match="already"):
        restore(backup.path, taken)
    assert taken.read_bytes() == b"something else"


def test_a_backup_says_what_it_holds_and_what_was_done_last(example: Example, place: Place) -> None:
    for note in ("something new", "something newer"):
        change(example, note)
    backup = back_up(example.store.path, place)
    assert backup
    listed = looked_at(backup)
    assert listed.holds
    assert (listed.holds.articles, listed.holds.claims) == (2, len(rows_of(backup.path)["claim"]))
    assert listed.last_edits.startswith(f"{listed.holds.last_edits[0]} (2 times)")
    assert listed.when in offered([backup])
    backup.path.write_bytes(b"")
    assert looked_at(backup).problem
    assert offered([backup]) == ""


def test_names_say_when_and_other_files_are_passed_over(example: Example, place: Place) -> None:
    backup = back_up(example.store.path, place)
    assert backup
    assert time_in(path_in(place.root, backup.at)) == backup.at
    (backup.path.parent / "my own copy.onrecord").write_bytes(b"")
    assert [each.path for each in backups_in(backup.path.parent)] == [backup.path]


def test_old_backups_go_when_a_new_one_is_there(example: Example, place: Place) -> None:
    first = back_up(example.store.path, place)
    assert first
    for hours in range(1, 5):  # one day of more than two days ago
        old = path_in(first.path.parent, first.at.replace(hour=0) - timedelta(days=9, hours=hours))
        old.write_bytes(first.path.read_bytes())
    change(example, "something new")
    back_up(example.store.path, place)
    assert len(place.backups_of(example.store.path)) == 3


def test_an_edit_is_saved_while_a_backup_is_made_and_the_backup_is_one_state(
    example: Example, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying_beside, "PAGES", 4)
    example.store.set_timeout(0.02)
    steps: list[int] = []

    def edit_between_steps() -> bool:
        steps.append(1)
        if len(steps) == 5:
            change(example, "in the midst of it")
        return False

    backup = back_up(example.store.path, place, edit_between_steps)
    assert backup
    assert rows_of(backup.path) == rows_of(example.store.path)
    assert faults_of(backup.path) == []


def test_a_backup_ends_though_edits_are_made_all_the_time(
    example: Example, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying_beside, "PAGES", 4)
    monkeypatch.setattr(copying_beside, "PAGES_OF_SHARED", 4)
    example.store.set_timeout(0.02)
    steps: list[int] = []

    def edit_between_steps() -> bool:
        steps.append(1)
        if len(steps) % 5 == 0:
            change(example, f"edit {len(steps)}")
        return False

    backup = back_up(example.store.path, place, edit_between_steps, example.store.copy_beside)
    assert backup
    edits = history_of(example.store.path)
    assert history_of(backup.path) == edits[: len(history_of(backup.path))]
    assert len(steps) > 5 * copying_beside.OVERTAKEN
    assert faults_of(backup.path) == []


def test_closing_a_project_ends_the_copy_that_is_made_through_it(
    example: Example, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying_beside, "OVERTAKEN", 0)
    monkeypatch.setattr(copying_beside, "PAGES", 4)
    monkeypatch.setattr(copying_beside, "PAGES_OF_SHARED", 4)
    began, closing = Event(), Event()

    def close() -> None:
        began.wait()
        closing.set()
        example.store.close()

    def stopped() -> bool:
        began.set()
        closing.wait()
        return False

    closer = Thread(target=close)
    closer.start()
    with pytest.raises(Interrupted):
        back_up(example.store.path, place, stopped, example.store.copy_beside)
    closer.join()
    assert place.backups_of(example.store.path) == []


def test_a_backup_that_is_stopped_leaves_nothing(example: Example, place: Place) -> None:
    with pytest.raises(Interrupted):
        back_up(example.store.path, place, lambda: True)
    assert place.backups_of(example.store.path) == []
    assert [each.name for each in place.folder_of(example.store.path).iterdir()] == ["project.txt"]


def test_a_damaged_project_is_not_backed_up(example: Example, place: Place) -> None:
    good = back_up(example.store.path, place)
    change(example, "something new")
    path = example.store.path
    example.store.close()
    (pages,) = (path.stat().st_size // 4096,)
    with path.open("rb+") as file:
        for page in range(pages // 2, pages):
            file.seek(page * 4096)
            file.write(b"\xff" * 4096)
    with pytest.raises(NotSaved, match="No backup could be made"):
        back_up(path, place)
    assert place.backups_of(path) == [good]


def test_a_folder_that_is_gone_is_said_and_not_made_again(example: Example, tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="No backup could be made"):
        back_up(example.store.path, Place(tmp_path / "usb" / "backups"))
    assert not (tmp_path / "usb").exists()


def test_no_backup_takes_the_last_room_on_a_disk(
    example: Example, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.backups.making.SPARE", 10**18)
    with pytest.raises(NotSaved, match="not enough room"):
        back_up(example.store.path, place)


def test_the_usual_folder_of_these_tests_is_nobodys_own() -> None:
    assert not usual_root().is_relative_to(Path.home())


FULL_DISK = """
    import resource, signal, sys
    from pathlib import Path
    from models.backups.making import back_up
    from models.backups.places import Place
    from models.errors import NotSaved

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    path, place = Path(sys.argv[1]), Place(Path(sys.argv[2]))
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size // 2,) * 2)
    try:
        back_up(path, place)
    except NotSaved as error:
        print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits on the size of files")
def test_a_full_disk_is_said_and_leaves_no_half_backup(example: Example, place: Place) -> None:
    good = back_up(example.store.path, place)
    change(example, "something new")
    command = [sys.executable, "-c", textwrap.dedent(FULL_DISK), str(example.store.path), str(place.root)]
    said = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False)
    assert said.stderr == ""
    assert said.stdout.startswith("No backup could be made in ")
    assert place.backups_of(example.store.path) == [good]
    assert [each for each in place.folder_of(example.store.path).iterdir() if each.name.startswith(".")] == []


def die_after(steps: int, path: Path, place: Place) -> None:
    """Make a backup, and kill this process after so many steps of copying it."""
    left = iter(range(steps))

    def stopped() -> bool:
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        return False

    copying_beside.PAGES = 4
    back_up(path, place, stopped)


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL and processes that fork")
@pytest.mark.parametrize("steps", [0, 7, 25])
def test_killed_in_the_middle_leaves_no_half_backup_and_the_old_ones_whole(
    example: Example, place: Place, steps: int
) -> None:
    path = example.store.path
    good = back_up(path, place)
    assert good
    whole = good.path.read_bytes()
    change(example, "something new")
    process = multiprocessing.get_context("fork").Process(target=die_after, args=(steps, path, place))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert place.backups_of(path) == [good]
    assert good.path.read_bytes() == whole
    assert back_up(path, place)
    names = sorted(each.name for each in place.folder_of(path).iterdir())
    assert [name for name in names if not name.endswith(PROJECT_SUFFIX)] == ["project.txt"], "what was left is gone"
