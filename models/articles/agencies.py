"""News agencies in single lines: signing an article, in its place line, in its byline. Their names are a word list."""

import re
from functools import cache

from models.text.text_lines import BULLET, Line
from resources import words

SIGNATURE = 80
"""Code points at the end of a paragraph in which an agency may sign."""

CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽΑ-ΩА-ЯЁІЇЄҐЎ]"
"""A capital letter, as names begin with."""


def is_agency(author: str) -> bool:
    """Return whether one of several authors is an agency."""
    return any(part in agencies() for part in re.split(r", | and |/", author))


def agency_beside_date(rest: str) -> re.Match[str] | None:
    """Return the agency, as `names`, that is all of a line but the date, in whose place there is a bar."""
    return _agency_patterns()[4].fullmatch(rest)


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
def agencies() -> tuple[str, ...]:
    """Return the names of agencies, the longest first."""
    return tuple(sorted(words("agencies"), key=len, reverse=True))


@cache
def _agency_patterns() -> tuple[re.Pattern[str], ...]:
    """Return patterns of an agency after the last sentence, in a place line, on a line that says who wrote it, alone,
    and where a date was taken out.
    """
    names = "|".join(map(re.escape, agencies()))
    one = rf"(?P<name>(?:{names})(?: ?[/,] ?(?:{names}))*)"
    ending = rf"(?:^|[.!?…][”\"’')]* +)(?:[—–-] ?)?[(\[]?(?i:(?:source|with|quelle): )?{one}[)\]]?\.?$"
    return (
        re.compile(ending),
        re.compile(rf"(?:[^\W\d_][^!?]{{1,60}})?\({one}\) ?[—–-]"),
        re.compile(rf"(?i:by|von|par|por|di|door|source:|quelle:) {one}\.?"),
        re.compile(rf"{one}(?:, {CAPITAL}[\w ’-]{{2,30}})?,?"),
        re.compile(rf"(?:\| )?(?P<names>{names})(?: \|)?"),
    )
