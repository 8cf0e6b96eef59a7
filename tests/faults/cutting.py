"""Let the power go at many moments of a coder's work at the window, by what `strace` has recorded of it."""

import random
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from copy import copy
from pathlib import Path

from tests.example import make_example
from tests.faults.after import wrong_with, wrong_with_backups
from tests.faults.calls import RECORDING, Call, recorded
from tests.faults.disk import Disk
from tests.faults.journey import CODER, SAVED, SETTINGS
from tests.faults.killing import Journey
from tests.faults.report import Report

Opens = Callable[[Path], bool]
"""Whether the window opens a project to work on it."""


class Work:
    """What a coder's work has asked of the system, and the files before it."""

    def __init__(self, folder: Path, edits: int, seed: int) -> None:
        self.folder = folder / "work"
        self.before = folder / "before"
        self.folder.mkdir()
        make_example(self.folder / "study.onrecord").store.close()
        shutil.copytree(self.folder, self.before)
        record = folder / "calls"
        journey = Journey(self.folder, seed, (*RECORDING, str(record)), str(edits))
        self.heard = [line for line in journey.lines() if line.startswith(SAVED)]
        errors = journey.end()
        assert journey.process.returncode == 0, errors
        self.calls = [each for each in recorded(record) if _concerns(each, self.folder)]

    def asking(self, calls: list[Call]) -> "Work":
        """Return the same work as if it had asked for other things."""
        other = copy(self)
        other.calls = calls
        return other

    def disk(self) -> Disk:
        """Return the files before the work, at the paths that they were worked on."""
        shutil.rmtree(self.folder)
        shutil.copytree(self.before, self.folder)
        return Disk(self.folder)


def _concerns(call: Call, folder: Path) -> bool:
    """Whether a file of the folder is written, named or waited for, or an edit acknowledged; settings are left out."""
    if call.name == "openat" and "O_CREAT" not in call.flags:
        return False
    paths = [call.path(0)] if "write" in call.name else [call.path(at) for at in range(len(call.texts))]
    inside = any(each.is_relative_to(folder) and SETTINGS not in each.parts for each in paths)
    return inside or _acknowledged(call) is not None


def cut_many(count: int, seed: int, opens: Opens, edits: int | None = None, say: bool = False) -> Report:
    """Cut the power so many times during one piece of work: at any moment, or just after an acknowledgement."""
    report, rng = Report(), random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="onrecord-cuts-") as name:
        work = Work(Path(name).resolve(), edits or max(count // 2, 10), seed)
        for known, files in cuts(work, moments(work.calls, count, rng), rng):
            report.take(len(known), wrong_after(files, known, opens), amid=Path("study.onrecord-journal") in files)
            if say:
                report.say()
    return report


def moments(calls: Sequence[Call], count: int, rng: random.Random) -> list[int]:
    """Return before which calls the power goes, in order: half of them follow an acknowledgement."""
    told = [at + 1 for at, call in enumerate(calls) if _acknowledged(call)]
    return sorted([*rng.choices(told, k=count // 2), *rng.choices(range(len(calls) + 1), k=count - count // 2)])


def _acknowledged(call: Call) -> str | None:
    words = call.texts[1] if call.name == "write" else b""
    return words.decode().strip().removeprefix(f"{SAVED} ") if words.startswith(SAVED.encode()) else None


def cuts(work: Work, at: Sequence[int], rng: random.Random) -> Iterator[tuple[list[str], dict[Path, bytes]]]:
    """Yield for each moment the edits that had been acknowledged, and the files that are found afterwards."""
    disk, known, done = work.disk(), list[str](), 0
    for moment in at:
        for call in work.calls[done:moment]:
            if edit := _acknowledged(call):
                known.append(edit)
            else:
                disk.do(call)
        done = moment
        yield list(known), disk.after_a_power_cut(rng)


def wrong_after(files: dict[Path, bytes], known: Sequence[str], opens: Opens) -> list[str]:
    """Put the files there, open the project, and return what is wrong with it."""
    with tempfile.TemporaryDirectory(prefix="onrecord-after-") as name:
        folder = Path(name)
        for path, data in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        project = folder / "study.onrecord"
        opened = opens(project)
        wrong = [*wrong_with(project, known, CODER), *wrong_with_backups(folder)]
        return wrong if opened else [*wrong, "the window does not open it"]
