"""Divide articles into strata, and say how many are drawn from each."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from models.entities import Article
from models.text.folding import folded

MONTH = len("2015-01")
DAY = len("2015-01-23")

Strata = Mapping[str | None, Sequence[Article]]
"""The articles of each stratum by its name, None for those without one, which come last."""


def by_outlet(articles: Iterable[Article]) -> Strata:
    """Return the articles of each outlet; names that differ only in capitals and accents are one outlet."""
    found = _divided(articles, lambda each: folded(each.outlet) if each.outlet else None)
    return {_spelling(several): several for several in found.values()}


def by_month(articles: Iterable[Article]) -> Strata:
    """Return the articles of each month."""
    return _divided(articles, lambda each: each.published[:MONTH] if each.published else None)


def by_day(articles: Iterable[Article]) -> Strata:
    """Return the articles of each date."""
    return _divided(articles, lambda each: each.published[:DAY] if each.published else None)


def _divided(articles: Iterable[Article], key: Callable[[Article], str | None]) -> dict[str | None, list[Article]]:
    found = defaultdict[str | None, list[Article]](list)
    for each in articles:
        found[key(each)].append(each)
    return dict(sorted(found.items(), key=lambda part: (part[0] is None, part[0] or "")))


def _spelling(articles: Sequence[Article]) -> str | None:
    """Return the name of an outlet as most of its articles have it; of equally many, the first in the alphabet."""
    counts = Counter(each.outlet for each in articles)
    return min(counts, key=lambda name: (-counts[name], name or ""))


def proportional(sizes: Sequence[int], total: int) -> list[int]:
    """Return how many articles are drawn from strata of some sizes in proportion to them, `total` in all.

    The next article always comes from the stratum that is furthest behind its share: a size divided by 1, 3, 5 and so
    on says how far (Webster's method). Unlike with largest remainders, no stratum gets fewer in a larger sample, so
    that a sample can be enlarged. `total` is at most the sum of the sizes.
    """
    turns = sorted(((2 * turn + 1) / size, place) for place, size in enumerate(sizes) for turn in range(size))
    counts = Counter(place for _distance, place in turns[:total])
    return [counts[place] for place in range(len(sizes))]


def equal(sizes: Sequence[int], each: int) -> list[int]:
    """Return how many articles are drawn from strata if it is equally many, as far as each has that many."""
    return [min(size, each) for size in sizes]
