"""How much is tried where there is always more to try: the examples that hypothesis makes up, the moments of an export.

A usual run tries some. A thorough one, such as `THOROUGH=10 pytest -n 2` at night, tries so many times as much.
"""

import os

THOROUGH = int(os.environ.get("THOROUGH", "1"))


def examples(usual: int) -> int:
    """Return how many examples are tried, given how many are in a usual run."""
    return usual * THOROUGH


def moments(count: int, usual: int = 4) -> list[int]:
    """Return which of the moments 0 to `count` - 1 are tried: the first, the last, and at least so many in all."""
    return sorted({*range(0, count, max(1, count // examples(usual))), count - 1}) if count else []
