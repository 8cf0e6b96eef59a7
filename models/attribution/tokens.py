"""Split a text into words and signs with their offsets, for the tagger and the rules of attribution."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from models.text.abbreviations import abbreviations
from models.text.phrases import any_of

_STOP_SOON = r"(?=[^\W\d_][\w.]{0,24}\.)"
"""What holds for every abbreviation, so that the list is not tried for other words."""


@cache
def _rule() -> re.Pattern[str]:
    known = abbreviations("en")
    always, before_figures = any_of(known.titles | known.others), any_of(known.before_figures)
    return re.compile(
        r"(?P<clitic>n['’]t(?!\w)|['’](?:s|re|ve|ll|d|m)(?!\w))"
        rf"|(?P<word>{_STOP_SOON}(?:(?:[A-Z]\.){{2,}}|{always}\.|{before_figures}\.(?=\s*\d)|[A-Z]\.(?=\s+[A-Z]))"
        r"|(?=[^\W\d_]++['’]t)[^\W\d_]+?(?=n['’]t(?!\w))"
        r"|\w+(?:[.,:]\d+)*(?:[-‐‑&.@]\w+|['’](?!(?:s|re|ve|ll|d|m|t)(?!\w))\w+)*)"
        r"|(?P<mark>''|``|\.\.+|--+)|(?P<sign>[^\s\w])"
    )


class Token(NamedTuple):
    """A word or sign of the text: its offsets (code points, half-open), its spelling, and this in lower case with
    straight apostrophes. A tuple, since a text has very many.
    """

    start: int
    end: int
    text: str
    lower: str


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the words and signs between two offsets: "don't" is two tokens, "U.S." and "Mr." are one each."""
    for found in _rule().finditer(text, start, len(text) if end is None else end):
        word = found[0]
        yield Token(*found.span(), word, word.lower().replace("’", "'"))
