"""Things in the order of a text, some of which are replaced at a time, and which are found by where they begin."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from models.text.ranges import Range

T = TypeVar("T")


class InOrder(Generic[T]):
    """Things that begin somewhere in a text, at a code point that `at` returns; several may begin at the same place."""

    def __init__(self, at: Callable[[T], int]) -> None:
        self._at = at
        self._things: list[T] = []
        self.offsets: list[int] = []
        """Where each of them begins."""

    def __len__(self) -> int:
        return len(self._things)

    def __iter__(self) -> Iterator[T]:
        return iter(self._things)

    def __reversed__(self) -> Iterator[T]:
        return reversed(self._things)

    def __getitem__(self, place: int) -> T:
        return self._things[place]

    def first_from(self, offset: int) -> int:
        """Return the place of the first thing that begins at an offset or after it, or else their number."""
        return bisect_left(self.offsets, offset)

    def within(self, part: Range) -> Sequence[T]:
        """Return the things that begin in a part of the text."""
        return self._things[self._slice(part)]

    def put(self, part: Range, things: Iterable[T]) -> Sequence[T]:
        """Replace all that begin in a part of the text with others, in their order; return what was replaced."""
        replaced, others = self._slice(part), [*things]
        before, self._things[replaced] = self._things[replaced], others
        self.offsets[replaced] = map(self._at, others)
        return before

    def _slice(self, part: Range) -> slice:
        return slice(self.first_from(part[0]), self.first_from(part[1]))
