"""Read the journal that SQLite keeps beside a file while it writes: pages as they were before.

https://www.sqlite.org/fileformat2.html#the_rollback_journal
"""

import os
from collections.abc import Container
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

MAGIC = bytes.fromhex("d9d505f920a163d7")
SIZES = {512 << power for power in range(8)}
"""The sizes that a sector and a page can have."""


@dataclass(frozen=True, slots=True)
class Journal:
    """What a journal says: how many pages of which size the file had, and what was on some of them."""

    page_count: int
    page_size: int
    pages: dict[int, bytes] = field(default_factory=dict)


def journal_beside(path: Path) -> Path:
    """Return where SQLite keeps the journal of a file: beside the file itself, not beside a link to it."""
    real = path.resolve()
    return real.with_name(f"{real.name}-journal")


def read_journal(path: Path, wanted: Container[int] = range(1, 1 << 32)) -> Journal | None:
    """Read a journal, and the pages in it that are `wanted`; None if SQLite would not take anything back by it.

    Raises OSError.
    """
    found: Journal | None = None
    at = 0
    with path.open("rb") as file:
        while (part := _header(file, at)) and (found is None or part.page_size == found.page_size):
            found = found or Journal(part.page_count, part.page_size)
            end = _take(file, at + part.sector, part, found, wanted)
            if end is None:
                break
            at = -(-end // part.sector) * part.sector
    return found


@dataclass(frozen=True, slots=True)
class _Header:
    """The header of a part of a journal: how many pages follow, and what they are checked with."""

    count: int
    nonce: int
    page_count: int
    sector: int
    page_size: int


def _header(file: BinaryIO, at: int) -> _Header | None:
    """Read a header; None where there is none."""
    size = file.seek(0, os.SEEK_END)
    file.seek(at)
    data = file.read(28)
    if not data.startswith(MAGIC) or len(data) < 28:
        return None
    count, *rest = (int.from_bytes(data[place : place + 4]) for place in range(8, 28, 4))
    found = _Header(count, *rest)
    if found.sector not in SIZES or found.page_size not in SIZES:
        return None
    whole = (size - at - found.sector) // (found.page_size + 8)
    return replace(found, count=whole) if count == 0xFFFFFFFF else found


def _take(file: BinaryIO, at: int, header: _Header, found: Journal, wanted: Container[int]) -> int | None:
    """Take the pages after a header; return the place after them, or None where the journal ends or is damaged."""
    file.seek(at)
    size = header.page_size
    for _each in range(header.count):
        record = file.read(size + 8)
        number, page, said = int.from_bytes(record[:4]), record[4:-4], int.from_bytes(record[-4:])
        if len(record) < size + 8 or not number or said != _checksum(page, header.nonce):
            return None
        if number <= found.page_count and number in wanted:
            found.pages.setdefault(number, page)
    return at + header.count * (size + 8)


def _checksum(page: bytes, nonce: int) -> int:
    return (nonce + sum(page[len(page) - 200 : 0 : -200])) & 0xFFFFFFFF


def belongs(journal: Journal, first_page: bytes) -> bool:
    """Return whether a journal can be of a file with this first page, which counts the changes of the file.

    SQLite writes the first page last. So it is as it was before the write, or it counts one change more.
    """
    before = journal.pages.get(1)
    if before is None:
        return int.from_bytes(first_page[28:32]) == journal.page_count
    count, count_before = (int.from_bytes(page[24:28]) for page in (first_page, before))
    return first_page[: len(before)] == before or count == (count_before + 1) & 0xFFFFFFFF
