"""The pages of a file that may be damaged: read one by one, whatever the header says."""

from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

HEADER = 100
"""Bytes of the file's header, which the first page begins with."""
USUAL = 4096
"""The size of a page where the header does not say it."""
SAMPLED, PLAUSIBLE = 100, 0.3
"""How many pages are looked at to find out their size, and which share of them has to be part of a tree."""
SIZES = tuple(512 << power for power in range(8))
LEAF, INTERIOR, INDEX_LEAF, INDEX_INTERIOR = 13, 5, 10, 2
"""The kinds of pages in the trees of tables and of indexes, by their first byte."""


class Pages:
    """The pages of an open file, numbered from 1. `earlier` has pages as they were before an interrupted write,
    which take the place of those in the file.

    The whole of each page is used: no program of ours reserves a part of it, and the header may be damaged.
    """

    def __init__(self, file: BinaryIO, size: int, earlier: Mapping[int, bytes] | None = None) -> None:
        self._file, self._size, self._earlier = file, size, earlier or {}
        self.header = self._read(0, HEADER)
        self.page_size = self._page_size()
        self.header = self.page(1)[:HEADER].ljust(HEADER, b"\0")
        self.count = -(-size // self.page_size)

    def field(self, at: int, length: int = 4) -> int:
        """Return a number of the file's header."""
        return int.from_bytes(self.header[at : at + length])

    def page(self, number: int) -> bytes:
        """Return a page; it is shorter, or empty, where the file ends before it or the disk does not give it."""
        if number in self._earlier:
            return self._earlier[number]
        return self._read((number - 1) * self.page_size, self.page_size) if number > 0 else b""

    def free(self) -> set[int]:
        """Return the pages that the file lists as free, as far as the list can be followed."""
        found, trunk = set[int](), self.field(32)
        while 1 < trunk <= self.count and trunk not in found:
            found.add(trunk)
            page = self.page(trunk)
            trunk, count = int.from_bytes(page[:4]), min(int.from_bytes(page[4:8]), self.page_size // 4 - 2)
            leaves = (int.from_bytes(page[at : at + 4]) for at in range(8, 8 + 4 * count, 4))
            found.update(leaf for leaf in leaves if 1 < leaf <= self.count)
        return found

    def _read(self, at: int, length: int) -> bytes:
        if at >= self._size:
            return b""
        try:
            self._file.seek(at)
            return self._file.read(length)
        except OSError:  # a place that the disk does not give is lost; others may be read all the same
            return b""

    def _page_size(self) -> int:
        """Return the size that the header says, or the usual one, or the one by which most pages are those of trees."""
        said = 65536 if self.field(16, 2) == 1 else self.field(16, 2)
        likely = [size for size in (said, USUAL) if size in SIZES]
        return next((size for size in likely if self._share(size) >= PLAUSIBLE), max(SIZES, key=self._share))

    def _share(self, size: int) -> float:
        """Return which share of some pages are those of trees, if the pages have this size."""
        step = size * max(1, self._size // size // SAMPLED)
        sampled = [self._read(at, size) for at in range(size, self._size, step)]
        return sum(map(is_of_a_tree, sampled)) / (len(sampled) or 1)


def is_of_a_tree(page: bytes) -> bool:
    """Return whether a page, which is not the first, begins as those of tables and indexes do."""
    if len(page) < 512 or page[0] not in {LEAF, INTERIOR, INDEX_LEAF, INDEX_INTERIOR}:
        return False
    cells, begin = int.from_bytes(page[3:5]), int.from_bytes(page[5:7]) or 65536
    return page[7] <= 60 and cells > 0 and 8 + 2 * cells <= begin <= len(page)


def readable(path: Path) -> tuple[BinaryIO, int]:
    """Open a file for reading, and return it with its size in bytes. Raises OSError."""
    file = path.open("rb")
    return file, file.seek(0, 2)
