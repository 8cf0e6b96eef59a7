"""Carry ranges of a text to a later version of it. Offsets are code points, half-open."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from models.text.aligning import Alignment, aligned
from models.text.ranges import Range
from models.text.trimming import snap, trim


class Fate(Enum):
    """What becomes of the words of a range."""

    SAME = auto()
    """They are the same words; only blanks and line breaks may differ."""
    CHANGED = auto()
    """Some of them differ, or all of them are elsewhere: somebody needs to look at them."""
    GONE = auto()
    """Nothing is left of them."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A range of the old text, the same range in the new one, and what becomes of its words.

    `new` is None if the words are gone; otherwise it is not empty.
    """

    old: Range
    new: Range | None
    fate: Fate


def carried(ranges: Iterable[Range], old: str, new: str) -> list[Carried]:
    """Carry ranges from a text to a later version of it, in their order."""
    alignment = aligned(old, new)
    return [carry(each, alignment) for each in ranges]


def carry(old: Range, alignment: Alignment) -> Carried:
    """Carry one range. What is inserted at its ends stays outside, unless it becomes part of its words."""
    start, end = old
    words = alignment.old[start:end]
    if [each.length for each in alignment.blocks_in(start, end)] == [end - start]:
        new = _whole(old, alignment)
        return Carried(old, new, Fate.SAME if words == alignment.new[slice(*new)] else Fate.CHANGED)
    if left := _by_what_is_left(old, alignment):
        is_same = words.split() == alignment.new[slice(*left)].split()
        return Carried(old, left, Fate.SAME if is_same else Fate.CHANGED)
    other = _in_place(old, alignment) or _elsewhere(words, alignment)
    return Carried(old, other, Fate.CHANGED if other else Fate.GONE)


def _whole(old: Range, alignment: Alignment) -> Range:
    """Return where a range is whose words are all left: with what was added to its first and last word."""
    start = alignment.offset(old[0])
    new = start, start + old[1] - old[0]
    return snap(alignment.new, *new) if _has_whole_words(old, alignment) else new


def _has_whole_words(old: Range, alignment: Alignment) -> bool:
    return snap(alignment.old, *old) == old


def _by_what_is_left(old: Range, alignment: Alignment) -> Range | None:
    """Return the range from the first to the last of its characters that are left, with what replaces those before and
    after.
    """
    blocks = alignment.blocks_in(*old)
    left = [each for each in blocks if alignment.old[each.old : each.old + each.length].strip()]
    if not left:
        return None
    start, end = left[0].new, left[-1].new + left[-1].length
    for gap in alignment.gaps_touching(*old):
        if gap.old[0] == old[0] < gap.old[1]:
            start = gap.new[0]
        if gap.old[0] < gap.old[1] == old[1]:
            end = gap.new[1]
    return _not_blank(
        alignment.new, *(snap(alignment.new, start, end) if _has_whole_words(old, alignment) else (start, end))
    )


def _in_place(old: Range, alignment: Alignment) -> Range | None:
    """Return what replaces the range, if it replaces nothing else."""
    within = [gap for gap in alignment.gaps_touching(*old) if old[0] <= gap.old[0] < gap.old[1] <= old[1]]
    return _not_blank(alignment.new, within[0].new[0], within[-1].new[1]) if within else None


def _elsewhere(words: str, alignment: Alignment) -> Range | None:
    """Return where the words of a range are among what is new, if they are there exactly once."""
    if not words.strip():
        return None
    new = (gap.new for gap in alignment.gaps if gap.new[1] - gap.new[0] >= len(words))
    places = [start + at for start, end in new for at in _places(words, alignment.new[start:end])]
    return (places[0], places[0] + len(words)) if len(places) == 1 else None


def _places(words: str, text: str) -> list[int]:
    """Return where words begin in a text: the first and the last place."""
    first, last = text.find(words), text.rfind(words)
    return [*{first, last} - {-1}]


def _not_blank(text: str, start: int, end: int) -> Range | None:
    """Return a range without blanks at its ends; None if nothing else is in it."""
    first, last = trim(text, start, end)
    return (first, last) if first < last else None
