"""Dates that a page prints in full. A doubtful one (yesterday, 31/02, 03/04/2015) is not read, and is never today."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from models.articles.date_patterns import (
    ASIAN,
    CLOCK,
    COMPACT,
    ERAS,
    IN_ADDRESS,
    ISO,
    NUMERIC,
    SHORT_YEAR,
    with_names,
)
from models.text.months import months

LONGEST = 300
"""Code points of a line that are searched for a date."""

LEAST_SHOWING = 3
"""Dates of a column that show the order of day and month."""

IN_EVERY_DATE = re.compile(r"\d(?:\d{3}|[./-]\d| ?[月월])")
"""What every date in full has: a year of four figures, a mark between two figures, or the sign of a month. Most lines
have none of it, so that the many patterns of dates are not tried on them.
"""

AROUND = 24
"""Code points on either side of a year that hold its day and month."""

LAST_SHORT_YEAR = 69
"""The last year of this century that two digits mean."""


def read_date(words: str) -> str | None:
    """Return the first date in some words, or None if no date is certain.

    It is YYYY-MM-DD, or YYYY-MM-DDTHH:MM if a time of day follows.
    """
    words = words[:LONGEST]
    if not IN_EVERY_DATE.search(words):
        return None
    for pattern in (ISO, COMPACT, ASIAN, *with_names(), NUMERIC, SHORT_YEAR):
        if match := pattern.search(words):
            day = _day_of(match.groupdict())
            return _with_time(day, match, words[match.end() : match.end() + 16]) if day else None
    return None


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date where it is printed: its range in code points, half-open, and its day as `read_date` returns it; None if
    that is not certain.
    """

    start: int
    end: int
    day: str | None


def dates_in(words: str) -> list[PrintedDate]:
    """Return the dates that some words print in full, in order."""
    found: list[PrintedDate] = []
    if not IN_EVERY_DATE.search(words[:LONGEST]):
        return found
    for pattern in (ISO, ASIAN, *with_names(), NUMERIC, SHORT_YEAR):
        for match in pattern.finditer(words[:LONGEST]):
            if all(match.end() <= each.start or each.end <= match.start() for each in found):
                day = _day_of(match.groupdict())
                read = _with_time(day, match, words[match.end() : match.end() + 16]) if day else None
                found.append(PrintedDate(match.start(), match.end(), read))
    return sorted(found, key=lambda each: each.start)


def readings(words: str) -> tuple[str, ...]:
    """Return the days (YYYY-MM-DD) that an ambiguous date may mean, such as 03/04/2015: the day first, then the month.

    There are none if nothing is ambiguous: the text has no such date, or one that `read_date` reads.
    """
    match = None if read_date(words) else NUMERIC.search(words[:LONGEST])
    if match is None:
        return ()
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if not (1 <= one <= 12 and 1 <= two <= 12 and 1600 <= year <= 2999):
        return ()
    return (date(year, two, one).isoformat(), date(year, one, two).isoformat())


def day_order(column: Iterable[str]) -> bool | None:
    """Return whether the dates of a column, which one program wrote, have their day first; None if they do not show it.

    Dates such as 23/01/2015 show it; a few are needed, and none may be the other way round.
    """
    found = [match for words in column if (match := NUMERIC.search(words[:LONGEST])) and match["mark"] != "."]
    first = sum(1 for match in found if int(match["one"]) > 12 >= int(match["two"]))
    second = sum(1 for match in found if int(match["two"]) > 12 >= int(match["one"]))
    return first > 0 if bool(first) != bool(second) and first + second >= LEAST_SHOWING else None


def names_day(words: str, day: str) -> bool:
    """Return whether a long text or a page contains a day (YYYY-MM-DD) in full, also as addresses write it."""
    # Only around its year: on a whole page the patterns would take longer than everything else that reads it.
    years = re.finditer(day[:4], words)
    return any(day in _days_in(words[max(0, year.start() - AROUND) : year.end() + AROUND]) for year in years)


def _days_in(words: str) -> set[str]:
    patterns = (ISO, ASIAN, *with_names(), NUMERIC, IN_ADDRESS)
    found = (_day_of(match.groupdict()) for pattern in patterns for match in pattern.finditer(words))
    return {day.isoformat() for day in found if day}


def _day_of(found: dict[str, str | None]) -> date | None:
    if found.get("short"):
        return _day_of_short_year(
            int(found["one"] or 0), int(found["two"] or 0), int(found["short"] or 0), found["mark"]
        )
    year = _year_of(found)
    if found.get("name"):
        month, day = months()[str(found["name"]).casefold()], int(found["day"] or 0)
    elif found.get("month"):
        month, day = int(found["month"] or 0), int(found["day"] or 0)
    else:
        one, two = int(found["one"] or 0), int(found["two"] or 0)
        # Points separate day and month if the day comes first; otherwise only the size of the numbers tells.
        if found["mark"] != "." and one <= 12 and two <= 12 and one != two:
            return None
        day, month = (two, one) if two > 12 else (one, two)
    try:
        return date(year, month, day) if 1600 <= year <= 2999 else None
    except ValueError:
        return None


def _year_of(found: dict[str, str | None]) -> int:
    if era := found.get("era"):
        counted = found["era_year"] or ""
        return ERAS[era] + (1 if counted == "元" else int(counted))
    return int(found["year"] or 0)


def _day_of_short_year(one: int, two: int, three: int, mark: str | None) -> date | None:
    """Return the only day that three figures of two digits can mean; points never separate a month before its day."""
    month_first = _day_if_any(three, one, two)
    days = {_day_if_any(three, two, one), month_first, _day_if_any(one, two, three)} - {None}
    return days.pop() if len(days) == 1 and not (mark == "." and days == {month_first}) else None


def _day_if_any(short: int, month: int, day: int) -> date | None:
    try:
        return date(short + (1900 if short > LAST_SHORT_YEAR else 2000), month, day)
    except ValueError:
        return None


def _with_time(day: date, match: re.Match[str], after: str) -> str:
    found = match.groupdict()
    if found.get("hour"):
        hour, minute = int(found["hour"]), int(found["minute"])
    elif clock := re.match(rf"\W{{1,4}}(?:at\s+)?{CLOCK.pattern}", after, re.IGNORECASE):
        hour, minute = int(clock["hour"]), int(clock["minute"])
        if half := clock["half"]:
            hour = hour % 12 + (12 if half[0] in "pP" else 0)
    else:
        return day.isoformat()
    if hour > 23 or minute > 59:
        return day.isoformat()
    return datetime(day.year, day.month, day.day, hour, minute).isoformat(timespec="minutes")
