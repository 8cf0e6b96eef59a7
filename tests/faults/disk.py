"""A file system that may lose whatever was not waited for, as the strictest reading of the standard lets it.

What is written to a file is sure once the file was synced, and names once their folder was. Before that, any part of it
may be kept, in any order: whole writes, some sectors of one, the names of files without their contents. Only what is
done to the same name comes in order.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from tests.faults.calls import Call

SECTOR = 512
"""Bytes that a disk writes wholly or not at all."""


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes that are written at an offset; without bytes, the file ends there."""

    at: int
    data: bytes | None


@dataclass(eq=False, slots=True)
class File:
    """What is sure to be in a file, and what was written since."""

    sure: bytearray = field(default_factory=bytearray)
    since: list[Write] = field(default_factory=list)

    def sync(self) -> None:
        """Make all of it sure."""
        for write in self.since:
            _put(self.sure, write)
        self.since.clear()

    def kept(self, rng: random.Random) -> bytes:
        """Return what the file may contain after a power cut."""
        found = bytearray(self.sure)
        for write in rng.choice(WAYS)(self.since, rng):
            _put(found, write)
        return bytes(found)


def _put(data: bytearray, write: Write) -> None:
    if write.data is None:
        del data[write.at :]
    end = write.at + len(write.data or b"")
    data.extend(bytes(max(0, end - len(data))))
    data[write.at : end] = write.data or b""


def _some(writes: list[Write], rng: random.Random) -> list[Write]:
    return [each for each in writes if rng.random() < 0.5]


def _torn(writes: list[Write], rng: random.Random) -> list[Write]:
    """Keep some sectors of each write."""
    found = []
    for write in writes:
        if write.data is None:
            found += [write] * (rng.random() < 0.5)
        else:
            starts = [0, *range(SECTOR - write.at % SECTOR, len(write.data), SECTOR), len(write.data)]
            parts = [Write(write.at + one, write.data[one:two]) for one, two in pairwise(starts)]
            found += _some(parts, rng)
    return found


WAYS: tuple[Callable[[list[Write], random.Random], list[Write]], ...] = (
    lambda _writes, _rng: [],
    lambda writes, _rng: writes,
    lambda writes, rng: writes[: rng.randint(0, len(writes))],
    _some,
    _torn,
)
"""What may be kept of writes that nobody has waited for: nothing, all, the first, any, some sectors of any."""

Names = tuple[tuple[Path, File | None], ...]
"""Names that get another file together, or none."""


class Disk:
    """The files in a folder and below, as a program changes them call by call."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._now: dict[Path, File] = {}
        for path in root.rglob("*"):
            if path.is_file():
                self._now[path] = File(bytearray(path.read_bytes()))
        self._sure: dict[Path, File | None] = dict(self._now)
        self._since: list[Names] = []

    def do(self, call: Call) -> None:
        """Do what the system was asked to do, if it concerns a file in the folder."""
        match call.name:
            case "openat":
                self._open(call)
            case "write" | "pwrite64":
                self._write(call)
            case "ftruncate":
                self._add(call, Write(call.figures[0], None))
            case "fsync" | "fdatasync":
                self._sync(call.path(0))
            case "unlink" | "unlinkat":
                self._name((call.path(-1), None))
            case "rename" | "renameat" | "renameat2":
                old, new = self._both(call)
                self._name((new, self._now.get(old)), (old, None))
            case "link" | "linkat":
                old, new = self._both(call)
                self._name((new, self._now.get(old)))

    @staticmethod
    def _both(call: Call) -> tuple[Path, Path]:
        """Return the two paths of a call; calls of the newer kind have a folder before each, which absolute ones need
        not.
        """
        paths = [call.path(at) for at in range(len(call.texts))]
        return (paths[0], paths[1]) if len(paths) == 2 else (paths[1], paths[3])

    def _inside(self, path: Path) -> bool:
        return path.is_relative_to(self._root)

    def _open(self, call: Call) -> None:
        path = call.path(1)
        if not self._inside(path) or "O_CREAT" not in call.flags:
            return
        if path not in self._now:
            self._name((path, File()))
        elif "O_TRUNC" in call.flags:
            self._now[path].since.append(Write(0, None))

    def _write(self, call: Call) -> None:
        """Write at the offset, or at the end where there is none: what a file is written with from its beginning."""
        if file := self._now.get(call.path(0)):
            at = call.figures[1] if call.name == "pwrite64" else _size(file)
            file.since.append(Write(at, call.texts[1]))

    def _add(self, call: Call, write: Write) -> None:
        if file := self._now.get(call.path(0)):
            file.since.append(write)

    def _name(self, *names: tuple[Path, File | None]) -> None:
        """Give names other files, at once."""
        if not any(self._inside(path) for path, _file in names):
            return
        self._since.append(names)
        for path, file in names:
            if file is None:
                self._now.pop(path, None)
            else:
                self._now[path] = file

    def _sync(self, path: Path) -> None:
        if file := self._now.get(path):
            file.sync()
        left = []
        for names in self._since:
            if names[0][0].parent == path:
                self._sure.update(names)
            else:
                left.append(names)
        self._since = left

    def after_a_power_cut(self, rng: random.Random) -> dict[Path, bytes]:
        """Return the files that may be found when the power is back, by their paths below the folder."""
        names = dict(self._sure)
        kept = rng.choice(NAMES_KEPT)(len(self._since), rng)
        lost: set[Path] = set()
        for at, each in enumerate(self._since):
            paths = {path for path, _file in each}
            if at in kept and not paths & lost:
                names.update(each)
            else:
                lost |= paths
        return {path.relative_to(self._root): file.kept(rng) for path, file in names.items() if file is not None}


def _size(file: File) -> int:
    size = len(file.sure)
    for write in file.since:
        size = write.at if write.data is None else max(size, write.at + len(write.data))
    return size


NAMES_KEPT: tuple[Callable[[int, random.Random], range | set[int]], ...] = (
    lambda _count, _rng: range(0),
    lambda count, _rng: range(count),
    lambda count, rng: range(rng.randint(0, count)),
    lambda count, rng: {at for at in range(count) if rng.random() < 0.5},
)
"""Which may be kept of so many changes of names that nobody has waited for."""
