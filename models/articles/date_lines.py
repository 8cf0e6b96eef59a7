"""When a line of a page says that its article was published, and what is left of the line without that."""

import re
from functools import cache

from models.articles.date_patterns import CHANGED, CLOCK
from models.articles.dates import dates_in
from models.text.months import weekdays
from models.text.text_lines import WORDS, Line

PUBLISHED = re.compile(r"(?i)publi|posted|erschienen|created|erstellt")
"""What pages write before the day of publication."""

LABEL = re.compile(
    r"(?i)\b(?:first )?(?:publi(?:sh(?:ed)?|cation|cado|cato|é)|posted|created|erstellt|erschienen|veröffentlicht)\b"
    r"(?: (?:date|on|am|le|el|il))?:?|\b(?:date|datum|fecha|data)\b:"
)
ZONE = re.compile(r"\b(?:[A-Z]{1,4}T|GMT|UTC|BST|Uhr|AMT|IST)\b(?: ?[+-]\d{1,2})?")
GLUED = re.compile(
    r"(?<=[a-zß-öø-ÿ])(?=(?:Publish|Posted|Updated|Staff|Senior|Business|Writer|Reporter|Editor|Columnist|Correspondent)\w*\b)"
    r"|(?<=[a-zß-öø-ÿ])(?=\d{1,2}\.? [A-Z][a-zß-öø-ÿ]{2,} (?:19|20)\d\d\b)"
    r"|(?<=\b(?:19|20)\d\d)(?=\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d\b|[A-Z][a-z])"
)
"""Where two parts of a page were copied without a blank between them: "Jane DoeStaff Writer"."""

LONGEST_DATED = 16
"""The most words of a line that says when an article was published; longer ones are captions."""

LONGEST, MOST_LEFT = 30, 6
"""A longer line of at most this many words says it too if no more words are left without what says when."""

SHORT_WEEKDAYS = ("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun")

PART = " | "
BETWEEN = re.compile(r"(?:\s+(?:on|at|am))?\s*\|(?:[\s,.;:|–—-]|\b(?:at|on|am|um)\b)*", re.IGNORECASE)
"""What is left between two parts that were taken out."""


def published_in(words: str) -> str | None:
    """Return the first certain date in some words that is not the day of a change."""
    words, before = unglued(words), 0
    for printed in dates_in(words):
        said = words[before : printed.start]
        changed = [match.end() for match in CHANGED.finditer(said)]
        if printed.day and (not changed or PUBLISHED.search(said, changed[-1])):
            return printed.day
        before = printed.end
    return None


def is_dated(line: Line) -> bool:
    """Return whether a line has a certain date and is about it, and is no caption that mentions one."""
    if line.words > LONGEST or not any(each.day for each in dates_in(unglued(line.text))):
        return False
    if line.words <= LONGEST_DATED and not line.is_prose:
        return True
    return len(WORDS.findall(undated(line.text))) <= MOST_LEFT


def says_only_when(line: Line) -> bool:
    """Return whether a line is a date and nothing else, also one that is not certain: "05/06/2015"."""
    return line.words <= LONGEST_DATED and bool(dates_in(line.text)) and not WORDS.search(undated(line.text))


def unglued(words: str) -> str:
    """Return a line with a bar where two parts of a page were copied without a blank between them."""
    return GLUED.sub(PART, words)


def undated(words: str) -> str:
    """Return a line with a bar in place of dates, times and the words about them: "By Jane Doe | " and the like."""
    words = unglued(words)
    for printed in reversed(dates_in(words)):
        words = words[: printed.start] + PART + words[printed.end :]
    for pattern in (CHANGED, LABEL, CLOCK, ZONE, _weekday()):
        words = pattern.sub(PART, words)
    return BETWEEN.sub(PART, words).strip()


@cache
def _weekday() -> re.Pattern[str]:
    """Return the pattern of a day of the week before a date."""
    names = "|".join(sorted((*weekdays(), *SHORT_WEEKDAYS)))
    return re.compile(rf"\b(?:{names})\b[.,]?(?=\s*(?:\||$))", re.IGNORECASE)
