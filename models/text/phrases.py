"""Build regular expressions from words and phrases, for all rules that read a text with plain signs."""

import re
from collections.abc import Iterable


def any_of(phrases: Iterable[str]) -> str:
    """Return an expression that matches the longest of these phrases; one blank in a phrase matches any blanks."""
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", " +") for phrase in longest_first) + ")"


def whole(expression: str) -> str:
    """Return the expression limited to whole words: no letter or digit directly before or after it."""
    return rf"(?<!\w){expression}(?!\w)"
