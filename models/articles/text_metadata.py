"""Read byline, agency and date from the lines around an article. Only what is certain is read."""

import re
from collections.abc import Sequence

from models.articles.agencies import agency_alone, agency_by, is_agency, place_line, signing_agency
from models.articles.bylines import (
    author_in,
    author_with_job,
    authors_after,
    is_by_alone,
    name_alone,
    opening_author,
    without_sites,
)
from models.articles.date_lines import PUBLISHED, is_dated, published_in, undated
from models.articles.date_patterns import CHANGED
from models.articles.dates import read_date
from models.articles.labelled_facts import labelled_author, labelled_day
from models.articles.page_reading import PageReading
from models.text.text_lines import WORDS, Line

TIME_OF_DAY = re.compile(r"(?:\w+,? )?\d{1,2}[:.]\d{2} ?(?:[AaPp]\.?[Mm]\.?|Uhr|h)?(?: [A-Z]{2,4})?")
"""A line that gives only the time, with or without a day of the week: "Monday 5:30PM"."""

CAPTION = range(2, 7)
"""Words of a line above a name that makes the name another caption, of several pictures, although a date follows."""


def byline(page: PageReading, outlet: str | None) -> str | None:
    """Return who wrote it, with the agency that signs it but without the outlet: "Jane Doe", "AP", "Jane Doe, AP"."""
    named = author(page)
    return signed(without_sites(named, (outlet or "",)) if named else None, page)


def author(page: PageReading) -> str | None:
    """Return the authors that a line near the headline names, or that are named alone where a byline is."""
    with_job = next(filter(None, map(author_with_job, page.heading.naming)), None)
    return author_by(page) or with_job or _beside_date(page) or _introduced(page) or labelled_author(page)


def author_by(page: PageReading) -> str | None:
    """Return the authors that a line near the headline names as such: "By Jane Doe"."""
    lines = page.heading.short
    named = (author_in(line) for line in lines)
    after_by = (authors_after(lines[at + 1 :]) for at, line in enumerate(lines) if is_by_alone(line))
    return next(filter(None, (*named, *after_by, opening_author(page.lines[page.prose.start]))), None)


def _beside_date(page: PageReading) -> str | None:
    """Return the name alone on a line that is between headline and text, with the date before or after it; right
    below the headline the date may be above it.
    """
    lines = page.heading.naming
    is_dated_above = any(is_dated(line) for line in page.heading.above)
    for index, line in enumerate(lines):
        before, after = lines[max(0, index - 1) : index], lines[index + 1 : index + 2]
        is_beside = any(map(_says_when, (*before, *after))) or (not index and is_dated_above)
        is_caption = not any(map(_says_when, before)) and any(each.words in CAPTION for each in before)
        name = None if is_caption else name_alone(line)
        if is_beside and (found := name or agency_alone(line)):
            return found
    return None


def _introduced(page: PageReading) -> str | None:
    """Return the name alone between headline and text of whom the page says more: "Jane Doe is …", "About Jane Doe"."""
    for name in filter(None, map(name_alone, page.heading.naming)):
        introduced = (f"{name.casefold()} is a", f"{name.casefold()} is the ", f"about {name.casefold()}")
        if any(line.plain.startswith(introduced) for line in page.lines):
            return name
    return None


def _says_when(line: Line) -> bool:
    return is_dated(line) or TIME_OF_DAY.fullmatch(line.text) is not None


def signed(author: str | None, page: PageReading) -> str | None:
    """Return an author with the agency that signs the article, unless the author is that agency."""
    if author and is_agency(author):
        return author
    agency = _agency(page) or next(filter(None, map(agency_by, page.heading.short)), None)
    return ", ".join(part for part in (author, agency) if part) or None


def _agency(page: PageReading) -> str | None:
    """Return the agency that signs after the last sentence, on a line alone, or in the place line of the first."""
    for line in reversed(page.lines[page.prose.start : page.prose.stop + 2]):
        if found := signing_agency(line):
            return found
        if line.is_prose and line.words > 20:
            break
    match = next(filter(None, map(place_line, page.heading.paragraphs)), None)
    return match["name"] if match else None


def published(page: PageReading) -> str | None:
    """Return the day of publication, if the lines around the headline give it in full and without contradiction: those
    between headline and text first.
    """
    heading = page.heading
    for lines in (heading.below, heading.above, heading.among, heading.headline):
        if dated := _dated(lines):
            return _day_in(dated) or labelled_day(page)
    placed = place_line(page.lines[page.prose.start])
    return (read_date(placed[0]) if placed else None) or labelled_day(page)


def printed_below(page: PageReading) -> str | None:
    """Return the day that lines below the headline give which say nothing else."""
    lines = _dated((*page.heading.below, *page.heading.among))
    return _day_in([line for line in lines if not WORDS.search(undated(line))])


def _dated(lines: Sequence[Line]) -> list[str]:
    """Return the lines that have a date and are about it, unless the line before says that it is that of a change."""
    before = (None, *lines)
    return [line.text for last, line in zip(before, lines, strict=False) if is_dated(line) and not _is_changed(last)]


def _is_changed(before: Line | None) -> bool:
    """Return whether the line before a date says that it is the day of a change: "Updated", alone."""
    return before is not None and CHANGED.fullmatch(before.text.rstrip(": ")) is not None


def _day_in(lines: list[str]) -> str | None:
    """Return the day on which some lines agree; if they do not, that which a line says to be the day of publication, or
    that of the lines which say nothing else.
    """
    days = [(line, day) for line in lines if (day := published_in(line))]
    said = next(([day] for line, day in days if PUBLISHED.search(line)), [])
    alone = [day for line, day in days if not WORDS.search(undated(line))]
    for found in ([day for _line, day in days], said, alone):
        if len({day[:10] for day in found}) == 1:
            return max(found, key=len)
    return None
