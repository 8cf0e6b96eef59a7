"""Make the weights of the tagger from the treebank files (`*.conllu`) of a folder and write them into `resources`."""

import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

from models.attribution.tagging import CLOSED, TAGS, Tagger, features
from resources import tagger_weights
from tests.training.treebank import Sentence, sentences

_ROUNDS = 8
_LEAST = 3
"""How often a feature must occur in the texts to be learned."""
_SCALE = 2
_SMALLEST = 2
"""Weights nearer to nothing than this, of `_SCALE` for one correction, are left out."""


class _Learning:
    """Weights while they are learned, and the sums from which the averages are made."""

    def __init__(self, common: frozenset[str]) -> None:
        self._common = common
        self.now: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        self._sums: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        self._step = 0

    def learn(self, words: list[str], right: list[str]) -> None:
        """Go through one sentence, and change what was decided wrong."""
        before = ("<s>", "<s>")
        for at, tag in enumerate(right):
            self._step += 1
            found = [feature for feature in features(words, at, before) if feature in self._common]
            best, wanted = self._best(found), TAGS.index(tag)
            if best != wanted:
                for feature in found:
                    self._change(feature, wanted, 1)
                    self._change(feature, best, -1)
            before = (before[1], TAGS[best])

    def _best(self, found: list[str]) -> int:
        scores = [0] * len(TAGS)
        for feature in found:
            for place, weight in self.now[feature].items() if feature in self.now else ():
                scores[place] += weight
        return max(range(len(TAGS)), key=scores.__getitem__)

    def _change(self, feature: str, place: int, change: int) -> None:
        self.now[feature][place] += change
        self._sums[feature][place] += change * self._step

    def averaged(self) -> dict[str, list[tuple[int, int]]]:
        """Return the averages over all steps, those near to nothing left out."""
        kept: dict[str, list[tuple[int, int]]] = {}
        for feature, weights in sorted(self.now.items()):
            sums = self._sums[feature]
            mean = [(place, round(_SCALE * (weight - sums[place] / self._step))) for place, weight in weights.items()]
            if heavy := sorted(pair for pair in mean if abs(pair[1]) >= _SMALLEST):
                kept[feature] = heavy
        return kept


def train(data: list[Sentence]) -> Tagger:
    """Return a tagger after some rounds over the sentences, in an order that is the same each time."""
    shuffle, data, learning = random.Random(7), list(data), _Learning(_common(data))
    for _ in range(_ROUNDS):
        shuffle.shuffle(data)
        for words, right in data:
            learning.learn(words, right)
    closed: dict[str, set[str]] = {tag: set() for tag in CLOSED}
    for words, right in data:
        for word, tag in zip(words, right, strict=True):
            if tag in closed:
                closed[tag].add(word.lower().replace("’", "'"))
    return Tagger(learning.averaged(), {tag: frozenset(words) for tag, words in closed.items()})


def _common(data: list[Sentence]) -> frozenset[str]:
    counted = Counter(
        feature
        for words, right in data
        for at in range(len(words))
        for feature in features(words, at, ("<s>", "<s>", *right[:at])[-2:])
    )
    return frozenset(feature for feature, count in counted.items() if count >= _LEAST)


def right_share(data: list[Sentence], tagger: Tagger) -> float:
    """Return the share of words whose tag is right."""
    pairs = [pair for words, right in data for pair in zip(tagger.tag(words), right, strict=True)]
    return sum(one == other for one, other in pairs) / len(pairs)


def main(folder: str) -> None:
    """Measure on a fifth of the texts, then make the weights from all."""
    texts = [list(sentences(file)) for file in sorted(Path(folder).glob("*.conllu"))]
    kept = [one for place, text in enumerate(texts) if place % 5 for one in text]
    held = [one for place, text in enumerate(texts) if place % 5 == 0 for one in text]
    print(f"right on texts that were held out: {right_share(held, train(kept)):.3f}")
    tagger = train([one for text in texts for one in text])
    tagger_weights().write_text(_as_json(tagger), encoding="utf-8")
    print(f"{len(tagger.weights)} features, {tagger_weights().stat().st_size} bytes")


def _as_json(tagger: Tagger) -> str:
    """Return the weights, a line for each kind of feature and tag: for each weight the values that have it."""
    lines: defaultdict[str, defaultdict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for feature, weights in tagger.weights.items():
        looked_at, value = feature.split(" ")
        for place, weight in weights:
            lines[f"{looked_at} {TAGS[place]}"][weight].append(value)
    told = {head: {weight: " ".join(values) for weight, values in sorted(line.items())} for head, line in lines.items()}
    closed = {tag: " ".join(sorted(words)) for tag, words in tagger.closed.items()}
    return f'{{"closed": {_lines(closed)},\n"weights": {_lines(told)}}}\n'


def _lines(told: Mapping[str, object]) -> str:
    dumped = (f"{json.dumps(key)}: {json.dumps(told[key], ensure_ascii=False)}" for key in sorted(told))
    return "{\n" + ",\n".join(dumped) + "}"


main(sys.argv[1])
