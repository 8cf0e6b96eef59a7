"""Find words as a reader would, in articles, titles, names and choices: `models.text.folding` says what is alike."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

from models.text.folding import folded, folded_with_offsets

_remembered = lru_cache(maxsize=2)(folded_with_offsets)
"""Keep the folded text of the last articles, so that it is not folded again for every character that is typed."""


def search_words(typed: str) -> tuple[str, ...]:
    """Return the words of a search, folded."""
    return tuple(folded(typed).split())


def holds(seen: str, words: Iterable[str]) -> bool:
    """Return whether a folded text contains all of some folded words, in any order, as parts of longer words too."""
    return all(word in seen for word in words)


def choices_meant(typed: str, choices: Iterable[str]) -> list[str]:
    """Return the choices that typed words can mean, best first: one typed in full, those that begin so, and those that
    contain every word.
    """
    words = search_words(typed)
    seen = {choice: folded(choice) for choice in choices}
    beginning = " ".join(words)
    held = [choice for choice in seen if holds(seen[choice], words)]
    return sorted(held, key=lambda choice: (seen[choice] != beginning, not seen[choice].startswith(beginning)))


def find_all(text: str, wanted: str) -> list[tuple[int, int]]:
    """Return every place of the wanted words (code points, half-open); a blank matches any blanks and line breaks."""
    words = folded(wanted).split()
    if not words:
        return []
    seen, offsets = _remembered(text)
    found = (match.span() for match in re.finditer(r"\s+".join(map(re.escape, words)), seen))
    # Two halves of one ligature are one place.
    return list(dict.fromkeys((offsets[start], character_end(text, offsets[end - 1])) for start, end in found))


def character_end(text: str, at: int) -> int:
    """Return where the character at an offset ends, including the marks over it."""
    end = at + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def nearest(places: list[tuple[int, int]], offset: int) -> int:
    """Return the index of the first place at or after the offset; if there is none, of the first place."""
    at = bisect_left(places, (offset, 0))
    return at if at < len(places) else 0
