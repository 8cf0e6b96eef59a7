"""Dates that a page prints in full. What is doubtful (yesterday, 31/02, 03/04/2015) stays unread; never today."""

import re
from datetime import date, datetime

from resources import words as word_list

MONTHS = {
    name: int(number)
    for number, _, names in (line.partition(":") for line in word_list("months"))
    for name in names.split()
}
"""The months in the languages of the word list, in full and as they are shortened."""

LONGEST = 300
"""Code points of a line that are looked at for a date."""

AROUND = 24
"""Code points on either side of a year that hold its day and month."""

MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
TIME = r"(?:[T ](?P<hour>\d{2}):(?P<minute>\d{2}))?"
ISO = re.compile(rf"\b(?P<year>\d{{4}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d){TIME}")
COMPACT = re.compile(r"^\s*(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})\s*$")
"""Eight digits are a date only where there is nothing else."""

ASIAN = re.compile(r"(?<!\d)(?P<year>\d{4}) ?[年년] ?(?P<month>\d{1,2}) ?[月월] ?(?P<day>\d{1,2}) ?[日일]")
OF = r"(?:(?:de|del|di|of|of the)\s+)?"
DAY_FIRST = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|ª|°)?[\s/-]{{1,3}}{OF}(?P<name>{MONTH})\b"
    rf"\.?,?[\s/-]{{1,3}}{OF}(?P<year>\d{{4}})\b",
    re.IGNORECASE,
)
MONTH_FIRST = re.compile(
    rf"\b(?P<name>{MONTH})\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.IGNORECASE
)
NUMERIC = re.compile(r"\b(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4})\b")
IN_ADDRESS = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<mark>[/_-]?)(?P<month>\d{2})(?P=mark)(?P<day>\d{2})(?!\d)")
CLOCK = re.compile(r"\b(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2})?\s*(?P<half>[ap]\.?m\.?)?", re.IGNORECASE)


def read_date(words: str) -> str | None:
    """The first date in some words as YYYY-MM-DD, or YYYY-MM-DDTHH:MM with a time of day behind it; None if unsure."""
    words = words[:LONGEST]
    for pattern in (ISO, COMPACT, ASIAN, DAY_FIRST, MONTH_FIRST, NUMERIC):
        if match := pattern.search(words):
            day = _day_of(match.groupdict())
            return _with_time(day, match, words[match.end() : match.end() + 16]) if day else None
    return None


def names_day(words: str, day: str) -> bool:
    """Whether a long text or a page names a day (YYYY-MM-DD) in full somewhere, also as addresses write it."""
    # Only around its year: the patterns would take longer over a whole page than all other reading of it.
    years = re.finditer(day[:4], words)
    return any(day in _days_in(words[max(0, year.start() - AROUND) : year.end() + AROUND]) for year in years)


def _days_in(words: str) -> set[str]:
    patterns = (ISO, ASIAN, DAY_FIRST, MONTH_FIRST, NUMERIC, IN_ADDRESS)
    found = (_day_of(match.groupdict()) for pattern in patterns for match in pattern.finditer(words))
    return {day.isoformat() for day in found if day}


def _day_of(found: dict[str, str | None]) -> date | None:
    year = int(found["year"] or 0)
    if found.get("name"):
        month, day = MONTHS[str(found["name"]).casefold()], int(found["day"] or 0)
    elif found.get("month"):
        month, day = int(found["month"] or 0), int(found["day"] or 0)
    else:
        one, two = int(found["one"] or 0), int(found["two"] or 0)
        # A point is how day and month are parted where the day comes first; else only the size of the numbers tells.
        if found["mark"] != "." and one <= 12 and two <= 12 and one != two:
            return None
        day, month = (two, one) if two > 12 else (one, two)
    try:
        return date(year, month, day) if 1600 <= year <= 2999 else None
    except ValueError:
        return None


def _with_time(day: date, match: re.Match[str], behind: str) -> str:
    found = match.groupdict()
    if found.get("hour"):
        hour, minute = int(found["hour"]), int(found["minute"])
    elif clock := re.match(rf"\W{{1,4}}(?:at\s+)?{CLOCK.pattern}", behind, re.IGNORECASE):
        hour, minute = int(clock["hour"]), int(clock["minute"])
        if half := clock["half"]:
            hour = hour % 12 + (12 if half[0] in "pP" else 0)
    else:
        return day.isoformat()
    if hour > 23 or minute > 59:
        return day.isoformat()
    return datetime(day.year, day.month, day.day, hour, minute).isoformat(timespec="minutes")
