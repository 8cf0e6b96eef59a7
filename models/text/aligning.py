"""Align two versions of a text: find what they have in common, in order. Offsets are code points, half-open.

Lines are compared first, then the words between lines in common, and then the characters of words that are alike. Lines
or words that occur once in both versions come first, since they can be found without comparing everything with
everything; so a long text with few changes takes little longer than reading it.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from rapidfuzz.distance import Indel

from models.text.ranges import Range

WORDS = re.compile(r"\w+|\s+|[^\w\s]")

WORD = re.compile(r"\w")

MOST_COMPARED = 4_000_000
"""Pairs of lines, words or characters that are compared with each other; larger parts are replaced as a whole,
which happens only if they share no word that occurs once."""

RUN = 8
"""Pieces, about four words with their blanks, by which large parts are aligned that have no single word in common that
occurs once."""

LONGEST_REWORDED, LEAST_ALIKE = 400, 0.5
"""Code points of words that are compared by their characters, and how alike these have to be, from 0 to 1."""


class Block(NamedTuple):
    """A part that both texts have: where it begins in the old and in the new one, and its length."""

    old: int
    new: int
    length: int


class Gap(NamedTuple):
    """A part of the old text, and the part of the new one that replaces it; one of them may be empty."""

    old: Range
    new: Range


@dataclass(frozen=True)
class Alignment:
    """Two texts, and what they have in common: blocks in the order of both, which do not touch in both at once."""

    old: str
    new: str
    blocks: tuple[Block, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [block.old for block in self.blocks]

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """What differs, in order."""
        ends = [(0, 0), *((block.old + block.length, block.new + block.length) for block in self.blocks)]
        starts = [*((block.old, block.new) for block in self.blocks), (len(self.old), len(self.new))]
        pairs = zip(ends, starts, strict=True)
        return tuple(Gap((end[0], start[0]), (end[1], start[1])) for end, start in pairs if end != start)

    @cached_property
    def _gap_starts(self) -> list[int]:
        return [gap.old[0] for gap in self.gaps]

    def gaps_touching(self, start: int, end: int) -> list[Gap]:
        """Return what differs in a range of the old text or next to it, in order."""
        first = max(bisect_left(self._gap_starts, start) - 1, 0)
        last = bisect_right(self._gap_starts, end)
        return [gap for gap in self.gaps[first:last] if gap.old[1] >= start]

    def blocks_in(self, start: int, end: int) -> list[Block]:
        """Return what both texts have of a range of the old one."""
        found = []
        near = slice(max(bisect_right(self._starts, start) - 1, 0), bisect_left(self._starts, end))
        for block in self.blocks[near]:
            first, last = max(block.old, start), min(block.old + block.length, end)
            if first < last:
                found.append(Block(first, block.new + first - block.old, last - first))
        return found

    def offset(self, old: int) -> int:
        """Return where an offset of the old text is in the new one; within a gap, the beginning of the new part."""
        place = bisect_right(self._starts, old) - 1
        if place < 0:
            return 0 if not self.blocks or old < self.blocks[0].old else self.blocks[0].new
        block = self.blocks[place]
        return block.new + min(old - block.old, block.length)


def aligned(old: str, new: str) -> Alignment:
    """Align a text with a later version of it."""
    found = _joined(_refined(old, new, (0, len(old)), (0, len(new)), _LEVELS))
    return Alignment(old, new, tuple(found))


Split = Callable[[str], list[str]]


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


_LEVELS: tuple[Split, ...] = (_lines, WORDS.findall)


def _refined(old: str, new: str, old_part: Range, new_part: Range, levels: Sequence[Split]) -> Iterator[Block]:
    """Yield what two parts have in common, in order: by the first level, and between that by the others."""
    if not levels:
        yield from _alike(old, new, old_part, new_part)
        return
    split, *finer = levels
    pieces = split(old[slice(*old_part)]), split(new[slice(*new_part)])
    here, there = _offsets(pieces[0], old_part[0]), _offsets(pieces[1], new_part[0])
    before = (0, 0)
    ends = len(pieces[0]), len(pieces[1])
    compared = (_whatever_blank(pieces[0]), _whatever_blank(pieces[1]))
    kept = [each for each in _matches(*compared) if _holds_words(each, pieces[0]) or _is_at_end(each, ends)]
    for first, second, count in (*kept, Block(*ends, 0)):
        gap = (here[before[0]], here[first]), (there[before[1]], there[second])
        if all(start < end for start, end in gap):
            yield from _refined(old, new, *gap, finer)
        for place, length in _equal(pieces[0][first : first + count], pieces[1][second : second + count]):
            at = first + place, second + place
            yield Block(here[at[0]], there[at[1]], here[at[0] + length] - here[at[0]])
        before = first + count, second + count


def _whatever_blank(pieces: Sequence[str]) -> list[str]:
    """Return pieces with one kind of blank, so that another line break does not keep words from being found."""
    return [" " if piece.isspace() else piece for piece in pieces]


def _equal(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the runs of pieces of two lists of one length that are equal: the place of the first, and how many."""
    at = 0
    while at < len(old):
        end = at
        while end < len(old) and old[end] == new[end]:
            end += 1
        if end > at:
            yield at, end - at
        at = end + 1


def _holds_words(match: Block, pieces: Sequence[str]) -> bool:
    """Return whether a run of equal pieces is more than blanks and signs, which are alike anywhere."""
    return any(map(WORD.search, pieces[match.old : match.old + match.length]))


def _is_at_end(match: Block, ends: tuple[int, int]) -> bool:
    """Return whether a run of equal pieces is at the beginning or the end of both parts."""
    return match.old == match.new == 0 or (match.old + match.length, match.new + match.length) == ends


def _offsets(pieces: Sequence[str], at: int) -> list[int]:
    """Return where each piece begins, and the end of the last one."""
    found = [at]
    for piece in pieces:
        at += len(piece)
        found.append(at)
    return found


def _matches(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """Return runs of equal pieces, in the order of both lists."""
    found: list[Block] = []
    waiting = [((0, len(old)), (0, len(new)))]
    while waiting:
        (first, last), (second, final) = waiting.pop()
        most = min(last - first, final - second)
        same = next((count for count in range(most) if old[first + count] != new[second + count]), most)
        found.append(Block(first, second, same))
        first, second, most = first + same, second + same, most - same
        same = next((count for count in range(most) if old[last - 1 - count] != new[final - 1 - count]), most)
        last, final = last - same, final - same
        found.append(Block(last, final, same))
        if first == last or second == final:
            continue
        is_large = (last - first) * (final - second) > MOST_COMPARED
        widths = (1, RUN) if is_large else (1,)
        found_first = (_anchors(old, new, (first, last), (second, final), width) for width in widths)
        if anchors := next(filter(None, found_first), None):
            ends = [(first, second), *((each.old + 1, each.new + 1) for each in anchors)]
            starts = [*((each.old, each.new) for each in anchors), (last, final)]
            waiting += [((end[0], start[0]), (end[1], start[1])) for end, start in zip(ends, starts, strict=True)]
            found += anchors
        elif not is_large:
            found += _compared(old, new, (first, last), (second, final))
    return _joined(sorted(each for each in found if each.length))


def _anchors(old: Sequence[str], new: Sequence[str], old_part: Range, new_part: Range, width: int) -> list[Block]:
    """Return the first pieces of the runs of a width that both parts have exactly once, as many as are in the same
    order in both.
    """
    here, there = _runs(old, old_part, width), _runs(new, new_part, width)
    twice_here, twice_there = Counter(here), Counter(there)
    where = {run: place for place, run in enumerate(there, start=new_part[0]) if twice_there[run] == 1}
    pairs = [
        Block(place, where[run], 1)
        for place, run in enumerate(here, start=old_part[0])
        if twice_here[run] == 1 and run in where
    ]
    return _rising(pairs)


def _runs(pieces: Sequence[str], part: Range, width: int) -> list[Hashable]:
    """Return every run of pieces of a width in a part."""
    start, end = part
    return list(zip(*(pieces[start + first : end] for first in range(width)), strict=False))


def _rising(pairs: Sequence[Block]) -> list[Block]:
    """Return as many as possible of the pairs, which are in the order of the old text, in that of the new one too."""
    lowest: list[int] = []
    piles: list[int] = []
    previous: list[int] = []
    for place, pair in enumerate(pairs):
        pile = bisect_right(lowest, pair.new)
        previous.append(piles[pile - 1] if pile else -1)
        lowest[pile : pile + 1] = [pair.new]
        piles[pile : pile + 1] = [place]
    found: list[Block] = []
    at = piles[-1] if piles else -1
    while at >= 0:
        found.append(pairs[at])
        at = previous[at]
    return found[::-1]


def _compared(old: Sequence[str], new: Sequence[str], old_part: Range, new_part: Range) -> list[Block]:
    """Return what two short parts have in common, each piece compared with each other one."""
    codes = Indel.opcodes(old[slice(*old_part)], new[slice(*new_part)])
    return [
        Block(old_part[0] + each.src_start, new_part[0] + each.dest_start, each.src_end - each.src_start)
        for each in codes
        if each.tag == "equal"
    ]


def _alike(old: str, new: str, old_part: Range, new_part: Range) -> list[Block]:
    """Return the characters that two short parts have in common if they are alike, such as "teh" and "the"."""
    words = old[slice(*old_part)], new[slice(*new_part)]
    if max(map(len, words)) > LONGEST_REWORDED or Indel.normalized_similarity(*words) < LEAST_ALIKE:
        return []
    return _compared(old, new, old_part, new_part)


def _joined(blocks: Sequence[Block] | Iterator[Block]) -> list[Block]:
    """Join blocks that touch in both texts."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if last and (last.old + last.length, last.new + last.length) == (block.old, block.new):
            found[-1] = Block(last.old, last.new, last.length + block.length)
        else:
            found.append(block)
    return found
