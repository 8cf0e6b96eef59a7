"""The abbreviations of each language, from a word list that anybody may extend."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from resources import words


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Abbreviations whose full stop does not end a sentence, without the stop; `begins` are words that begin a
    sentence.
    """

    titles: frozenset[str]
    before_figures: frozenset[str]
    others: frozenset[str]
    begins: frozenset[str]


@cache
def abbreviations(language: str) -> Abbreviations:
    """Return the lists of a language (ISO 639-1) combined with those for every language."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in words("abbreviations"):
        head, _, listed = line.partition(":")
        of, _, kind = head.partition(" ")
        if of in (language, "any"):
            found[kind] |= _as_written(listed.split())
    return Abbreviations(*(frozenset(found[kind]) for kind in ("title", "figure", "other", "begins")))


def _as_written(listed: Iterable[str]) -> set[str]:
    """Return each word as it may be written: as listed, capitalised, and in capitals."""
    return {form for word in listed for form in (word, word[0].upper() + word[1:], word.upper())}
