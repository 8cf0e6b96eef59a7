"""Tell the newspaper or site of a pasted page by what its lines say about it: who owns it, what it is called."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from models.articles.agencies import is_agency
from models.articles.outlet_phrases import (
    COMPANY,
    CONSENT,
    ELSEWHERE,
    LABEL,
    NAME,
    NO_NAME,
    OWNED,
    OWNER,
    OWNERS,
    SITE,
    SPEAKING,
    YEARS,
)
from models.articles.site_names import compact
from models.text.text_lines import BULLET, Line

FIRST = 3
"""The first lines of a page, of which one alone may be the name of the site."""

LONGEST = 6
"""The most words of a name after the sign of copyright."""

ALONE = 4
"""The most words of a line that is only the name of a site."""

TELLING = {"owner", "owned", "site", "label", "consent"}
"""The kinds of lines of which one must name a site before it counts that others mention the name; a line of another
kind, if the name has a line alone too.
"""

OFTEN = 3
"""In how many lines a name is mentioned often."""

ENOUGH = 2
"""The least that the lines must say together."""


@dataclass(slots=True)
class _Candidate:
    """A name, with how much each kind of line says for it, and the last line that does."""

    name: str
    weights: dict[str, float] = field(default_factory=dict)
    last: int = 0

    @property
    def is_owner(self) -> bool:
        return "owner" in self.weights

    @property
    def total(self) -> float:
        return sum(self.weights.values())


def outlet(lines: Sequence[Line], beside: Sequence[int]) -> str | None:
    """Return the newspaper or site that the lines beside the article name, by index; None if they say too little."""
    found = _candidates(lines, beside)
    best = max(
        found, key=lambda each: (each.total, each.is_owner, each.last if each.is_owner else -each.last), default=None
    )
    if best is None or best.total < ENOUGH:
        return None
    # Of "CTV" and "CTV News" the longer is the name, if the lines say enough for it.
    longer = [each for each in found if each.total >= ENOUGH and each.name.startswith(f"{best.name} ")]
    return max(longer, key=lambda each: each.total, default=best).name


def _rank(candidate: _Candidate) -> tuple[float, int, bool, int]:
    """Return what decides between names: first how much the lines say and in how many ways; of two owners the last on
    the page is its own, of two others the first.
    """
    place = candidate.last if candidate.is_owner else -candidate.last
    return candidate.total, len(candidate.weights), candidate.is_owner, place


def _candidates(lines: Sequence[Line], beside: Sequence[int]) -> list[_Candidate]:
    found: dict[str, _Candidate] = {}
    for index, kind, weight, name in _mentions(lines, beside):
        candidate = found.setdefault(compact(name), _Candidate(name))
        candidate.weights[kind] = max(weight, candidate.weights.get(kind, 0))
        candidate.last = index
    sites = {compact(each) for index in beside for each in _sites_in(lines[index].text)}
    for key, candidate in found.items():
        if key in sites:
            candidate.weights["site"] = 1.5
        plain = candidate.name.casefold()
        kinds = candidate.weights.keys()
        is_named = TELLING & kinds or ("alone" in kinds and len(kinds) > 1)
        if is_named and sum(1 for each in beside if plain in lines[each].plain) >= OFTEN:
            candidate.weights["often"] = 1
    return list(found.values())


def _mentions(lines: Sequence[Line], beside: Sequence[int]) -> Iterator[tuple[int, str, float, str]]:
    """Yield the names that lines give: the line, the kind of it, how much it says, the name."""
    worded = [index for index in beside if lines[index].words][:FIRST]
    for index in beside:
        text = BULLET.sub("", lines[index].text)
        for kind, pattern in (("label", LABEL), ("consent", CONSENT)):
            if (match := pattern.search(text)) and (name := _cleaned(match["name"])):
                yield index, kind, 2, name
        if owner := _owner(text):
            yield index, "owner", *owner
        if (match := OWNED.search(text)) and (name := _cleaned(match["name"])):
            yield index, "owned", 1 if OWNERS.search(name) else 2, name
        for number, pattern in enumerate(SPEAKING):
            if (match := pattern.search(text)) and (name := _cleaned(match["name"])):
                yield index, f"speaking {number}", 1, name
        if lines[index].words <= ALONE and (match := re.fullmatch(NAME, text)) and (name := _cleaned(text)):
            yield index, "alone", 1 if index in worded else 0.5, name


def _owner(text: str) -> tuple[float, str] | None:
    """Return who a line of copyright names, with how much it says: little if it is a company; a picture has no year."""
    match = OWNER.search(text)
    if match is None or not re.search(rf"{YEARS}|(?i:right|recht|droit|derecho|diritt|newspaper|publication)", text):
        return None
    given, slash, _company = match["name"].partition(" / ")
    name = _cleaned(given) if len(given.split()) <= LONGEST and not (given[0].islower() and "20" not in text) else None
    is_company = OWNERS.search(given if slash else given + match["rest"][:8]) is not None
    return (1 if is_company else 2, name) if name else None


def _cleaned(name: str) -> str | None:
    """Return the name of a site without the form of its company; None if it names none."""
    name = COMPANY.sub("", re.split(r"[’']s\b", name)[0].strip()).strip(" ,.|-")
    if name.casefold() in ELSEWHERE or NO_NAME.match(name) or is_agency(name):
        return None
    return name.removeprefix("the ") or None


def _sites_in(text: str) -> list[str]:
    return [found for match in SITE.finditer(text) if compact(found := match["name"] or match["bare"]) not in ELSEWHERE]
