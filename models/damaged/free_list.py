"""Which pages a file lists as free. The same pages in use are damage, and what is written next would destroy them."""

from contextlib import suppress
from pathlib import Path

from models.damaged.pages import HEADER, Pages, readable


def free_pages(path: Path) -> frozenset[int]:
    """Return the pages that a file lists as free, as far as it can be read."""
    with suppress(OSError):
        file, size = readable(path)
        with file:
            file.seek(0)
            if any(file.read(HEADER)[32:40]):
                return frozenset(Pages(file, size).free())
    return frozenset()
