"""Read who wrote an article from single lines: authors in bylines, agencies in signatures and place lines."""

import re
from functools import cache

from models.text.text_lines import WORDS, Line
from resources import words

SIGNATURE = 80
"""Code points at the end of a paragraph in which an agency may sign."""

LONGEST_BYLINE = 25
"""Words of a short line, which may say who wrote the article or when."""

CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽΑ-ΩА-ЯЁІЇЄҐЎ]"
PARTICLES = "(?:(?:de|del|della|der|den|van|von|zu|la|le|bin|al|el|dos|da|di) )*"
NAME = rf"{CAPITAL}[\w’'.-]*(?: {PARTICLES}{CAPITAL}[\w’'.-]*){{1,4}}"
NAMES = rf"{NAME}(?:(?:, | and | und | et | & ){NAME})*"
LABELS = "author|byline|autor|autora|auteur|autore|auteurs|autoren|reporter|words|text|автор|текст|автори"
BYLINE = re.compile(
    rf"(?i:by|von|par|por|di|door|av|af|od|przez|story by|written by|words by|text|(?:{LABELS}) ?:(?: (?:by|von|par))?)"
    rf" +(?P<names>{NAMES})(?P<rest>.*)"
)
DATED_NAME = re.compile(rf"(?P<names>{NAMES})(?: ?[-–—|,·•] ?)(?=.*\b(?:19|20)\d{{2}}\b)")


def is_short(line: Line) -> bool:
    """Return whether a line is short enough to say who wrote the article or when."""
    return line.words <= LONGEST_BYLINE and not line.is_prose


def author_in(line: Line) -> str | None:
    """Return the authors that a line names: "By Jane Doe"."""
    match = (BYLINE.match(line.text) or DATED_NAME.match(line.text)) if line.words <= LONGEST_BYLINE else None
    return persons(match["names"].strip(" ,.")) if match else None


def persons(names: str) -> str | None:
    """Return the names of persons in a byline, without job titles, desks and agencies; None if no name is left."""
    kept = []
    for part in re.split(r", (?!and )", names):
        name = re.sub(r" is (?:a|an|the) .*", "", part)
        agency = next((each for each in _agencies() if name.endswith(f" {each}") and name not in _agencies()), "")
        person = name.removesuffix(f" {agency}").strip(" /|–-") if agency else name
        if person and _jobs().isdisjoint(word.casefold() for word in WORDS.findall(person)):
            kept.append(person)
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
def _agency_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return patterns of an agency after the last sentence, in a place line, and on a line that says who wrote it."""
    names = "|".join(map(re.escape, _agencies()))
    one = rf"(?P<name>(?:{names})(?: ?[/,] ?(?:{names}))*)"
    ending = rf"(?:^|[.!?…][”\"’')]* +)(?:[—–-] ?)?[(\[]?(?i:(?:source|with|quelle): )?{one}[)\]]?\.?$"
    return (
        re.compile(ending),
        re.compile(rf"(?:[^\W\d_][^!?]{{1,60}})?\({one}\) ?[—–-]"),
        re.compile(rf"(?i:by|von|par|por|di|door|source:|quelle:) {one}\.?"),
    )
