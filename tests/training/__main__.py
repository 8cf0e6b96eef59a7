"""Make the weights of the tagger from the treebank files (`*.conllu`) of a folder and write them into `resources`."""

import json
import random
import sys
from collections import defaultdict
from pathlib import Path

from models.attribution.tagging import TAGS, Weights, decided, features
from resources import tagger_weights
from tests.training.treebank import Sentence, sentences

_ROUNDS = 8
_SCALE = 10
_SMALLEST = 3
"""Weights nearer to nothing than this, of `_SCALE` for one correction, are left out."""


def train(data: list[Sentence]) -> Weights:
    """Return averaged weights after some rounds over the sentences, in an order that is the same each time."""
    shuffle = random.Random(7)
    data = list(data)
    now: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    sums: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    step = 0
    for _ in range(_ROUNDS):
        shuffle.shuffle(data)
        for words, right in data:
            before: tuple[str, ...] = ("<s>", "<s>")
            for at, tag in enumerate(right):
                step += 1
                found = features(words, at, before)
                scores = [0] * len(TAGS)
                for feature in found:
                    for place, weight in now[feature].items() if feature in now else ():
                        scores[place] += weight
                best = max(range(len(TAGS)), key=scores.__getitem__)
                wanted = TAGS.index(tag)
                if best != wanted:
                    for feature in found:
                        for place, change in ((wanted, 1), (best, -1)):
                            now[feature][place] += change
                            sums[feature][place] += change * step
                before = (before[1], TAGS[best])
    return _averaged(now, sums, step)


def _averaged(now: dict[str, dict[int, int]], sums: dict[str, dict[int, int]], steps: int) -> Weights:
    kept: Weights = {}
    for feature, weights in sorted(now.items()):
        mean = [(place, round(_SCALE * (weight - sums[feature][place] / steps))) for place, weight in weights.items()]
        if heavy := sorted(pair for pair in mean if abs(pair[1]) >= _SMALLEST):
            kept[feature] = heavy
    return kept


def right_share(data: list[Sentence], weights: Weights) -> float:
    """Return the share of words whose tag the weights get right."""
    pairs = [pair for words, right in data for pair in zip(decided(words, weights), right, strict=True)]
    return sum(one == other for one, other in pairs) / len(pairs)


def main(folder: str) -> None:
    """Measure on a fifth of the texts, then make the weights from all."""
    files = sorted(Path(folder).glob("*.conllu"))
    texts = [list(sentences(file)) for file in files]
    kept = [one for place, text in enumerate(texts) if place % 5 for one in text]
    held = [one for place, text in enumerate(texts) if place % 5 == 0 for one in text]
    print(f"right on texts that were held out: {right_share(held, train(kept)):.3f}")
    weights = train([one for text in texts for one in text])
    written = json.dumps(weights, ensure_ascii=False, separators=(",", ":"))
    tagger_weights().write_text(written.replace("]],", "]],\n") + "\n", encoding="utf-8")
    print(f"{len(weights)} features, {len(written)} characters")


main(sys.argv[1])
