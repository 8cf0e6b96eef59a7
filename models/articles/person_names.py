"""The names of persons in a byline: how they are written, and what around them is no name."""

import re
from collections.abc import Iterable
from functools import cache

from models.articles.agencies import CAPITAL, agencies
from models.articles.date_patterns import CHANGED
from models.articles.site_names import compact
from models.text.months import months, weekdays
from models.text.text_lines import WORDS
from resources import words

PARTICLES = "(?:(?:de|del|della|der|den|van|von|zu|la|le|bin|al|el|dos|da|di) )*"
NAME = rf"{CAPITAL}[\w’'.-]*(?: {PARTICLES}{CAPITAL}[\w’'.-]*){{1,4}}"
NAMES = rf"{NAME}(?:(?:, | and | und | et | & ){NAME})*"

IN_CAPITALS = re.compile(r"(?: (?!(?:II|III|IV|JR|SR)\b)[A-Z]{2,})+$")
"""The name of a paper behind that of a person, without the numbers of kings and sons."""

PERSONS_JOBS = {"writer", "reporter", "correspondent", "editor", "columnist", "contributor", "journalist", "producer"}
"""What may follow the name of a person in a byline."""

SHORTEST_TIME = 6
"""Characters of the name of a month or a day that is no name of a person: "May", "April" and "Mario" may be."""


def names_time(name: str) -> bool:
    """Return whether some words that look like a name say when: "Published Monday", "Last Updated"."""
    spoken = {word for word in name.casefold().split() if len(word) >= SHORTEST_TIME}
    return not spoken.isdisjoint(weekdays() | set(months())) or CHANGED.search(name) is not None


def persons(names: str) -> str | None:
    """Return the names of persons in a byline, without job titles, desks and agencies; None if no name is left."""
    kept = []
    for part in re.split(r", (?!and )", names):
        name = re.sub(r" is (?:a|an|the) .*", "", part)
        agency = next((each for each in agencies() if name.endswith(f" {each}") and name not in agencies()), "")
        person = without_job(name.removesuffix(f" {agency}").strip(" /|–-") if agency else name)
        person = _once(_without_capitals(person))
        if person and (_jobs() | _buttons()).isdisjoint(word.casefold() for word in WORDS.findall(person)):
            kept.append(person)
    return ", ".join(kept) or None


def _without_capitals(name: str) -> str:
    """Return a name without the paper in capitals behind it: "Jane Doe HXM TODAY"."""
    kept = IN_CAPITALS.sub("", name)
    return kept if " " in kept and not name.isupper() else name


def _once(name: str) -> str:
    """Return a name that is given twice, as beside a picture and below it, once."""
    spaced = name.split()
    half = len(spaced) // 2
    return " ".join(spaced[:half]) if half and spaced[:half] == spaced[half:] else name


def without_job(name: str) -> str:
    """Return a name without the job that follows it: "Jane Doe Staff Writer"."""
    spaced = name.split()
    job = next((at for at, word in enumerate(spaced) if word.casefold() in _jobs()), len(spaced))
    while job < len(spaced) and job and spaced[job - 1].casefold() in _before_jobs():
        job -= 1
    is_person = job in (2, 3) and spaced[-1].casefold() in PERSONS_JOBS and spaced[0].upper() not in agencies()
    return " ".join(spaced[:job]) if is_person else name


def without_sites(named: str, sites: Iterable[str]) -> str | None:
    """Return the persons of a byline without the newspaper or site, as in "Jane Doe, Hexley Mercury"; None if none is
    left.
    """
    known = [compact(site) for site in sites if site]
    first, *others = named.split(", ")
    kept = [first] if compact(first) not in known else []
    kept += [part for part in others if not any(site.startswith(compact(part)) for site in known)]
    return ", ".join(kept) or None


@cache
def _jobs() -> frozenset[str]:
    return frozenset(words("jobs"))


@cache
def _before_jobs() -> frozenset[str]:
    return frozenset(words("before_jobs"))


@cache
def _buttons() -> frozenset[str]:
    return frozenset(words("buttons"))
