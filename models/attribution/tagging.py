"""Tag parts of speech with an averaged perceptron; `tests/training` makes its weights from a treebank."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

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


@dataclass(frozen=True, slots=True)
class Tagger:
    """Weights, and for each closed tag the words that can have it."""

    weights: Weights
    closed: Mapping[str, frozenset[str]]

    def tag(self, words: Sequence[str]) -> list[str]:
        """Return the tag of each word of a sentence, decided from left to right."""
        found: list[str] = []
        for at, word in enumerate(words):
            scores = [0] * len(TAGS)
            for feature in features(words, at, (*_EDGE, *found[-2:])[-2:]):
                for place, weight in self.weights.get(feature, ()):
                    scores[place] += weight
            found.append(TAGS[max(self._possible(word), key=scores.__getitem__)])
        return found

    def _possible(self, word: str) -> list[int]:
        lower = _lower(word)
        return [place for place, name in enumerate(TAGS) if name not in self.closed or lower in self.closed[name]]


def tag(words: Sequence[str]) -> list[str]:
    """Return the tag of each word of an English sentence, one of `TAGS`."""
    return list(_tags(tuple(words)))


@lru_cache(maxsize=2_000)
def _tags(words: tuple[str, ...]) -> tuple[str, ...]:
    """Cache the tags of a sentence, since the claims of a paragraph have the same sentences around them."""
    return tuple(_english().tag(words))


def features(words: Sequence[str], at: int, before: Sequence[str]) -> list[str]:
    """Return the features that decide the tag of one word: its spelling, its neighbours and the two tags before it.

    Each feature is a key, a blank, and a value without blanks.
    """
    word, lower = words[at], _lower(words[at])
    last = _lower(words[at - 1]) if at else "<s>"
    after = words[at + 1] if at + 1 < len(words) else "</s>"
    shape, listed = _shape(word), _listed(lower)
    return [
        "b ",
        f"w {lower}",
        f"3 {lower[-3:]}+{shape}",
        f"2 {lower[-2:]}",
        f"s {shape}+{at == 0}",
        f"t {before[1]}",
        f"tt {before[0]}+{before[1]}",
        f"l {last}",
        f"n {_lower(after)}",
        f"n3 {_lower(after)[-3:]}",
        f"ns {_shape(after)}+{_listed(_lower(after))}",
        f"k {listed}+{shape}",
        f"tk {before[1]}+{listed}",
    ]


def _lower(word: str) -> str:
    return word.lower().replace("’", "'")


def _shape(word: str) -> str:
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
    for (forms,) in word_list("reporting_verbs"):
        for form, kind in zip(forms, ("base", "s", "past", "ing"), strict=False):
            lists.setdefault(form, kind)
    for base, past, *participle in word_list("irregular_verbs"):
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
