"""Tag parts of speech with an averaged perceptron; `tests/training` makes its weights from a treebank."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from operator import add

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

_MOST_KEPT = 10_000
"""Sums of weights of one kind that are kept, since texts repeat their words."""
_MOST_SENTENCES = 500
"""Sentences whose tags are kept: each is read with every claim near it."""
_IMPOSSIBLE = -(10**9)
"""The weight of a tag that a word cannot have."""


class Tagger:
    """Weights, and for each closed tag the words that can have it."""

    def __init__(self, weights: Weights, closed: Mapping[str, frozenset[str]]) -> None:
        self.weights, self.closed = weights, closed
        self._first, self._other = _Sums(self, "first word"), _Sums(self, "word")
        self._last, self._next, self._tags = _Sums(self, "last"), _Sums(self, "next"), _Sums(self, "tags")

    def tag(self, words: Sequence[str]) -> list[str]:
        """Return the tag of each word of a sentence, decided from left to right."""
        found: list[str] = []
        before, of_word = _EDGE, self._first
        for last, word, following in zip(("", *words), words, (*words[1:], ""), strict=False):
            beside = map(add, self._last[(last,)], self._next[(following,)])
            of_tags = self._tags[(*before, _listed(word.lower()))]
            scores = list(map(add, map(add, of_word[(word,)], of_tags), beside))
            found.append(TAGS[scores.index(max(scores))])
            before, of_word = (before[1], found[-1]), self._other
        return found

    def weigh(self, kind: str, key: Key) -> tuple[int, ...]:
        """Return the sum of the weights of some features of a word, for each tag; a tag that it cannot have has less
        than any other.
        """
        scores = [0] * len(TAGS)
        for feature in _features_of(kind, *key):
            for place, weight in self.weights.get(feature, ()):
                scores[place] += weight
        if kind in ("word", "first word"):
            ruled_out = (name for name, words in self.closed.items() if _lower(key[0]) not in words)
            for name in ruled_out:
                scores[TAGS.index(name)] = _IMPOSSIBLE
        return tuple(scores)


class _Sums(dict[Key, tuple[int, ...]]):
    """The weights of features of one kind, by what these are made of; added up when they are first asked for."""

    def __init__(self, tagger: Tagger, kind: str) -> None:
        super().__init__()
        self._tagger, self._kind = tagger, kind

    def __missing__(self, key: Key) -> tuple[int, ...]:
        if len(self) >= _MOST_KEPT:
            self.clear()
        self[key] = self._tagger.weigh(self._kind, key)
        return self[key]


def tag(words: Sequence[str]) -> list[str]:
    """Return the tag of each word of an English sentence, one of `TAGS`."""
    return [*_tagged(tuple(words))]


@lru_cache(maxsize=_MOST_SENTENCES)
def _tagged(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_english().tag(words))


def features(words: Sequence[str], at: int, before: Sequence[str]) -> list[str]:
    """Return the features that decide the tag of one word: its spelling, its neighbours and the two tags before it.

    Each feature is a key, a blank, and a value without blanks.
    """
    word = words[at]
    last, following = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    return [
        *_features_of("word" if at else "first word", word),
        *_features_of("last", last),
        *_features_of("next", following),
        *_features_of("tags", *before, _listed(word.lower())),
    ]


def _features_of(kind: str, word: str, *more: str) -> list[str]:
    """Return the features of one kind, which come again in other places."""
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
