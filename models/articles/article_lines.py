"""Tell the lines of an article from those of the page around it, by weights that were learned from real pages.

The weights are in `resources/boilerplate`; `python -m tests.training.boilerplate` makes them.
"""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache

from models.articles.line_features import Features, features_of
from models.articles.page_line import PageLine
from resources import boilerplate_weights

CHANGE = 0.8
"""What it costs to go from article to page or back: neighbours usually belong together."""

IN_DOUBT = 0.5
"""How much a line is favoured, since losing the article is worse than keeping a menu."""

SUREST = 3.0
"""The most that one line may say, so that none outweighs all of its neighbours."""


def article_lines(lines: Sequence[PageLine], known: set[int], prose: range, title: int | None) -> set[int]:
    """Return the lines of the article by index; those that are known to be boilerplate are never among them."""
    scores = [score(each, _weights()) for each in features_of(lines, known, prose, title)]
    return {index for index, kept in enumerate(smoothed(scores)) if kept and index not in known}


def score(features: Features, weights: Mapping[str, float]) -> float:
    """Return the logarithm of the odds that a line belongs to the article."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def smoothed(scores: Sequence[float]) -> list[bool]:
    """Return which lines to keep: the best sequence, where every change between article and page has its cost."""
    page, article = 0.0, -CHANGE
    came: list[tuple[bool, bool]] = []  # for each line, whether the one before was kept if this is cut, or is kept
    for each in scores:
        from_page, from_article = page - CHANGE, article - CHANGE
        came.append((from_article > page, article >= from_page))
        page = max(page, from_article)
        article = max(article, from_page) + min(SUREST, max(-SUREST, each + IN_DOUBT))
    kept: list[bool] = []
    is_kept = article > page
    for if_cut, if_kept in reversed(came):
        kept.append(is_kept)
        is_kept = if_kept if is_kept else if_cut
    return kept[::-1]


@cache
def _weights() -> Mapping[str, float]:
    loaded = json.loads(boilerplate_weights().read_text(encoding="utf-8"))
    return {str(name): float(weight) for name, weight in loaded.items() if math.isfinite(weight)}
