"""Convert the offsets of Java, which counts UTF-16 units, into offsets of the text as it is kept here."""

from collections.abc import Iterable, Sequence

from models.text.normalising import DROPPED, normalise
from models.text.ranges import Range
from models.text.trimming import trim


def places_of(text: str, ranges: Sequence[Range]) -> list[Range | None]:
    r"""Return where some ranges of a text are in the normalised text, in code points, trimmed of blanks.

    A range that is outside of the text, or has only blanks, has no place. The window of the other program shows "\r\n"
    as one character, and others count two: the count is taken by which more ranges begin and end at words.
    """
    kept = normalise(text)
    counts = (True, False) if "\r\n" in text else (True,)
    found = [_places(kept, _offsets(text, counts_returns=each), ranges) for each in counts]
    return max(found, key=lambda places: _at_words(kept, places))


def _offsets(text: str, *, counts_returns: bool) -> list[int]:
    """Return the offset in the normalised text of every UTF-16 unit of a text, and of its end."""
    offsets, at = list[int](), 0
    for letter, after in zip(text, f"{text[1:]}\0", strict=True):
        is_dropped = letter in DROPPED or (letter == "\r" and after == "\n")
        if letter != "\r" or after != "\n" or counts_returns:
            offsets += [at] * (2 if letter > "\uffff" else 1)
        at += not is_dropped
    return [*offsets, at]


def _places(text: str, offsets: Sequence[int], ranges: Iterable[Range]) -> list[Range | None]:
    places = list[Range | None]()
    for start, end in ranges:
        is_inside = 0 <= start < end < len(offsets)
        place = trim(text, offsets[start], offsets[end]) if is_inside else (0, 0)
        places.append(place if place[0] < place[1] else None)
    return places


def _at_words(text: str, places: Iterable[Range | None]) -> int:
    """Count the ends of ranges that do not cut a word."""
    ends = [end for place in places if place for end in place]
    return sum(not text[max(end - 1, 0) : end + 1].isalnum() or end in {0, len(text)} for end in ends)
