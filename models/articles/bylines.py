"""Read who wrote an article from single lines that name persons: "By Jane Doe", "Jane Doe – 3 May 2024"."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from models.articles.agencies import CAPITAL, agencies, agency_beside_date
from models.articles.date_lines import is_dated, undated, unglued
from models.articles.date_patterns import CHANGED
from models.articles.dates import dates_in
from models.articles.site_names import compact
from models.text.months import months, weekdays
from models.text.text_lines import BULLET, WORDS, Line
from resources import words

BEFORE_JOB = {
    *("senior", "chief", "deputy", "guest", "staff", "special", "business", "sports", "science", "health", "education"),
    *(
        "technology",
        "tech",
        "crime",
        "national",
        "international",
        "foreign",
        "city",
        "culture",
        "entertainment",
        "auto",
    ),
}
"""What the job of somebody who writes begins with."""

BUTTONS = {"share", "sharing", "tweet", "print", "email", "comments", "read", "photo", "photos", "video", "subscribe"}
"""Words of buttons and labels that look like a name with another word: "Social Share"."""

IN_CAPITALS = re.compile(r"(?: (?!(?:II|III|IV|JR|SR)\b)[A-Z]{2,})+$")
PERSONS_JOBS = {"writer", "reporter", "correspondent", "editor", "columnist", "contributor", "journalist", "producer"}
"""What may follow the name of a person in a byline."""

LONGEST_BYLINE = 25
"""Words of a short line, which may say who wrote the article or when."""

SHORTEST_TIME = 6
"""Characters of the name of a month or a day that is no name of a person: "May", "April" and "Mario" may be."""

PARTICLES = "(?:(?:de|del|della|der|den|van|von|zu|la|le|bin|al|el|dos|da|di) )*"
NAME = rf"{CAPITAL}[\w’'.-]*(?: {PARTICLES}{CAPITAL}[\w’'.-]*){{1,4}}"
NAMES = rf"{NAME}(?:(?:, | and | und | et | & ){NAME})*"
LABELS = "author|byline|autor|autora|auteur|autore|auteurs|autoren|reporter|words|text|автор|текст|автори"
BY = (
    "by|von|par|por|di|door|av|af|od|przez|(?:story|written|words|words written|reported|article|posted) by|escrito por"
    "|scritto da|geschrieben von|publié par|publicado por|text"
)
LABEL = f"(?:{LABELS}) ?:(?: ?(?:by|von|par))?"
IN_PLACE = re.compile(rf" in {CAPITAL}[\w’'-]+(?: {CAPITAL}[\w’'-]+)*(?=,? (?:and|und|et|&) {CAPITAL})")
"""Where the first of several authors is: "By Jane Doe in Paris and Ann Poe"."""

BYLINE = re.compile(rf"(?:.*[|·•] ?)?(?i:(?:{BY}):? |{LABEL}) *(?P<names>{NAMES})(?P<rest>.*)")
LONGEST_OPENING = 200
"""Code points of a paragraph in which the author may be named before it begins."""

OPENING = re.compile(rf"(?i:by|von|por|par|di) (?P<names>{NAMES})(?::| [–—]) ")
ONE_NAME = re.compile(rf"(?:\| )?(?i:{BY}) (?P<names>{CAPITAL}[\w’'-]+)(?: \d+ \w+)?(?: \|.*)?")
"""A byline of one name, which is taken for one only beside a date: "by Jane | "."""

BY_ALONE = re.compile(rf"(?:{BY}|{LABEL}):?", re.IGNORECASE)
FIRST_NAME = re.compile(rf"{CAPITAL}[\w’'-]+")
BEGINS_WITH_BY = re.compile(rf"(?:{BY}) ", re.IGNORECASE)
AND = re.compile(r"(?:and|und|et|y|e|en|&|,)", re.IGNORECASE)
"""What is between two authors on lines of their own."""

NAME_ALONE = re.compile(rf"(?:(?i:{LABELS}) )?(?P<names>{NAMES})(?:, (?P<rest>[^\d]{{2,60}}))?")
AFTER_DATE = re.compile(rf".*\| (?P<names>{NAMES})(?: \|)?")
"""Names behind the bar in place of a date."""

NAME_ONLY = re.compile(NAME)
WITH_HANDLE = re.compile(rf"(?P<names>{NAME}) ?\(?@\w+\)?")
DATED_NAME = re.compile(rf"(?P<names>{NAMES}) ?[-–—|·•] ?(?=.*\b(?:19|20)\d{{2}}\b)")


def is_short(line: Line) -> bool:
    """Return whether a line is short enough to say who wrote the article or when."""
    return line.words <= LONGEST_BYLINE and not line.is_prose


def author_in(line: Line) -> str | None:
    """Return the authors that a line names: "By Jane Doe", "Jane Doe – 3 May 2024", "3 May 2024 by Jane Doe"."""
    if line.words > LONGEST_BYLINE:
        return None
    text = _plain_spaces(line.text)
    whole = IN_PLACE.sub("", undated(text) if dates_in(unglued(text)) else unglued(text))
    match = BYLINE.match(whole) or WITH_HANDLE.fullmatch(text)
    if match is None or names_time(match["names"]):
        match = _beside_date(text)
    return _named(match) if match else None


def _beside_date(text: str) -> re.Match[str] | None:
    """Return the names in a line that has a date too: after "by", before or after the date."""
    rest = undated(text)
    if rest == text:
        return None
    has_day = bool(dates_in(text))
    one = ONE_NAME.fullmatch(rest) if has_day else None
    # Capitals only are the name of an account: "Published by HEXCMS".
    match = BYLINE.match(rest) or (one if one and not one["names"].isupper() else None)
    if match is None and has_day:
        match = DATED_NAME.match(text) or AFTER_DATE.fullmatch(rest) or agency_beside_date(rest)
    return match


def author_with_job(line: Line) -> str | None:
    """Return the name alone on a line with the job of somebody who writes: "Jane Doe Staff Writer"."""
    text = _plain_spaces(line.text)
    name = _without_job(text)
    return name if name != text and NAME_ONLY.fullmatch(name) and not BEGINS_WITH_BY.match(text) else None


def authors_after(lines: Sequence[Line]) -> str | None:
    """Return the authors on lines of their own, of which the first follows "By": "Jane Doe", "and", "Ann Poe". One
    name suffices above a date.
    """
    if not lines:
        return None
    found = [name_alone(lines[0])]
    if found[0] is None and FIRST_NAME.fullmatch(lines[0].text) and any(map(is_dated, lines[1:3])):
        found = [persons(lines[0].text)]
    for between, line in zip(lines[1::2], lines[2::2], strict=False):
        if not AND.fullmatch(between.text):
            break
        found.append(name_alone(line))
    return ", ".join(filter(None, found)) or None


def opening_author(line: Line) -> str | None:
    """Return the authors whom the first paragraph names before it begins: "By Jane Doe: The harbour …"."""
    match = OPENING.match(_plain_spaces(line.text[:LONGEST_OPENING]))
    return _named(match) if match else None


def name_alone(line: Line) -> str | None:
    """Return the names that are all of a line, or all but what the person is: "Jane Doe, Hexley Mercury"."""
    match = NAME_ALONE.fullmatch(_plain_spaces(line.text))
    return _named(match) if match and not line.text.isupper() and not BEGINS_WITH_BY.match(match[0]) else None


def _plain_spaces(text: str) -> str:
    """Return a line without its bullet, with single blanks and none before a comma."""
    return " ".join(BULLET.sub("", text).split()).replace(" ,", ",")


def is_by_alone(line: Line) -> bool:
    """Return whether a line only says that the name of the author follows: "By"."""
    return BY_ALONE.fullmatch(BULLET.sub("", line.text)) is not None


def _named(match: re.Match[str]) -> str | None:
    names = match["names"].strip(" ,.")
    return None if names_time(names) else persons(names)


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
        person = _without_job(name.removesuffix(f" {agency}").strip(" /|–-") if agency else name)
        person = _once(_without_capitals(person))
        if person and (_jobs() | BUTTONS).isdisjoint(word.casefold() for word in WORDS.findall(person)):
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


def _without_job(name: str) -> str:
    """Return a name without the job that follows it: "Jane Doe Staff Writer"."""
    spaced = name.split()
    job = next((at for at, word in enumerate(spaced) if word.casefold() in _jobs()), len(spaced))
    while job < len(spaced) and job and spaced[job - 1].casefold() in BEFORE_JOB:
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
