"""The order of titles: the figures in them by what they count, so that “Part 2” comes before “Part 10”."""

import re

DIGITS = re.compile("[0-9]+")


def naturally(folded: str) -> str:
    """Return a folded text as it is sorted: how many digits each figure has comes before them."""
    return DIGITS.sub(_with_length, folded)


def _with_length(found: re.Match[str]) -> str:
    digits = found[0].lstrip("0") or "0"
    return f"{min(len(digits), 99):02}{digits}"
