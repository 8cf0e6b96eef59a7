"""Build regular expressions from words and phrases, for all rules that read a text with plain signs."""

import re
from collections.abc import Iterable

_END = ""
"""Where a phrase ends in the tree of all phrases."""


class _Tree(dict[str, "_Tree"]):
    """What may follow in any of some phrases, sign by sign: beginnings that phrases share are there once."""

    def add(self, phrase: str) -> None:
        """Add a phrase."""
        here = self
        for sign in phrase:
            here = here.setdefault(" +" if sign == " " else re.escape(sign), _Tree())
        here[_END] = _Tree()

    @property
    def longest(self) -> int:
        """Return how many signs the longest phrase has."""
        return max((1 + after.longest for sign, after in self.items() if sign != _END), default=0)

    def expression(self) -> str:
        """Return an expression that matches the longest of these phrases."""
        branches = sorted((-after.longest, sign + after.expression()) for sign, after in self.items() if sign != _END)
        whole = "|".join(branch for _length, branch in branches)
        if _END in self:
            return f"(?:{whole})?" if branches else ""
        return f"(?:{whole})" if len(branches) > 1 else whole


def any_of(phrases: Iterable[str]) -> str:
    """Return an expression that matches the longest of these phrases; one blank in a phrase matches any blanks."""
    tree = _Tree()
    for phrase in phrases:
        tree.add(phrase)
    return f"(?:{tree.expression()})"


def whole(expression: str) -> str:
    """Return the expression limited to whole words: no letter or digit directly before or after it."""
    return rf"(?<!\w){expression}(?!\w)"
