"""Many ranges that are asked whether others overlap them; a question takes logarithmic time."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from models.text.by_place import HasPlace
from models.text.ranges import Range


class RangeIndex:
    """Ranges of a text (code points, half-open), which may overlap each other."""

    def __init__(self, ranges: Iterable[Range] = ()) -> None:
        self._ranges = sorted(ranges)
        self._starts = [start for start, _end in self._ranges]
        self._farthest = [*accumulate((end for _start, end in self._ranges), max)]
        """The farthest end of the ranges up to each of them."""

    def overlaps(self, other: Range) -> bool:
        """Return whether one of the ranges has a character in common with another one."""
        place = bisect_left(self._starts, other[1])
        return place > 0 and self._farthest[place - 1] > other[0]

    def holds(self, other: Range) -> bool:
        """Return whether one of the ranges contains the whole of another one."""
        place = bisect_right(self._starts, other[0])
        return place > 0 and self._farthest[place - 1] >= other[1]

    def overlapping(self, other: Range) -> Iterator[Range]:
        """Yield the ranges that have a character in common with another one, from the last to the first."""
        place = bisect_left(self._starts, other[1])
        while place > 0 and self._farthest[place - 1] > other[0]:
            place -= 1
            if self._ranges[place][1] > other[0]:
                yield self._ranges[place]


def index_of(rows: Iterable[HasPlace]) -> RangeIndex:
    """Return the ranges of some rows."""
    return RangeIndex((each.start, each.end) for each in rows)


def share(one: Range, other: Range) -> float:
    """Return how much of two ranges they have in common: 1 for the same range, 0 for ranges that do not overlap."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / (max(one[1], other[1]) - min(one[0], other[0]))
