"""Read who wrote an article from single lines that name persons: "By Jane Doe", "Jane Doe – 3 May 2024"."""

import re

from models.articles.agencies import CAPITAL, agency_beside_date
from models.articles.date_lines import undated, unglued
from models.articles.dates import dates_in
from models.articles.person_names import NAME, NAMES, names_time, persons, without_job
from models.text.text_lines import BULLET, Line

LONGEST_BYLINE = 25
"""Words of a short line, which may say who wrote the article or when."""

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
BY_ALONE = re.compile(rf"(?:{BY}|{LABEL}):?", re.IGNORECASE)
BEGINS_WITH_BY = re.compile(rf"(?:{BY}) ", re.IGNORECASE)
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
    apart, rest = unglued(text), undated(text)
    whole = IN_PLACE.sub("", rest if rest != apart and dates_in(apart) else apart)
    match = BYLINE.match(whole) or WITH_HANDLE.fullmatch(text)
    if match is None or names_time(match["names"]):
        match = _beside_date(text, rest) if rest != text else None
    return _named(match) if match else None


def _beside_date(text: str, rest: str) -> re.Match[str] | None:
    """Return the names in a line that says when too: after "by", before or after the date; `rest` is the line without
    what says when.
    """
    match = BYLINE.match(rest)
    if match is None and dates_in(text):
        match = DATED_NAME.match(text) or AFTER_DATE.fullmatch(rest) or agency_beside_date(rest)
    return match


def author_with_job(line: Line) -> str | None:
    """Return the name alone on a line with the job of somebody who writes: "Jane Doe Staff Writer"."""
    text = _plain_spaces(line.text)
    name = without_job(text)
    return name if name != text and NAME_ONLY.fullmatch(name) and not BEGINS_WITH_BY.match(text) else None


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
