"""Find the numbers of an article, each whole: qualifier, currency, amount, scale, unit and what is counted.

Names, dates, years, times, ordinals and "one" as a pronoun are left out. A number never extends over a line break, so
only one line is read to find the next one.
"""

import re
from collections.abc import Iterable, Iterator

from models.quantities.counted_nouns import end_of_counted
from models.quantities.parsing import quantities_in
from models.text.plain_signs import plain_signs, visible
from models.text.ranges import Range

_ITEM = re.compile(r"\s*\(?[0-9]{1,3}(?:[.)](?=\s)|[.)]?\s*$)")
"""The number of an item in a list."""
_PRONOUN = re.compile(
    r"one(?= *$| *[^\w\s-]| +(?:another|who|that|which|is|was|has|had|can|could|would|will|day|by|or|and|in|on|at|"
    r"to|not|as|with|from|for)\b| +of +(?:\w+ +)?(?:most|best|worst|few|many|only|first|last|those|these|them|us|you|"
    r"\w+est|reasons?|things?|ways?)\b)",
    re.IGNORECASE,
)
_BEFORE_A_PRONOUN = re.compile(
    r"(?<!\w)(?:no|any|every|some|each|the|this|that|which|another|a|only|[a-z]+er|[a-z]+est) +$", re.IGNORECASE
)
_PHONE = re.compile(
    r"(?<!\w)(?:\+[0-9]{1,3}[ -]?\(?[0-9]|\(?0[0-9]{1,4}\)?[ -][0-9])(?:[ -]?[0-9]){5,12}|"
    r"[0-9]{3}-[0-9]{3}-[0-9]{4}"
)
_LONGEST = 4_000
"""Code points that are read at once."""
_IN_BRACKETS = re.compile(r"(?<=\w )\([0-9]{1,2}\)")
"""A place or a note: "England (2)"."""
_SERIAL = re.compile(r"[0-9]{16,}")
"""A run of digits that is an identifier, since nobody prints a number that way."""
_NAMED = re.compile(r"[A-Z][a-z]+$")
_OPENS = re.compile(r"(?:^|[.!?:;“\"(\[]|[.!?]['’”\"])[\s“\"'(\[-]*$")


def numbers_in(text: str, start: int, end: int, language: str | None = None) -> list[Range]:
    """Return the numbers that begin between two offsets, in order: code points of the text, half-open."""
    found: list[Range] = []
    first = text.rfind("\n", 0, start) + 1
    while first < end:
        after = _line_end(text, first)
        for piece in _pieces(text, first, after):
            if piece[1] > start and piece[0] < end:
                found += [number for number in _of_piece(text, piece, language) if start <= number[0] < end]
        first = after + 1
    return found


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
            for number in _of_piece(text, piece, language) if piece[1] > offset else ():
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
            for number in reversed(list(_of_piece(text, piece, language))) if piece[0] < offset else ():
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


def _of_piece(text: str, piece: Range, language: str | None) -> Iterator[Range]:
    """Yield the numbers of a piece; they are looked for as if invisible characters were not there."""
    first, after = piece
    line, places = visible(text[first:after])
    plain = plain_signs(line)
    passed = [found.span() for rule in (_PHONE, _SERIAL) for found in rule.finditer(plain)]
    passed += [found.span() for found in _IN_BRACKETS.finditer(plain)]
    item = _ITEM.match(plain)
    last = item.end() if item else 0
    for start, end, quantity in quantities_in(line, language):
        if start >= last and not _overlaps((start, end), passed) and not _is_word_only(plain, start, end):
            last = end_of_counted(plain, end, quantity, language)
            if places is None:
                yield first + start, first + last
            else:
                yield first + places[start], first + places[last - 1] + 1


def _is_word_only(plain: str, start: int, end: int) -> bool:
    """Return whether what looks like a number is a pronoun ("one") or part of a name ("the Six Nations")."""
    before = plain[max(0, start - 20) : start]
    words = plain[start:end]
    if words.lower() == "one" and (_PRONOUN.match(plain, start) or _BEFORE_A_PRONOUN.search(before)):
        return True
    return _NAMED.match(words) is not None and _OPENS.search(before) is None
