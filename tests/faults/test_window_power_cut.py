"""The power goes while a coder works at the window; `python -m tests.faults cuts 200` is the long run.

What the program asked of the system is recorded by `strace`. What a disk may have kept of it is worked out by
`tests.faults.disk`, which is stricter than the disks there are.
"""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import after
from tests.faults.calls import Call
from tests.faults.cutting import Opens, Work, cuts, moments, wrong_after
from tests.faults.disk import Disk
from tests.faults.opening import at_a_window
from tests.thorough import examples

EDITS, CUTS = 6, 12
JOURNAL = Path("study.onrecord-journal")


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Work:
    """Return a piece of work at the window with what it asked of the system."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    return Work(tmp_path_factory.mktemp("cuts").resolve(), EDITS, seed=5)


@pytest.fixture(scope="module")
def opens(qapp: object) -> Iterator[Opens]:
    """Yield what opens a project in a window."""
    with at_a_window() as opens:
        yield opens


def test_no_acknowledged_edit_is_lost_when_the_power_goes_amid_work(work: Work, opens: Opens) -> None:
    rng = random.Random()
    assert len(work.heard) >= EDITS
    for known, files in cuts(work, moments(work.calls, examples(CUTS), rng), rng):
        assert wrong_after(files, known, opens) == []


@pytest.fixture
def undoing_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look only at the files and the edits, which is enough to find what must be wrong."""
    monkeypatch.setattr(after, "UNDONE", 0)


@pytest.mark.usefixtures("undoing_nothing")
def test_without_waiting_for_the_folder_an_acknowledged_edit_is_lost(work: Work) -> None:
    """The journal of an edit comes back then, and takes the edit back."""
    found = (files for files in _asking_less(work, work.folder) if JOURNAL in files[1])
    assert any("is gone" in wrong for known, files in found for wrong in wrong_after(files, known, _opens))


@pytest.mark.usefixtures("undoing_nothing")
def test_without_waiting_for_the_file_a_project_is_damaged(work: Work) -> None:
    found = _asking_less(work, work.folder / "study.onrecord")
    assert any(wrong_after(files, known, _opens) for known, files in found)


def _asking_less(work: Work, unsure: Path) -> Iterator[tuple[list[str], dict[Path, bytes]]]:
    """Let the power go after the same work, had the program never waited for a file or folder."""
    rng = random.Random(1)
    calls = [each for each in work.calls if each.name != "fdatasync" or each.path(0) != unsure]
    less = work.asking(calls)
    return cuts(less, moments(calls, 200, rng), rng)


def _opens(_project: Path) -> bool:
    return True


def _call(name: str, *texts: object, figures: tuple[int, ...] = (), flags: str = "") -> Call:
    words = tuple(each if isinstance(each, bytes) else str(each).encode() for each in texts)
    return Call(name, words, figures, flags)


def _found(disk: Disk) -> set[bytes | None]:
    """Return what is found in the file `a` after very many power cuts; None where there is no such file."""
    return {disk.after_a_power_cut(random.Random(seed)).get(Path("a")) for seed in range(200)}


def test_a_disk_keeps_any_part_of_what_was_not_waited_for(tmp_path: Path) -> None:
    disk, path = Disk(tmp_path), tmp_path / "a"
    disk.do(_call("openat", tmp_path, path, flags="O_RDWR|O_CREAT"))
    disk.do(_call("pwrite64", path, b"one", figures=(3, 0)))
    disk.do(_call("pwrite64", path, b"two", figures=(3, 3)))
    assert _found(disk) == {None, b"", b"one", b"onetwo", b"\0\0\0two"}
    disk.do(_call("fsync", path))
    assert _found(disk) == {None, b"onetwo"}
    disk.do(_call("fsync", tmp_path))
    assert _found(disk) == {b"onetwo"}
    disk.do(_call("unlink", path))
    assert _found(disk) == {None, b"onetwo"}


def test_a_disk_keeps_a_file_or_the_one_that_takes_its_place_and_never_neither(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").write_bytes(b"new")
    disk = Disk(tmp_path)
    disk.do(_call("rename", tmp_path / "b", tmp_path / "a"))
    assert _found(disk) == {b"old", b"new"}
