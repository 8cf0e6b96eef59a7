"""Complete the names of speakers."""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from models.ids import Id
from models.text.folding import folded_words

_FUZZY_FROM = 3
"""The fewest characters for which misspellings are considered; shorter text resembles everything."""
_FUZZY_CUTOFF = 75.0
"""How alike a name must be, out of 100: "kery" still finds "Kerry"."""
_MOST_RESEMBLING = 10
_HOPEFUL_CUTOFF = 70.0
"""The same for a quick first pass over all names."""
_NO_RANK = 9


def matching(names: Sequence[tuple[Id, str]], typed: str) -> list[Id]:
    """Return the speakers that typed text can mean, best first, each once; `names` holds names and aliases.

    Best is the whole name, then its beginning, the beginning of a word in it, words in another order, any part of it,
    parts in another order; if no name contains it, names that resemble it. Without any text it is everybody, in the
    order given.
    """
    wanted = folded_words(typed)
    if not wanted:
        return _unique(speaker for speaker, _ in names)
    words = wanted.split()
    ranks = [(_rank(folded_words(name), wanted, words), len(name), place) for place, (_, name) in enumerate(names)]
    ranked = [rank for rank in ranks if rank[0] < _NO_RANK]
    if not ranked and len(wanted) >= _FUZZY_FROM:
        return _resembling(names, wanted)
    return _unique(names[place][0] for *_, place in sorted(ranked))


def _rank(name: str, wanted: str, words: list[str]) -> int:
    place = name.find(wanted)
    if place == 0:
        return 0 if name == wanted else 1
    if place > 0:
        return 2 if f" {wanted}" in name else 4
    if not all(word in name for word in words):
        return _NO_RANK
    return 3 if all(f" {word}" in f" {name}" for word in words) else 5


def _resembling(names: Sequence[tuple[Id, str]], wanted: str) -> list[Id]:
    """Return the speakers with a name, or a word in it, that resembles what was typed, closest first."""
    choices = [folded_words(name) for _, name in names]
    hopeful = process.extract(wanted, choices, scorer=fuzz.partial_ratio, score_cutoff=_HOPEFUL_CUTOFF, limit=None)
    likeness = [(max(fuzz.ratio(wanted, form) for form in _forms(name)), place) for name, _, place in hopeful]
    ranked = sorted((-alike, place) for alike, place in likeness if alike >= _FUZZY_CUTOFF)
    return _unique(names[place][0] for _, place in ranked)[:_MOST_RESEMBLING]


def _forms(name: str) -> list[str]:
    words = name.split()
    return [name] if len(words) < 2 else [name, *words]


def _unique(speakers: Iterable[Id]) -> list[Id]:
    return list(dict.fromkeys(speakers))
