"""Ranges of a text: code points, half-open."""

from bisect import bisect_right
from collections.abc import Sequence

Range = tuple[int, int]
"""Where a part of a text begins, and where it ends: the first code point that is no longer in it."""


def range_around(ranges: Sequence[Range], at: int) -> Range | None:
    """Return the one of some disjoint ranges, in order, that contains the offset."""
    place = bisect_right(ranges, at, key=lambda each: each[0]) - 1
    return ranges[place] if place >= 0 and at < ranges[place][1] else None
