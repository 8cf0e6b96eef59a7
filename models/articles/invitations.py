"""Tell the lines in which any site speaks to its readers: where to follow it, whom to write to, whose its words are."""

import re
from functools import cache

from models.text.text_lines import Line
from resources import words

LONGEST = 60
"""The most words of such a line; an article of one line may end with one."""

ADDRESSED = re.compile(r"(?:^|[\s(])@\w|[\w.+-]+@[\w-]+\.\w")
"""The name of somebody on a network, or an address of mail."""

COPYRIGHT = re.compile(r"(?:©|\(c\) ?(?:19|20)\d\d|copyright (?:©|\(c\)|(?:19|20)\d\d))", re.IGNORECASE)
COPYRIGHT_NAMED = re.compile(r"copyright (?:\S+ ){1,3}(?:19|20)\d\d\b", re.IGNORECASE)
"""Whose an article is: with the year first, or after a name, as "copyright law in 2019" in a sentence has it too."""


def is_invitation(line: Line) -> bool:
    """Return whether a line tells readers where to find a site, whom to write to, or whose the text is."""
    if line.words > LONGEST:
        return False
    if COPYRIGHT.match(line.text) or (not line.is_prose and COPYRIGHT_NAMED.match(line.text)):
        return True
    begins, network = _patterns()
    return begins.match(line.plain) is not None and bool(ADDRESSED.search(line.text) or network.search(line.plain))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of how an invitation begins, and of a network after the word that leads to it."""
    begins = "|".join(map(re.escape, _listed("invitations")))
    networks = "|".join(map(re.escape, _listed("networks")))
    leading = "on|via|at|through|and|auf|bei|über|und|sur|et|en|y|su|e|no|na|op|w|i"
    return re.compile(rf"(?:{begins})(?!\w)"), re.compile(
        rf"(?<!\w)(?:{leading}) (?:our |unsere[mnr]? )?(?:{networks})(?!\w)"
    )


def _listed(name: str) -> list[str]:
    return sorted((each.strip() for line in words(name) for each in line.split(",")), key=len, reverse=True)
