"""Read the journal that SQLite keeps beside a file while it writes: pages as they were before.

https://www.sqlite.org/fileformat2.html#the_rollback_journal
"""

from dataclasses import dataclass, field
from pathlib import Path

MAGIC = bytes.fromhex("d9d505f920a163d7")
SECTORS = {512 << power for power in range(8)}
SIZES = SECTORS


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


def read_journal(path: Path) -> Journal | None:
    """Read a journal; None if SQLite would not take anything back by it. Raises OSError."""
    data = path.read_bytes()
    found: Journal | None = None
    at = 0
    while (part := _header(data, at)) and (found is None or part[3] == found.page_size):
        count, nonce, page_count, page_size, sector = part
        found = found or Journal(page_count, page_size)
        at += sector
        for _each in range(count):
            at = _take(data, at, nonce, found)
            if at < 0:
                return found
        at = -(-at // sector) * sector
    return found


def _header(data: bytes, at: int) -> tuple[int, int, int, int, int] | None:
    """Return the number of pages that follow, the nonce, the file's pages, their size, and the size of a sector."""
    if data[at : at + 8] != MAGIC:
        return None
    count, nonce, page_count, sector, size = (
        int.from_bytes(data[place : place + 4]) for place in range(at + 8, at + 28, 4)
    )
    if sector not in SECTORS or size not in SIZES:
        return None
    return (len(data) - at - sector) // (size + 8) if count == 0xFFFFFFFF else count, nonce, page_count, size, sector


def _take(data: bytes, at: int, nonce: int, found: Journal) -> int:
    """Take one page; return the place after it, or -1 where the journal ends or is damaged."""
    size = found.page_size
    number, page = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 4 + size]
    said = int.from_bytes(data[at + 4 + size : at + 8 + size])
    if len(data) < at + 8 + size or not number or said != _checksum(page, nonce):
        return -1
    if number <= found.page_count:
        found.pages.setdefault(number, page)
    return at + 8 + size


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
