"""Read dates as spreadsheets write them; one that can be read in two ways is recognised as such."""

import re
from datetime import date, timedelta

from models.articles.dates import read_date

NUMERIC = re.compile(
    r"(?P<one>\d{1,4})[./-](?P<two>\d{1,2})[./-](?P<three>\d{1,4})\.?(?:[ T,]+(?P<time>\d{1,2}:\d{2}.*))?"
)
NAMED = re.compile(r"(?P<day>\d{1,2})[- .]+(?P<month>[^\W\d]{3,})\.?[- ]+(?P<year>\d{2})", re.IGNORECASE)
SERIAL = re.compile(r"\d{4,6}(?:\.\d+)?")
CLOCK = re.compile(r"\d{1,2}:\d{2}")
FIRST = date(1899, 12, 30)
"""The day that spreadsheets count as 0."""


def says_day(cell: str, day: str) -> bool:
    """Return whether a cell can be a date of the project (ISO 8601) as a spreadsheet shows it, with or without its
    time.
    """
    if SERIAL.fullmatch(cell) and len(cell.partition(".")[0]) < 6:
        return _iso(FIRST + timedelta(days=int(float(cell)))) == day[:10]
    read = read_date(cell)
    if read is not None and day.startswith(read):
        return True
    clock = CLOCK.search(cell)
    same_time = clock is None or clock[0].lstrip("0") == day[11:16].lstrip("0") or not clock[0].strip("0:")
    return same_time and day[:10] in days_in(cell)


def days_in(cell: str) -> set[str]:
    """Return every day that the figures of a cell can mean, whatever comes first, and whatever the century."""
    if named := NAMED.fullmatch(cell.strip()):
        whole = (read_date(f"{named['day']} {named['month']} {century}{named['year']}") for century in (19, 20))
        return {day for day in whole if day}
    match = NUMERIC.fullmatch(cell.strip())
    if match is None:
        return set()
    one, two, three = (match[part] for part in ("one", "two", "three"))
    orders = ((one, two, three), (three, two, one), (three, one, two))
    return {day for order in orders for year in _years(order[0]) if (day := _day(year, order[1], order[2]))}


def _years(digits: str) -> tuple[int, ...]:
    if len(digits) == 4:
        return (int(digits),)
    return (1900 + int(digits), 2000 + int(digits)) if len(digits) == 2 else ()


def _day(year: int, month: str, day: str) -> str | None:
    try:
        return _iso(date(year, int(month), int(day)))
    except ValueError:
        return None


def _iso(day: date) -> str:
    return day.isoformat()
