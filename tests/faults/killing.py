"""Kill the program while a coder works at its window, open it again, and go on with the same project."""

import os
import random
import select
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.example import make_example
from tests.faults.after import wrong_with, wrong_with_backups
from tests.faults.journey import CODER, SAVED
from tests.faults.report import Report

CALLS = "pwrite64,fsync,fdatasync,ftruncate,unlink,rename,link"
"""What SQLite and a backup ask of the system when they write; every process makes its calls in its own threads."""
MOST_CALLS, MOST_EDITS = 1_200, 40
"""The last of the moments at which a process is killed: before so many calls of a thread, or after so many edits."""
ROUNDS = 10
"""Kills that one project goes through before another one is begun."""
FOREVER = "1000000"


class Journey:
    """A program that is coded with in another process, in a folder of its own, until it is killed."""

    def __init__(self, folder: Path, seed: int, traced: Sequence[str] = (), edits: str = FOREVER) -> None:
        command = [sys.executable, "-m", "tests.faults.journey", str(folder), str(folder / "study.onrecord")]
        kept = {"HOME": str(folder), "XDG_DATA_HOME": str(folder / "data"), "QT_QPA_PLATFORM": "offscreen"}
        self._errors = folder / "errors.txt"
        with self._errors.open("w") as errors:
            self.process = subprocess.Popen(
                [*traced, *command, str(seed), edits],
                stdout=subprocess.PIPE,
                stderr=errors,
                env=os.environ | kept,
                start_new_session=True,
            )
        assert self.process.stdout
        self._said = self.process.stdout.fileno()
        self._heard = b""

    def lines(self) -> Iterator[str]:
        """Yield what it says, until it is dead."""
        while heard := os.read(self._said, 65536):
            self._heard += heard
            *lines, self._heard = self._heard.split(b"\n")
            yield from (line.decode() for line in lines)

    def wait(self, milliseconds: int) -> None:
        """Wait for so long, or until it says more."""
        select.select([self._said], [], [], milliseconds / 1000)

    def kill(self) -> None:
        """Kill it, with all its threads, as the system does when memory runs out."""
        os.killpg(self.process.pid, signal.SIGKILL)

    def end(self) -> str:
        """Wait until it is dead; return what it wrote on standard error."""
        self.process.communicate()
        return self._errors.read_text(errors="replace")


def kill_many(count: int, seed: int, say: bool = False) -> Report:
    """Kill the program so many times; every second time before a call of the system, if `strace` is there."""
    report, rng = Report(), random.Random(seed)
    while report.faults < count:
        with tempfile.TemporaryDirectory(prefix="onrecord-kills-") as name:
            folder = Path(name)
            make_example(folder / "study.onrecord").store.close()
            known: list[str] = []
            for _ in range(min(ROUNDS, count - report.faults)):
                heard, wrong = _killed(folder, rng)
                known += heard
                amid = (folder / "study.onrecord-journal").exists()
                report.take(len(heard), [*wrong, *_wrong(folder, known)], amid=amid)
                if say:
                    report.say()
            _reopened(folder)
    return report


def _killed(folder: Path, rng: random.Random) -> tuple[list[str], list[str]]:
    """Work on a project until killed; return the edits that were acknowledged, and what was wrong before."""
    at_a_call = shutil.which("strace") is not None and rng.random() < 0.5
    inject = f"inject={CALLS}:signal=KILL:when={rng.randint(1, MOST_CALLS)}"
    traced = ("strace", "-f", "-qq", "-o", os.devnull, "-e", f"trace={CALLS}", "-e", inject)
    journey = Journey(folder, rng.randrange(2**32), traced if at_a_call else ())
    edits, delay = rng.randint(1, MOST_EDITS), rng.randint(0, 30)
    heard = []
    for line in journey.lines():
        heard.append(line)
        if len(heard) == edits and not at_a_call:
            journey.wait(delay)
            journey.kill()
    errors = journey.end()
    opened, killed = heard[:1] == ["open"], journey.process.returncode == -signal.SIGKILL
    if not killed:
        return _acknowledged(heard), [f"it ended by itself: {errors}"]
    # It may be killed at a call while it opens the project; the next one opens it then.
    return _acknowledged(heard), [] if opened or at_a_call else [f"the window has not opened: {errors}"]


def _acknowledged(lines: list[str]) -> list[str]:
    return [line.removeprefix(f"{SAVED} ") for line in lines if line.startswith(SAVED)]


def _wrong(folder: Path, known: Sequence[str]) -> list[str]:
    """Look at a copy: the next window has to find the project as the dead one left it."""
    with tempfile.TemporaryDirectory(prefix="onrecord-after-") as name:
        copy = Path(shutil.copytree(folder, name, ignore=_sockets, dirs_exist_ok=True))
        return [*wrong_with(copy / "study.onrecord", known, CODER), *wrong_with_backups(copy)]


def _sockets(folder: str, names: list[str]) -> list[str]:
    """Return what cannot be copied: where the dead window could be called by another start."""
    return [name for name in names if (Path(folder) / name).is_socket()]


def _reopened(folder: Path) -> None:
    """Open the project once more, after the last kill."""
    journey = Journey(folder, 0, edits="0")
    said = list(journey.lines())
    errors = journey.end()
    assert (said, journey.process.returncode) == (["open"], 0), errors
