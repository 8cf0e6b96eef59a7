"""Dates that a line prints without telling the day for certain: "31 February 2015", "23 January", "2 hours ago"."""

import re
from functools import cache

from models.articles.date_lines import LABEL, SHORT_WEEKDAYS, ZONE
from models.articles.date_patterns import CHANGED, OF, SHORT_YEAR
from models.articles.dates import dates_in
from models.text.months import months, weekdays
from models.text.phrases import any_of
from resources import words as listed

BETWEEN_PARTS = re.compile(r"\s+[|·•–—-]\s+|\s*[|·•]\s*")
"""What separates the parts of a line that says who wrote an article and when."""


def uncertain_in_full(words: str) -> list[str]:
    """Return the dates in full whose day is not certain, as they are printed: 03/04/2015, "31 February 2015"."""
    printed = (words[each.start : each.end] for each in dates_in(words) if each.day is None)
    return [each for each in printed if not SHORT_YEAR.fullmatch(each)]


def uncertain_alone(line: str) -> str | None:
    """Return the date that is all of a part of a line, where its day, month or year is missing or not certain, or where
    it is relative; None if no part is such a date. The day of a change is none.
    """
    for part in BETWEEN_PARTS.split(line):
        words = ZONE.sub("", LABEL.sub("", part)).strip(" ,.:")
        if (match := _alone().fullmatch(words)) and not CHANGED.match(part):
            return match["words"]
    return None


@cache
def _alone() -> re.Pattern[str]:
    """Return the pattern of words that are only a date, which a time of day may follow."""
    month = any_of(months())
    weekday = rf"(?:{any_of((*weekdays(), *SHORT_WEEKDAYS))}[.,]?\s+)?"
    forms = (
        rf"{weekday}\d{{1,2}}(?:st|nd|rd|th|er|\.|º|ª|°)?[\s/-]{{1,3}}{OF}{month}\.?",
        rf"{weekday}{month}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?",
        rf"{month}\.?,?\s+{OF}\d{{4}}",
        r"\d{1,2}[./-]\d{1,2}[./-]\d{2}",
        r"\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月",
        any_of(listed("relative_days")).replace("N", r"\d{1,2}"),
    )
    clock = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\b\.?)?"
    return re.compile(rf"(?P<words>{'|'.join(forms)})(?:[\s,]*(?:at|um|à|alle|om)?\s*{clock})?", re.IGNORECASE)
