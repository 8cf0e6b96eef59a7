"""Find the numbers of an article, each whole: qualifier, currency, amount, scale, unit and what is counted.

Names, dates, years, times, ordinals and "one" as a pronoun are left out. A number never extends over a line break, so
only one line is read to find the next one.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from models.quantities.counted_nouns import end_of_counted
from models.quantities.decimal_comma import is_english
from models.quantities.items import end_of_item
from models.quantities.not_counted import counting_nothing, is_word_only
from models.quantities.parsing import quantities_in, read_quantity, with_counted
from models.quantities.quantity import Quantity
from models.text.plain_signs import plain_signs, visible
from models.text.ranges import Range

_LONGEST = 4_000
"""Code points that are read at once."""


def numbers_in(text: str, start: int, end: int, language: str | None = None) -> list[Range]:
    """Return the numbers that begin between two offsets, in order: code points of the text, half-open."""
    return [number for number, _ in quantities_between(text, start, end, language)]


def quantities_between(text: str, start: int, end: int, language: str | None = None) -> list[tuple[Range, Quantity]]:
    """Return the numbers of `numbers_in` with what each says where it stands.

    That can be more than its own words say: "from 2 to 3 million" begins with two million.
    """
    found: list[tuple[Range, Quantity]] = []
    first = text.rfind("\n", 0, start) + 1
    while first < end:
        after = _line_end(text, first)
        for piece in _pieces(text, first, after):
            if piece[1] > start and piece[0] < end:
                found += [each for each in _read_piece(text, piece, language) if start <= each[0][0] < end]
        first = after + 1
    return found


def read_number(text: str, start: int, end: int, language: str | None = None) -> Quantity | None:
    """Return what a number says where it stands, or else what its words say alone; None if they hold no value."""
    there = quantities_between(text, start, start + 1, language)
    return next((said for number, said in there if number == (start, end)), None) or read_quantity(
        text[start:end], language
    )


def next_number(
    text: str, offset: int, language: str | None = None, *, taken: Iterable[Range] = (), skipped: Iterable[Range] = ()
) -> Range | None:
    """Return the number that contains the offset, or else the first after it, whole; None if there is none.

    Numbers are left out if they overlap `taken` (the spans of recorded numbers), or are on the lines `skipped`
    (boilerplate).
    """
    left_out = [*taken, *skipped]
    first = text.rfind("\n", 0, max(offset, 0)) + 1
    while first <= len(text):
        after = _line_end(text, first)
        for piece in _pieces(text, first, after):
            for number, _ in _of_piece(text, piece, language) if piece[1] > offset else ():
                if number[1] > offset and not _overlaps(number, left_out):
                    return number
        first = after + 1
    return None


def previous_number(
    text: str, offset: int, language: str | None = None, *, taken: Iterable[Range] = (), skipped: Iterable[Range] = ()
) -> Range | None:
    """Return the number that contains the offset, or else the last before it; see `next_number`."""
    left_out = [*taken, *skipped]
    after = _line_end(text, min(max(offset, 0), len(text)))
    while after >= 0:
        first = text.rfind("\n", 0, after) + 1
        for piece in reversed(_pieces(text, first, after)):
            for number, _ in reversed(list(_of_piece(text, piece, language))) if piece[0] < offset else ():
                if number[0] < offset and not _overlaps(number, left_out):
                    return number
        after = first - 1
    return None


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _overlaps(number: Range, ranges: Iterable[Range]) -> bool:
    return any(number[0] < end and start < number[1] for start, end in ranges)


def _pieces(text: str, first: int, after: int) -> list[Range]:
    """Return a line in pieces that can be read at once: whole, unless it is longer than any paragraph."""
    pieces = []
    while after - first > _LONGEST:
        cut = text.rfind(" ", first, first + _LONGEST) + 1 or first + _LONGEST
        pieces.append((first, cut))
        first = cut
    return [*pieces, (first, after)]


@lru_cache(maxsize=16)
def _read_piece(text: str, piece: Range, language: str | None) -> Sequence[tuple[Range, Quantity]]:
    """Return the numbers of a piece: who reads one number of a line reads the others of it next."""
    return tuple(_of_piece(text, piece, language))


def _of_piece(text: str, piece: Range, language: str | None) -> Iterator[tuple[Range, Quantity]]:
    """Yield the numbers of a piece; they are looked for as if invisible characters were not there."""
    first, after = piece
    line, places = visible(text[first:after])
    plain = plain_signs(line)
    passed = counting_nothing(plain)
    last = end_of_item(text, first, plain)
    for start, end, quantity in quantities_in(line, plain, language):
        if start < last or _overlaps((start, end), passed):
            continue
        if not is_word_only(plain, start, end, english=is_english(language)):
            last = end_of_counted(plain, end, quantity, language)
            said = with_counted(quantity, line[end:last])
            if places is None:
                yield (first + start, first + last), said
            else:
                yield (first + places[start], first + places[last - 1] + 1), said
