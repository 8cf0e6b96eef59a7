"""What part of speech each word is: an averaged perceptron whose weights `tests/training` makes from a treebank."""

import json
from collections.abc import Sequence
from functools import cache

from resources import tagger_weights

Weights = dict[str, list[tuple[int, int]]]
"""For each feature its weights: pairs of the place of a tag in `TAGS` and a whole number."""

TAGS = ("noun", "name", "finite", "base", "past", "ing", "modal", "pronoun", "which", "determiner", "adjective",
        "adverb", "preposition", "to", "and", "number", "possessive", "sign", "other")  # fmt: skip
_EDGE = ("<s>", "<s>")


def tag(words: Sequence[str]) -> list[str]:
    """Return the tag of each word of a sentence, one of `TAGS`."""
    return decided(words, _weights())


def decided(words: Sequence[str], weights: Weights) -> list[str]:
    """Return the tags that these weights give, decided from left to right."""
    found: list[str] = []
    for at in range(len(words)):
        scores = [0] * len(TAGS)
        for feature in features(words, at, (_EDGE + tuple(found[-2:]))[-2:]):
            for place, weight in weights.get(feature, ()):
                scores[place] += weight
        found.append(TAGS[max(range(len(TAGS)), key=scores.__getitem__)])
    return found


def features(words: Sequence[str], at: int, before: tuple[str, ...]) -> list[str]:
    """Return what the decision about one word rests on: its letters, its neighbours, the two tags before it."""
    word = words[at]
    lower = word.lower().replace("’", "'")
    last = words[at - 1].lower() if at else "<s>"
    after = words[at + 1].lower() if at + 1 < len(words) else "</s>"
    shape = _shape(word)
    return [
        "b",
        f"w {lower}",
        f"3 {lower[-3:]} {shape}",
        f"2 {lower[-2:]}",
        f"s {shape} {at == 0}",
        f"t {before[1]}",
        f"tt {before[0]} {before[1]}",
        f"tw {before[1]} {lower}",
        f"l {last}",
        f"n {after}",
        f"n3 {after[-3:]}",
        f"nn {words[at + 2].lower() if at + 2 < len(words) else '</s>'}",
        f"ts {before[1]} {lower[-2:]} {shape}",
    ]


def _shape(word: str) -> str:
    if not any(map(str.isalnum, word)):
        return "."
    if word[0].isdigit():
        return "1"
    if word.isupper():
        return "A" if len(word) > 1 else "I"
    return "Aa" if word[0].isupper() else "a-" if "-" in word else "a"


@cache
def _weights() -> Weights:
    loaded: Weights = json.loads(tagger_weights().read_text(encoding="utf-8"))
    return loaded
