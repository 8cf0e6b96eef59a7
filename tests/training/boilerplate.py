"""Make the weights that tell an article from its page, and say how well they do on other pages.

`python -m tests.training.boilerplate PAGES.jsonl`: a row has the `page_text` of a page and the `text` of its article.
"""

import json
import random
import sys
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import numpy as np

from models.articles.article_lines import score, smoothed
from models.articles.hard_wrapping import unwrapped
from models.articles.line_features import features_of
from models.articles.page_line import page_lines
from models.articles.page_reading import PageReading
from models.text.normalising import normalise
from models.text.text_lines import WORDS, Line
from resources import boilerplate_weights

_FOLDS = 5
_HELD_TOGETHER = 1.0
"""How strongly large weights are avoided."""

_MOST = 8.0
"""The most that one line counts; lines count by their share of the article's words."""

_SHARE = 0.6
"""The share of the words of a line that must be in the article."""

_RUN = 3
"""The fewest words in a row that count as the article's."""

Array = np.ndarray[Any, np.dtype[np.float64]]


class _Page:
    """A page whose lines are described, with which of them belong to the article."""

    def __init__(self, page_text: str, article: str) -> None:
        lines = page_lines(unwrapped(normalise(page_text)))
        reading = PageReading(lines)
        self.features = features_of(lines, reading.known, reading.prose, reading.title)
        self.wanted = _in_article(lines, article)
        self.known = reading.known
        total = max(60, sum(line.words for line, wanted in zip(lines, self.wanted, strict=True) if wanted))
        self.counts = [min(_MOST, 60 * (line.words + 2) / total) for line in lines]


def _in_article(lines: Sequence[Line], article: str) -> list[bool]:
    """Return for each line whether most of its words are in the article, in the same order."""
    words = [(word, index) for index, line in enumerate(lines) for word in WORDS.findall(line.text)]
    found, every = [0] * len(lines), [0] * len(lines)
    for _word, index in words:
        every[index] += 1
    matcher = SequenceMatcher(None, [word for word, _ in words], WORDS.findall(article), autojunk=False)
    for block in matcher.get_matching_blocks():
        for _word, index in words[block.a : block.a + block.size] if block.size >= _RUN else ():
            found[index] += 1
    return [bool(all_words) and part >= _SHARE * all_words for part, all_words in zip(found, every, strict=True)]


def _learned(pages: Sequence[_Page]) -> dict[str, float]:
    """Return the weights of a logistic regression, by Newton's method."""
    names = sorted({name for page in pages for line in page.features for name in line})
    rows = np.array([[line.get(name, 0.0) for name in names] for page in pages for line in page.features])
    wanted = np.array([float(each) for page in pages for each in page.wanted])
    counts = np.array([each for page in pages for each in page.counts])
    weights: Array = np.zeros(len(names))
    for _ in range(30):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (counts * (likely - wanted)) + _HELD_TOGETHER * weights
        bend = (rows * (counts * likely * (1 - likely))[:, None]).T @ rows + _HELD_TOGETHER * np.eye(len(names))
        weights -= np.linalg.solve(bend, slope)
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def _right(page: _Page, weights: dict[str, float]) -> tuple[float, float]:
    """Return precision and recall of a page, by the words of its lines."""
    kept = smoothed([score(line, weights) for line in page.features])
    kept = [each and index not in page.known for index, each in enumerate(kept)]
    both = sum(
        count for count, is_kept, wanted in zip(page.counts, kept, page.wanted, strict=True) if is_kept and wanted
    )
    all_kept = sum(count for count, is_kept in zip(page.counts, kept, strict=True) if is_kept)
    all_wanted = sum(count for count, wanted in zip(page.counts, page.wanted, strict=True) if wanted)
    return both / (all_kept or 1), both / (all_wanted or 1)


def _cross_validated(pages: list[_Page]) -> tuple[float, float]:
    """Return the mean precision and recall of pages, each by weights that were made from the others."""
    shuffled = random.Random(1).sample(pages, len(pages))
    found = [
        _right(page, weights)
        for fold in range(_FOLDS)
        for weights in [_learned([page for at, page in enumerate(shuffled) if at % _FOLDS != fold])]
        for page in shuffled[fold::_FOLDS]
    ]
    return sum(each[0] for each in found) / len(found), sum(each[1] for each in found) / len(found)


def main(path: Path) -> None:
    """Write the weights, and print how well they do on pages that they were not made from."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    pages = [_Page(row["page_text"], row["text"]) for row in rows]
    weights = json.dumps(_learned(pages), indent=1, ensure_ascii=False, sort_keys=True)
    boilerplate_weights().write_text(weights + "\n", encoding="utf-8")
    precision, recall = _cross_validated(pages)
    print(f"lines of other pages, by words: precision {precision:.3f}, recall {recall:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
