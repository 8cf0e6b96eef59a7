"""Tell the lines that say of a picture who took it, by a word list that anybody may extend."""

import re
from functools import cache

from models.text.text_lines import Line
from resources import words

LONG = 60
"""Words from which a line is a paragraph, whoever is credited in it."""

NAMED_PLACE = re.compile(r"/ ?[A-Z][\w ]+$|\([^()]{3,60}\)$")


def is_credit(line: Line) -> bool:
    """Return whether a line has one of these words."""
    return line.words < LONG and _credits().search(line.text) is not None


def is_credit_in_brackets(line: Line) -> bool:
    """Return whether one of them is in brackets, or after a slash, at the end of a line: "(Image: GETTY)", "/ AP"."""
    match = NAMED_PLACE.search(line.text)
    return line.words < LONG and match is not None and _credits().search(match[0]) is not None


@cache
def _credits() -> re.Pattern[str]:
    names = "|".join(map(re.escape, words("picture_credits")))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)
