"""Join words that are divided at the ends of lines, where it is certain that the hyphen is not part of the word."""

import re
from collections import Counter
from collections.abc import Sequence

from models.translation import counted

DIVIDED = "\ufffe"
"""Marks where a line ended with a hyphen inside a word. No text has this character."""

AT_MARK = re.compile(rf"([^\W\d_]+){DIVIDED}(\w*)")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
AND = frozenset(["and", "or", "und", "oder", "bzw", "et", "ou", "y", "o", "e", "en", "of", "i", "lub"])
"""Words that follow a hyphen whose word is finished later, as in "pre- and post-war"."""


def rejoined(texts: Sequence[str], *, is_divided: bool) -> tuple[list[str], int]:
    """Return texts whose divided words are joined, and how many were joined without their hyphen.

    A word is joined without it if it continues in lower case and is not written with a hyphen more often than without.
    Where it is written nowhere else, `is_divided` decides: whether the lines were certainly divided by a program; or
    that most of the words that do occur elsewhere are written without.
    """
    if not any(DIVIDED in text for text in texts):
        return list(texts), 0
    known = Counter(word for text in texts for word in WORD.findall(text.casefold()))
    halves = [match.groups() for text in texts for match in AT_MARK.finditer(text)]
    plain = sum(known[(before + after).casefold()] > 0 for before, after in halves)
    hyphenated = sum(known[f"{before}-{after}".casefold()] > 0 for before, after in halves)
    joining = _Joining(known, joins_unknown=is_divided or plain > hyphenated)
    return [AT_MARK.sub(joining.whole, text).replace(DIVIDED, "-") for text in texts], joining.count


def told(count: int) -> tuple[str, ...]:
    """Return a warning about words that were joined; none if there are none."""
    return (
        (
            counted(
                "{count:,} word that was divided at the end of a line was joined without its hyphen.",
                "{count:,} words that were divided at the ends of lines were joined without their hyphens.",
                count,
            ),
        )
        if count
        else ()
    )


class _Joining:
    """Joins the halves of words, and counts those that lose their hyphen."""

    def __init__(self, known: Counter[str], *, joins_unknown: bool) -> None:
        self._known, self._joins_unknown = known, joins_unknown
        self.count = 0

    def whole(self, match: re.Match[str]) -> str:
        """Return the word of two halves."""
        before, after = match[1], match[2]
        if after.casefold() in AND:
            return f"{before}- {after}"
        plain, hyphenated = self._known[(before + after).casefold()], self._known[f"{before}-{after}".casefold()]
        joins = plain > hyphenated if plain or hyphenated else self._joins_unknown
        if not (joins and after[:1].islower() and before[-1:].islower()):
            return f"{before}-{after}"
        self.count += 1
        return before + after
