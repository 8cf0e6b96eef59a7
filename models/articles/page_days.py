"""Read the day of publication from the lines around the headline. Only what is certain is read."""

from collections.abc import Sequence

from models.articles.agencies import place_line
from models.articles.date_lines import PUBLISHED, published_in, undated
from models.articles.date_patterns import CHANGED
from models.articles.dates import read_date
from models.articles.labelled_facts import labelled_day
from models.articles.page_line import PageLine
from models.articles.page_reading import PageReading
from models.text.text_lines import WORDS


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


def _dated(lines: Sequence[PageLine]) -> list[str]:
    """Return the lines that have a date and are about it, unless the line before says that it is that of a change."""
    before = (None, *lines)
    return [line.text for last, line in zip(before, lines, strict=False) if line.is_dated and not _is_changed(last)]


def _is_changed(before: PageLine | None) -> bool:
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
