"""What single lines of a page say about the name of its newspaper or site, and how much each kind of line says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from models.articles.agencies import is_agency
from models.articles.outlet_phrases import (
    BEHIND_OWNER,
    COMPANY,
    CONSENT,
    ELSEWHERE,
    LABEL,
    LEADING,
    LEGAL,
    NAME,
    NO_NAME,
    OWNED,
    OWNER,
    OWNERS,
    RESERVED,
    RIGHTS,
    SITE_FIRST,
    SPEAKING,
    STATION,
    TRAILING,
)
from models.text.text_lines import BULLET, LOOK, Line
from resources import words

FIRST = 3
"""The first lines of a page, of which one alone may be the name of the site."""

LONGEST = 6
"""The most words of a name after the sign of copyright."""

ALONE = 4
"""The most words of a line that is only the name of a site."""

OF_OWNERS = {"owner", "company", "owned", "behind owner"}
"""The kinds of lines that say whose something is."""

ITEM = re.compile(r"^o ")
"""The mark of an item within an item, as some browsers copy it."""

PATTERNS = (
    ("label", LABEL, 2.0),
    ("consent", CONSENT, 2.0),
    ("behind owner", BEHIND_OWNER, 2.0),
    *((f"speaking {number}", pattern, 1.0) for number, pattern in enumerate(SPEAKING)),
)
"""The kinds of lines that name a site: what they are called, how they are written, how much they say."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name that a line gives: the index of the line, its kind, how much it says, and the name."""

    line: int
    kind: str
    weight: float
    name: str


def mentions(lines: Sequence[Line], beside: Sequence[int]) -> Iterator[Mention]:
    """Yield what the lines beside the article, by index, and its first paragraph say."""
    first = [index for index in beside if lines[index].words][:FIRST]
    paragraphs = [index for index in sorted(set(range(len(lines))) - set(beside)) if lines[index].is_prose]
    inside = range(paragraphs[0], paragraphs[-1]) if paragraphs else range(0)
    for index in beside:
        text = ITEM.sub("", BULLET.sub("", " ".join(lines[index].text[:LOOK].split())))
        found = {name: (kind, weight) for kind, weight, name in sorted(_names_in(text), key=itemgetter(1))}
        if index in inside and not RESERVED.search(text):
            # Among the paragraphs the sign of copyright says whose a picture is.
            found = {name: (kind, weight) for name, (kind, weight) in found.items() if kind not in OF_OWNERS}
        yield from (Mention(index, kind, weight, name) for name, (kind, weight) in found.items())
        if lines[index].words <= ALONE and re.fullmatch(NAME, text) and (name := _cleaned(text)):
            yield Mention(index, "alone", 1 if index in first else 0.5, name)
    for index in paragraphs[:FIRST]:
        for pattern, weight in ((STATION, 1.0), (SITE_FIRST, 2.0)):
            if (match := pattern.match(lines[index].text[:LOOK])) and (name := _cleaned(match["name"])):
                yield Mention(index, "opening", weight, name)


def _names_in(text: str) -> Iterator[tuple[str, float, str]]:
    for kind, pattern, weight in PATTERNS:
        if (match := pattern.search(text)) and (name := _cleaned(match["name"])):
            yield kind, weight, name
    if owner := _owner(text):
        yield owner
    if (match := OWNED.search(text)) and (name := _cleaned(match["name"])):
        yield "owned", 1 if OWNERS.search(name) else 2, name


def _owner(text: str) -> tuple[str, float, str] | None:
    """Return who a line of copyright names, with how much it says: little if it is a company; a picture has no year."""
    match = OWNER.search(text)
    if match is None or not RIGHTS.search(text):
        return None
    given, slash, _company = match["name"].partition(" / ")
    name = _cleaned(given) if len(given.split()) <= LONGEST and not (given[0].islower() and "20" not in text) else None
    if name is None or LEGAL.sub("", given).casefold().strip(" .") in _owners():
        return None
    whole = given if slash else given + match["rest"][:8]
    if OWNERS.search(LEGAL.sub("", whole)):
        return "company", 1, name.removeprefix("The ")
    return "owner", (1.5 if LEGAL.search(whole) and " " not in name else 2), name


def _cleaned(name: str) -> str | None:
    """Return the name of a site without the form of its company and words around it; None if it names none."""
    name = TRAILING.sub("", LEADING.sub("", name.strip()))
    name = COMPANY.sub("", re.split(r"[’']s(?= [a-z]|$)", name)[0].strip()).strip(" ,.|&-")
    plain = name.casefold()
    if plain in ELSEWHERE or plain in _no_outlets() or plain in _owners() or NO_NAME.match(name) or is_agency(name):
        return None
    return name.removeprefix("the ") or None


def is_owner(name: str) -> bool:
    """Return whether a name is that of a company which owns many papers or sites."""
    return name.casefold() in _owners()


@cache
def _owners() -> frozenset[str]:
    return frozenset(each.casefold() for each in words("media_owners"))


@cache
def _no_outlets() -> frozenset[str]:
    return frozenset(words("not_outlets"))
