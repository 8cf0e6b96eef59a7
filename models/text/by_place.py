"""Rows of a text, found by where they are. They come and go, and a question costs only what is near."""

from collections import defaultdict
from typing import Generic, Protocol, TypeVar

from models.ids import Id

STRIDE = 512
"""Code points of a stretch of the text; a row is kept with each stretch that it reaches into."""


class HasPlace(Protocol):
    """A row with a range of the text: code points, half-open."""

    @property
    def id(self) -> Id: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=HasPlace)


class ByPlace(Generic[P]):
    """Rows that may overlap each other."""

    def __init__(self) -> None:
        self._near: defaultdict[int, dict[Id, P]] = defaultdict(dict)

    def put(self, row: P) -> None:
        """Add a row."""
        for stretch in _stretches(row.start, row.end):
            self._near[stretch][row.id] = row

    def drop(self, row: P) -> None:
        """Remove a row, if it is there."""
        for stretch in _stretches(row.start, row.end):
            self._near[stretch].pop(row.id, None)

    def between(self, start: int, end: int) -> list[P]:
        """Return the rows that have a character in common with a range, each once."""
        near = (self._near[stretch] for stretch in _stretches(start, end) if stretch in self._near)
        found = {row.id: row for some in near for row in some.values() if row.start < end and start < row.end}
        return list(found.values())


def _stretches(start: int, end: int) -> range:
    return range(max(start, 0) // STRIDE, max(end - 1, 0) // STRIDE + 1)
