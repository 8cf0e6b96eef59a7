"""Read byline, agency, outlet and date from the lines around an article. Only what is certain is read."""

import re
from collections.abc import Iterable, Sequence

from models.articles.bylines import CAPITAL, agency_by, author_in, is_agency, place_line, signing_agency
from models.articles.dates import read_date
from models.articles.page_reading import PageReading
from models.text.text_lines import Line

OUTLET_LABEL = re.compile(r"(?i:published (?:by|in)|source|quelle) ?: ?(?P<name>[^.!?:]{2,40})")
OUTLET_CONSENT = re.compile(
    rf"(?i:agree|consent|personal data|unsubscribe)[^.!?]*?\b"
    rf"(?P<name>(?:The )?{CAPITAL}[\w’&-]*(?: {CAPITAL}[\w’&-]*){{0,3}}) newsletters?\b"
)
OUTLET_OWNER = re.compile(
    rf"(?:©|\(c\)|(?i:copyright)) *©? *(?:\d{{4}}(?: ?[-–] ?\d{{4}})?)[,.]? *(?:(?i:by) )?"
    rf"(?P<name>(?:The )?{CAPITAL}[\w’&.-]*(?: (?:of|and|&|{CAPITAL})[\w’&-]*){{0,4}})"
)
NO_OUTLET = re.compile(r"(?i)(?:all rights.*|getty.*|shutterstock.*|our|the|daily|weekly|email)$")
COMPANY = re.compile(r"[, ]+(?i:ltd|limited|inc|llc|plc|gmbh|all|group|media|corp|corporation|company|co)\b.*$")
PUBLISHED = re.compile(r"(?i)publi|posted|erschienen")


def byline(page: PageReading) -> str | None:
    """Return who wrote it, with the agency that signs it: "Jane Doe", "AP", "Jane Doe, AP"."""
    return signed(next(filter(None, map(author_in, page.near_heading)), None), page)


def signed(author: str | None, page: PageReading) -> str | None:
    """Return an author with the agency that signs the article, unless the author is that agency."""
    if author and is_agency(author):
        return author
    agency = _agency(page) or next(filter(None, map(agency_by, page.near_heading)), None)
    return ", ".join(part for part in (author, agency) if part) or None


def _agency(page: PageReading) -> str | None:
    """Return the agency that signs after the last sentence, on a line alone, or in the place line of the first."""
    for line in reversed(page.lines[page.prose.start : page.prose.stop + 2]):
        if found := signing_agency(line):
            return found
        if line.is_prose and line.words > 20:
            break
    match = place_line(page.lines[page.prose.start])
    return match["name"] if match else None


def published(page: PageReading) -> str | None:
    """Return the day of publication, if the short lines around the headline give it in full and
    without contradiction.
    """
    if not page.dates and (placed := place_line(page.lines[page.prose.start])):
        return read_date(placed[0])
    if len({found[:10] for _line, found in page.dates}) == 1:
        return max((found for _line, found in page.dates), key=len)
    # Two days are "published" and "updated"; the first is the day of publication if it is called so.
    return next((found for line, found in page.dates if PUBLISHED.search(line.text)), None)


def outlet(lines: Sequence[Line], boilerplate: Iterable[int]) -> str | None:
    """Return the newspaper or site, if the boilerplate names it explicitly."""
    for pattern in (OUTLET_LABEL, OUTLET_CONSENT, OUTLET_OWNER):
        for index in sorted(boilerplate):
            if match := pattern.search(lines[index].text):
                name = COMPANY.sub("", match["name"].strip()).strip(" ,.")
                if name and not NO_OUTLET.match(name):
                    return name
    return None
