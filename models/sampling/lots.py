"""Draw lots: an order at random that depends on a seed and on what is drawn, and on nothing else.

The lot of an article is the SHA-256 of the seed, a colon and the article's id, as in "48213:0192…"; the articles with
the lowest lots are drawn. So the same seed draws the same articles on every machine, in whatever order they come, a
smaller draw is the beginning of a larger one, and articles that come later change little.
"""

import hashlib
import secrets
from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")

MOST = 99_999
"""The largest seed that is proposed; short enough for a footnote."""


def new_seed() -> int:
    """Return a seed that nobody chose."""
    return secrets.randbelow(MOST) + 1


def lot(seed: int, drawn: str) -> str:
    """Return the lot of something: 64 hexadecimal digits."""
    return hashlib.sha256(f"{seed}:{drawn}".encode()).hexdigest()


def by_lot(items: Iterable[T], seed: int, name: Callable[[T], str]) -> list[T]:
    """Return things in the order of the lots of their names."""
    return sorted(items, key=lambda each: lot(seed, name(each)))
