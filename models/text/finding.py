"""Find words as a reader would, in articles, titles, names and choices: `models.text.folding` says what is alike."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from models.text.folding import folded, folded_as_stored, folded_with_offsets
from models.text.ranges import Range

SYLLABLE_ENDS = "(?![\u1160-\u11ff])"
"""The pattern for the end of a decomposed Korean syllable: no vowel or final consonant follows."""

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


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that follow each other, to be found in any number of texts; a blank matches any blanks and line breaks."""

    pattern: re.Pattern[str]

    def places(self, text: str) -> list[Range]:
        """Return every place of the phrase (code points, half-open); a text without it is only folded."""
        found = self.pattern.search(folded_as_stored(text))
        return self.places_in(text, *folded_with_offsets(text)) if found else []

    def places_in(self, text: str, seen: str, offsets: Sequence[int]) -> list[Range]:
        """Return the same of a text that `folded_with_offsets` has folded."""
        found = (match.span() for match in self.pattern.finditer(seen))
        # Two halves of one ligature are one place.
        places = ((offsets[start], character_end(text, offsets[end - 1])) for start, end in found)
        return list(dict.fromkeys(places))


def phrase_of(wanted: str) -> Phrase | None:
    """Return what is looked for as a phrase; None if nothing is left of it after folding."""
    words = folded(wanted).split()
    return Phrase(re.compile(r"\s+".join(map(_either_form, words)))) if words else None


def _either_form(word: str) -> str:
    """Return the pattern of a folded word: a text is folded as it is stored, in which Korean can be decomposed."""
    decomposed = unicodedata.normalize("NFD", word)
    if word == decomposed:
        return re.escape(word)
    return f"(?:{re.escape(word)}|{re.escape(decomposed)}{SYLLABLE_ENDS})"


def find_all(text: str, wanted: str) -> list[Range]:
    """Return every place of the wanted words (code points, half-open); a blank matches any blanks and line breaks."""
    phrase = phrase_of(wanted)
    return phrase.places_in(text, *_remembered(text)) if phrase else []


def character_end(text: str, at: int) -> int:
    """Return where the character at an offset ends, including the marks over it."""
    end = at + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def nearest(places: list[Range], offset: int) -> int:
    """Return the index of the first place at or after the offset; if there is none, of the first place."""
    at = bisect_left(places, (offset, 0))
    return at if at < len(places) else 0
