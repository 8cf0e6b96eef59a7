"""Read who wrote an article from single lines: authors in bylines, agencies in signatures and place lines."""

import re
from collections.abc import Iterable
from functools import cache

from models.articles.dates import CHANGED, read_date
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

PERSONS_JOBS = {"writer", "reporter", "correspondent", "editor", "columnist", "contributor", "journalist", "producer"}
"""What may follow the name of a person in a byline."""

SIGNATURE = 80
"""Code points at the end of a paragraph in which an agency may sign."""

LONGEST_BYLINE = 25
"""Words of a short line, which may say who wrote the article or when."""

SHORTEST_TIME = 6
"""Characters of the name of a month or a day that is no name of a person: "May", "April" and "Mario" may be."""

CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽΑ-ΩА-ЯЁІЇЄҐЎ]"
PARTICLES = "(?:(?:de|del|della|der|den|van|von|zu|la|le|bin|al|el|dos|da|di) )*"
NAME = rf"{CAPITAL}[\w’'.-]*(?: {PARTICLES}{CAPITAL}[\w’'.-]*){{1,4}}"
NAMES = rf"{NAME}(?:(?:, | and | und | et | & ){NAME})*"
LABELS = "author|byline|autor|autora|auteur|autore|auteurs|autoren|reporter|words|text|автор|текст|автори"
BY = (
    "by|von|par|por|di|door|av|af|od|przez|(?:story|written|words|reported|article|posted) by|escrito por|scritto da|"
    f"geschrieben von|publié par|publicado por|text|(?:{LABELS}) ?:(?: (?:by|von|par))?"
)
BYLINE = re.compile(rf"(?:.*[|·•] ?)?(?i:{BY}):? +(?P<names>{NAMES})(?P<rest>.*)")
BY_ALONE = re.compile(rf"(?:{BY}):?", re.IGNORECASE)
NAME_ALONE = re.compile(rf"(?P<names>{NAMES})(?:, (?P<rest>[^\d]{{2,60}}))?")
AFTER_DATE = re.compile(rf".*\b(?:19|20)\d{{2}}\b(?:[ ,]+\d{{1,2}}[:.]\d{{2}}\S*)?[ ,|·•–—-]+(?P<names>{NAMES})")
WITH_HANDLE = re.compile(rf"(?P<names>{NAME}) \(?@\w+\)?")
DATED_NAME = re.compile(rf"(?P<names>{NAMES})(?: ?[-–—|,·•] ?)(?=.*\b(?:19|20)\d{{2}}\b)")


def is_short(line: Line) -> bool:
    """Return whether a line is short enough to say who wrote the article or when."""
    return line.words <= LONGEST_BYLINE and not line.is_prose


def author_in(line: Line) -> str | None:
    """Return the authors that a line names: "By Jane Doe", "Jane Doe – 3 May 2024", "3 May 2024 Jane Doe"."""
    if line.words > LONGEST_BYLINE:
        return None
    text = BULLET.sub("", line.text)
    match = BYLINE.match(text) or DATED_NAME.match(text) or WITH_HANDLE.fullmatch(text)
    if match is None and read_date(text):
        match = AFTER_DATE.fullmatch(text)
    return _named(match) if match else None


def name_alone(line: Line) -> str | None:
    """Return the names that are all of a line, or all but what the person is: "Jane Doe, Hexley Mercury"."""
    match = NAME_ALONE.fullmatch(BULLET.sub("", line.text))
    return _named(match) if match and not line.text.isupper() else None


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
        agency = next((each for each in _agencies() if name.endswith(f" {each}") and name not in _agencies()), "")
        person = _without_job(name.removesuffix(f" {agency}").strip(" /|–-") if agency else name)
        if person and _jobs().isdisjoint(word.casefold() for word in WORDS.findall(person)):
            kept.append(person)
    return ", ".join(kept) or None


def _without_job(name: str) -> str:
    """Return a name without the job that follows it: "Jane Doe Staff Writer"."""
    spaced = name.split()
    job = next((at for at, word in enumerate(spaced) if word.casefold() in _jobs()), len(spaced))
    while job < len(spaced) and job and spaced[job - 1].casefold() in BEFORE_JOB:
        job -= 1
    is_person = job in (2, 3) and spaced[-1].casefold() in PERSONS_JOBS and spaced[0].upper() not in _agencies()
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


def is_agency(author: str) -> bool:
    """Return whether one of several authors is an agency."""
    return any(part in _agencies() for part in re.split(r", | and |/", author))


def agency_by(line: Line) -> str | None:
    """Return the agency in "By AFP", on a line alone."""
    match = _agency_patterns()[2].fullmatch(line.text)
    return match["name"] if match else None


def agency_alone(line: Line) -> str | None:
    """Return the agency that is all of a line, or all but a place: "PTI, Washington,"."""
    match = _agency_patterns()[3].fullmatch(BULLET.sub("", line.text))
    return match["name"] if match else None


def signing_agency(line: Line) -> str | None:
    """Return the agency that signs after the last sentence, or on a line alone."""
    match = _agency_patterns()[0].search(line.text[-SIGNATURE:])
    return match["name"] if match else None


def place_line(line: Line) -> re.Match[str] | None:
    """Return the place line that opens a first paragraph, with the `name` of its agency: "LONDON (AP) —"."""
    return _agency_patterns()[1].match(line.text)


@cache
def _agencies() -> tuple[str, ...]:
    """Return the names of agencies, the longest first."""
    return tuple(sorted(words("agencies"), key=len, reverse=True))


@cache
def _agency_patterns() -> tuple[re.Pattern[str], ...]:
    """Return patterns of an agency after the last sentence, in a place line, on a line that says who wrote it, and
    alone.
    """
    names = "|".join(map(re.escape, _agencies()))
    one = rf"(?P<name>(?:{names})(?: ?[/,] ?(?:{names}))*)"
    ending = rf"(?:^|[.!?…][”\"’')]* +)(?:[—–-] ?)?[(\[]?(?i:(?:source|with|quelle): )?{one}[)\]]?\.?$"
    return (
        re.compile(ending),
        re.compile(rf"(?:[^\W\d_][^!?]{{1,60}})?\({one}\) ?[—–-]"),
        re.compile(rf"(?i:by|von|par|por|di|door|source:|quelle:) {one}\.?"),
        re.compile(rf"{one}(?:, {CAPITAL}[\w ’-]{{2,30}})?,?"),
    )
