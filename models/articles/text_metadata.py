"""Read byline, agency and date from the lines around an article. Only what is certain is read."""

import re
from itertools import pairwise

from models.articles.bylines import (
    agency_alone,
    agency_by,
    author_in,
    is_agency,
    is_by_alone,
    name_alone,
    place_line,
    signing_agency,
    without_sites,
)
from models.articles.dates import CHANGED, read_date
from models.articles.page_reading import PageReading

TIME_OF_DAY = re.compile(r"(?:\w+,? )?\d{1,2}[:.]\d{2} ?(?:[AaPp]\.?[Mm]\.?|Uhr|h)?(?: [A-Z]{2,4})?")
"""A line that gives only the time, with or without a day of the week: "Monday 5:30PM"."""

PUBLISHED = re.compile(r"(?i)publi|posted|erschienen")


def byline(page: PageReading, outlet: str | None) -> str | None:
    """Return who wrote it, with the agency that signs it but without the outlet: "Jane Doe", "AP", "Jane Doe, AP"."""
    named = author(page)
    return signed(without_sites(named, (outlet or "",)) if named else None, page)


def author(page: PageReading) -> str | None:
    """Return the authors that a line near the headline names, or that are named alone where a byline is."""
    lines = page.near_heading
    named = (author_in(line) for line in lines)
    after_by = (name_alone(line) for by, line in pairwise(lines) if is_by_alone(by))
    return next(filter(None, (*named, *after_by, _beside_date(page))), None)


def _beside_date(page: PageReading) -> str | None:
    """Return the name alone on a line that is between headline and text, with the date before or after it; right
    below the headline the date may be above it.
    """
    lines = page.below_headline
    for index, line in enumerate(lines):
        beside = (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
        is_dated = any(read_date(each.text) or TIME_OF_DAY.fullmatch(each.text) for each in beside)
        is_dated = is_dated or (not index and bool(page.dates))
        name = name_alone(line) if line.start < page.lines[page.prose.start].end else None
        if is_dated and (found := name or agency_alone(line)):
            return found
    return None


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
    dates = [(line, found) for line, found in page.dates if not CHANGED.match(line.text)]
    if len({found[:10] for _line, found in dates}) == 1:
        return max((found for _line, found in dates), key=len)
    # Two days are "published" and "updated"; the first is the day of publication if it is called so.
    return next((found for line, found in dates if PUBLISHED.search(line.text)), None)
