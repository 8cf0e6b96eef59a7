"""Tag parts of speech with an averaged perceptron; `tests/training` makes its weights from a treebank."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import add
from typing import TypeVar

from models.attribution.people import first_names, organisations, roles, titles
from models.text.word_lists import word_list
from resources import tagger_weights

Weights = Mapping[str, Sequence[Sequence[int]]]
"""The weights of each feature: pairs of an index in `TAGS` and a whole number."""

TAGS = ("noun", "name", "finite", "base", "past", "ing", "modal", "pronoun", "which", "determiner", "adjective",
        "adverb", "preposition", "to", "and", "number", "possessive", "sign", "other")  # fmt: skip
CLOSED = ("modal", "pronoun", "which", "determiner", "preposition", "to", "and", "possessive")
"""Tags that a word can only have if it had them in the treebank."""
_EDGE = ("<s>", "<s>")

Key = tuple[str, ...]
_Key = TypeVar("_Key")


_MOST_KEPT = 30_000
"""Sums of weights that are kept, since texts repeat their words."""


@dataclass(frozen=True, slots=True)
class Tagger:
    """Weights, and for each closed tag the words that can have it."""

    weights: Weights
    closed: Mapping[str, frozenset[str]]
    _sums: dict[Key, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)
    _open_to: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)

    def tag(self, words: Sequence[str]) -> list[str]:
        """Return the tag of each word of a sentence, decided from left to right."""
        found: list[str] = []
        before, known = _EDGE, self._sums
        for at, word in enumerate(words):
            of_word, of_last, of_next, of_tags = [known.get(key) or self._sum(key) for key in _keys(words, at, before)]
            scores = list(map(add, map(add, of_word, of_last), map(add, of_next, of_tags)))
            possible = self._open_to.get(word) or self._possible(word)
            found.append(TAGS[max(possible, key=scores.__getitem__)])
            before = before[1], found[-1]
        return found

    def _sum(self, key: Key) -> tuple[int, ...]:
        """Return the weights of some features of a word, for each tag, and keep them."""
        scores = [0] * len(TAGS)
        for feature in _features_of(key):
            for place, weight in self.weights.get(feature, ()):
                scores[place] += weight
        return _keep(self._sums, key, tuple(scores))

    def _possible(self, word: str) -> tuple[int, ...]:
        """Return the places of the tags that a word can have, and keep them."""
        lower = _lower(word)
        places = (place for place, name in enumerate(TAGS) if name not in self.closed or lower in self.closed[name])
        return _keep(self._open_to, word, tuple(places))


def _keep(kept: dict[_Key, tuple[int, ...]], key: _Key, value: tuple[int, ...]) -> tuple[int, ...]:
    if len(kept) >= _MOST_KEPT:
        kept.clear()
    kept[key] = value
    return value


def tag(words: Sequence[str]) -> list[str]:
    """Return the tag of each word of an English sentence, one of `TAGS`."""
    return _english().tag(words)


def features(words: Sequence[str], at: int, before: Sequence[str]) -> list[str]:
    """Return the features that decide the tag of one word: its spelling, its neighbours and the two tags before it.

    Each feature is a key, a blank, and a value without blanks.
    """
    return [feature for key in _keys(words, at, before) for feature in _features_of(key)]


def _keys(words: Sequence[str], at: int, before: Sequence[str]) -> tuple[Key, Key, Key, Key]:
    """Return what the features of a word are made of, in four groups that come again in other places."""
    word = words[at]
    return (
        ("word" if at else "first word", word),
        ("last", words[at - 1] if at else ""),
        ("next", words[at + 1] if at + 1 < len(words) else ""),
        ("tags", *before, _listed(word.lower())),
    )


def _features_of(key: Key) -> list[str]:
    kind, word, *more = key
    lower, shape = _lower(word), _shape(word)
    if kind == "last":
        return [f"l {lower or '<s>'}"]
    if kind == "next":
        after = lower or "</s>"
        return [f"n {after}", f"n3 {after[-3:]}", f"ns {shape}+{_listed(after)}"]
    if kind == "tags":
        last, listed = more
        return [f"t {last}", f"tt {word}+{last}", f"tk {last}+{listed}"]
    return [
        "b ",
        f"w {lower}",
        f"3 {lower[-3:]}+{shape}",
        f"2 {lower[-2:]}",
        f"s {shape}+{kind == 'first word'}",
        f"k {_listed(lower)}+{shape}",
    ]


def _lower(word: str) -> str:
    return word.lower().replace("’", "'")


def _shape(word: str) -> str:
    """Return how a word is written; the end of a sentence is written small."""
    if not word:
        return "a"
    if not any(map(str.isalnum, word)):
        return "."
    if word[0].isdigit():
        return "1"
    if word.isupper():
        return "A" if len(word) > 1 else "I"
    return "Aa" if word[0].isupper() else "a-" if "-" in word else "a"


def _listed(lower: str) -> str:
    """Return the name of the word list that contains a word, or an empty text."""
    return _lists().get(lower, "")


@cache
def _lists() -> Mapping[str, str]:
    """Return the words of all lists, each with the name of the first list that contains it."""
    lists: dict[str, str] = {}
    for word in titles():
        lists.setdefault(word, "title")
    for (forms,) in word_list("en/reporting_verbs"):
        for form, kind in zip(forms, ("base", "s", "past", "ing"), strict=False):
            lists.setdefault(form, kind)
    for base, past, *participle in word_list("en/irregular_verbs"):
        for kind, forms in (("base", base), ("past", past), ("participle", participle[0] if participle else ())):
            for form in forms:
                lists.setdefault(form, kind)
    for kind, words in (("role", roles()), ("body", organisations()), ("first", first_names())):
        for word in words:
            lists.setdefault(word, kind)
    return lists


@cache
def _english() -> Tagger:
    loaded = json.loads(tagger_weights().read_text(encoding="utf-8"))
    weights: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for head, of_weight in loaded["weights"].items():
        looked_at, name = head.split(" ")
        for weight, values in of_weight.items():
            pair = TAGS.index(name), int(weight)
            for value in values.split(" "):
                weights[f"{looked_at} {value}"].append(pair)
    return Tagger(dict(weights), {name: frozenset(words.split(" ")) for name, words in loaded["closed"].items()})
