"""The power goes while a backup is made or restored, or a project is upgraded or made compact: every file with a name
is whole, and what was there before is there until the new one is. `THOROUGH=20 pytest
tests/faults/test_backup_power_cut.py` is the long run.
"""

import random
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from models.backups.backup import Backup, backups_in, path_in
from models.backups.making import back_up
from models.backups.places import Place
from models.earlier_versions import copies_of
from models.store.compacting import compact
from tests.example import Example, signed, typed
from tests.faults.after import wrong_with_backups
from tests.faults.calls import RECORDING, Call, recorded
from tests.faults.disk import Disk
from tests.models.kept_versions import kept, selections
from tests.models.test_compacting import traces, with_secrets
from tests.models.test_killed_upgrades import recovered, upgrade
from tests.snapshots import faults_of, history_of, rows_of
from tests.thorough import examples

HOUSE = Path(__file__).parent.parent.parent
CUTS = 8
DONE = b"done\n"

BACKUP = """
    import sys
    from pathlib import Path
    from models.backups.making import back_up
    from models.backups.places import Place
    back_up(Path(sys.argv[1]), Place(Path(sys.argv[2])))
    print("done", flush=True)
"""
RESTORE = """
    import sys
    from pathlib import Path
    from models.backups.restoring import restore
    restore(Path(sys.argv[1]), Path(sys.argv[2]))
    print("done", flush=True)
"""
UPGRADE = """
    import sys
    from pathlib import Path
    from models.store import Store
    Store.open(Path(sys.argv[1]), upgraded=lambda _told: None).close()
    print("done", flush=True)
"""
COMPACT = """
    import sys
    from pathlib import Path
    from models.store.compacting import compact
    compact(Path(sys.argv[1]))
    print("done", flush=True)
"""


@dataclass(frozen=True, slots=True)
class Work:
    """What a program asked of the system, and the files in a folder before it; they are there again."""

    folder: Path
    calls: list[Call]

    def cuts(self) -> Iterator[tuple[bool, Path]]:
        """Yield folders as they may be found after power cuts, and whether the program had said that it was done."""
        rng = random.Random()
        for moment in sorted([*rng.choices(range(len(self.calls)), k=examples(CUTS)), len(self.calls)]):
            disk, told = Disk(self.folder), False
            for call in self.calls[:moment]:
                told = told or _is_told(call)
                disk.do(call)
            found = self.folder.with_name("found")
            for path, data in disk.after_a_power_cut(rng).items():
                (found / path).parent.mkdir(parents=True, exist_ok=True)
                (found / path).write_bytes(data)
            yield told, found
            shutil.rmtree(found)


def _is_told(call: Call) -> bool:
    return call.name == "write" and call.texts[-1] == DONE


def recording(folder: Path, program: str, *given: Path) -> Work:
    """Let a program work in a folder, which is afterwards as it was before."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    before, record = folder.with_name("before"), folder.with_name("calls")
    shutil.copytree(folder, before)
    command = [*RECORDING, str(record), sys.executable, "-c", textwrap.dedent(program), *map(str, given)]
    ran = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False, timeout=120)
    if "ptrace" in ran.stderr:
        pytest.skip("strace may not be used here")
    assert (ran.returncode, ran.stderr) == (0, "")
    shutil.rmtree(folder)
    shutil.copytree(before, folder)
    return Work(folder, [call for call in recorded(record) if _is_told(call) or _is_in(call, folder)])


def _is_in(call: Call, folder: Path) -> bool:
    if call.name == "openat" and "O_CREAT" not in call.flags:
        return False
    paths = [call.path(0)] if "write" in call.name else [call.path(at) for at in range(len(call.texts))]
    return any(each.is_relative_to(folder) for each in paths)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a folder to work in."""
    (tmp_path / "desk").mkdir()
    return (tmp_path / "desk").resolve()


@pytest.fixture
def first(example: Example, desk: Path) -> Backup:
    """Return the newest of some backups of the example, which was changed since; the other ones are of one day."""
    made = back_up(example.store.path, Place(desk))
    assert made
    for hours in range(1, 3):
        old = path_in(made.path.parent, made.at.replace(hour=0) - timedelta(days=9, hours=hours))
        shutil.copyfile(made.path, old)
    example.store.apply(signed(typed(example.cost, "note", "something new")))
    return made


def test_no_backup_is_lost_or_half_when_the_power_goes_while_the_next_is_made(
    example: Example, desk: Path, first: Backup
) -> None:
    before, now = history_of(first.path), history_of(example.store.path)
    for told, found in recording(desk, BACKUP, example.store.path, desk).cuts():
        assert wrong_with_backups(found) == []
        there = backups_in(found / first.path.parent.name)
        assert first.at in [each.at for each in there]
        assert len({each.at.date() for each in there}) == 2, "what stands for a day is not deleted before"
        histories = [history_of(each.path) for each in there]
        assert all(history in (before, now) for history in histories)
        assert not told or now in histories


def test_a_backup_is_restored_whole_or_not_at_all_when_the_power_goes(desk: Path, first: Backup) -> None:
    rows, new = rows_of(first.path), desk / "restored.onrecord"
    for told, found in recording(desk, RESTORE, first.path, new).cuts():
        assert wrong_with_backups(found) == []
        restored = found / new.name
        assert restored.exists() or not told
        if restored.exists():
            assert rows_of(restored) == rows
            assert faults_of(restored) == []


def test_a_project_is_old_or_new_and_its_copy_whole_when_the_power_goes_amid_an_upgrade(desk: Path) -> None:
    version = kept(5)
    path = version.copy(desk)
    old = selections(version.file)
    for told, found in recording(desk, UPGRADE, path).cuts():
        project = found / path.name
        before = project.read_bytes()
        now = recovered(project)
        assert now > version.number or not told
        copies = copies_of(project)
        assert copies or before == version.file.read_bytes(), "nothing is changed before there is a copy"
        assert all(selections(copy) == old for copy, _version in copies)
        if now == version.number:
            assert selections(project) == old
            upgrade(project)
            assert not [*found.glob(".*")], "what was left over is gone"
        assert faults_of(project) == []


def test_a_project_holds_all_that_was_deleted_or_nothing_of_it_when_the_power_goes_amid_compacting(
    example: Example, desk: Path
) -> None:
    path = Path(shutil.copyfile(with_secrets(example), desk / "study.onrecord"))
    rows, secrets, edits = rows_of(path), traces(path), len(history_of(path))
    states = set[bool]()
    for told, found in recording(desk, COMPACT, path).cuts():
        project = found / path.name
        assert traces(project) in (secrets, set())
        states.add(not traces(project))
        assert not told or not traces(project)
        assert rows_of(project) == rows
        assert len(history_of(project)) == edits
        assert faults_of(project) == []
        compact(project)
        assert sorted(each.name for each in found.iterdir()) == [path.name], "what was left over is gone"
    assert states == {True, False}
