"""Ranges of a text: code points, half-open."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

Range = tuple[int, int]
"""The start of a range and its end, the first code point after it."""


def range_around(ranges: Sequence[Range], at: int) -> Range | None:
    """Return the range that contains the offset, out of disjoint ranges in order."""
    place = bisect_right(ranges, at, key=lambda each: each[0]) - 1
    return ranges[place] if place >= 0 and at < ranges[place][1] else None


def write_ranges(ranges: Iterable[Range]) -> str | None:
    """Return ranges as they are written in a cell: "578-614;700-720"; None when there are none."""
    return ";".join([f"{start}-{end}" for start, end in ranges]) or None


def read_ranges(cell: str | None) -> list[Range]:
    """Return the ranges that `write_ranges` wrote; none for None."""
    pairs = (each.split("-") for each in cell.split(";")) if cell else ()
    return [(int(start), int(end)) for start, end in pairs]
