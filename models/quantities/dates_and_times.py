"""Recognise figures that are days and years of dates, years alone, or times of day."""

import re
from functools import cache

from models.text.months import english_months, months
from models.text.phrases import any_of

_DAY_OR_YEAR = re.compile(r"(?:[0-9]{1,2}|(?:19|20)[0-9]{2})(?![\w,.]*[0-9]|[%\w])")
_CLOCK = re.compile(r" ?(?:[ap]\.?m\b|o'clock\b|[Uu]hr\b|GMT\b|UTC\b|[年月日時时分])")

_FOUR_DIGITS = re.compile(r"(?:[01][0-9]|2[0-3])[0-5][0-9] ?(?:GMT|UTC|[BCEMP][DS]?T|CES?T)(?!\w)")
_A_YEAR = "(?:1[7-9]|20)[0-9]{2}"
_ENDS = r"(?![\w%°]|[.,:/']?[0-9]| *(?:million|billion|trillion|thousand|lakh|crore)\b)"
_YEAR = re.compile(_A_YEAR + _ENDS)
_YEARS = re.compile(rf"{_A_YEAR} *(?:-|to|and|or|until|through) *(?:{_A_YEAR}|[0-9]{{2}}){_ENDS}")
_ERA_BEFORE = re.compile(r"(?<![\w.])(?:A\.D\.|AD|B\.C\.|BC) +(?:[0-9]+ +(?:and|to|or) +)?$")
_ERA_AFTER = re.compile(r"[0-9]{4}(?=年)|[0-9]{1,4}(?= (?:B\.C\.|BC|BCE|CE|AD|A\.D\.)(?!\w))")
_LINKS = r"(?!(?:to|of|in|for|by|at|from|and|or|on|as|that|which|with|his|its|has|was|is|this|does|says)(?!\w))"
_PLURAL_AFTER = re.compile(
    rf" +(?:{_LINKS}[a-z]+ +){{0,2}}{_LINKS}(?:[a-z-]*[a-rt-z]s|people|men|women|children)(?![\w'])"
)
_NAME_BEFORE = re.compile(r"(?<![\w-])[A-Z][\w'&]* +$")
_YEAR_AFTER = re.compile(
    r" +(?!(?:more|of|or|and|to|in|for|by|at|from|a|per|on|as|euros?|dollars?|won)\b)[a-zà-ÿ]", re.IGNORECASE
)
_NOTHING_AFTER = re.compile(r"(?='s(?!\w)| *$| *[^\w\s%$£€°']| +(?:or|and|to|in|for|by|at|from|on|as)(?!\w))")
_EVENT_AFTER = re.compile(r" +(?:presidential|election|elections|Olympics?|general +election)(?!\w)")
_NOUN_AFTER = re.compile(r" +(?:[a-zà-ÿ]+ +)?[A-ZÀ-Ý]")
_LOOK = 40
"""Characters before a figure in which a word may show what the figure is."""


def is_of_a_date(text: str, at: int, *, english: bool = True) -> bool:
    """Return whether the figure at `at` of the plain text is the day or year after a month."""
    month_before = _month_before() if english else _any_month_before()
    return _DAY_OR_YEAR.match(text, at) is not None and month_before.search(text[max(0, at - 20) : at]) is not None


def is_time_or_day(text: str, end: int) -> bool:
    """Return whether what follows a small figure makes it a time of day or the day of a date: "10 am", "5 January"."""
    return _CLOCK.match(text, end) is not None or _day().match(text, end) is not None


def is_clock(text: str, at: int) -> bool:
    """Return whether the four digits at `at` are a time of day: "1830 GMT"."""
    return _FOUR_DIGITS.match(text, at) is not None


def is_year(text: str, at: int, *, english: bool = True) -> bool:
    """Return whether the figure at `at` is a year: by the words before it, or because it counts
    nothing that follows.
    """
    before = text[max(0, at - _LOOK) : at]
    if _ERA_BEFORE.search(before) or _ERA_AFTER.match(text, at):
        return True
    if _YEAR.match(text, at) is None:
        return False
    counts = (_PLURAL_AFTER if english else _NOUN_AFTER).match(text, at + 4) is not None
    if _YEARS.match(text, at):
        return not counts
    if _tells_a_year().search(before) or _EVENT_AFTER.match(text, at + 4):
        return True
    named = _NAME_BEFORE.search(before) is not None
    if counts or text[at : at + 2] not in ("19", "20"):
        return named
    alone = _NOTHING_AFTER.match(text, at + 4) is not None and before.strip() != ""
    return alone or _YEAR_AFTER.match(text, at + 4) is not None


@cache
def _month_before() -> re.Pattern[str]:
    return re.compile(rf"{_month()}\.? +(?:[0-9]{{1,2}}(?:st|nd|rd|th)?(?:,| +(?:to|and|or|through|-))? +)?$")


@cache
def _any_month_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(months())}\.? +$", re.IGNORECASE)


@cache
def _day() -> re.Pattern[str]:
    return re.compile(rf"(?:st|nd|rd|th)?(?: +of)? +{_month()}(?![\w-])")


@cache
def _tells_a_year() -> re.Pattern[str]:
    """Return a pattern for what shows, before a figure of four digits, that it is a year."""
    return re.compile(
        r"(?<![\w$£€¥])(?:in|since|until|till|during|before|after|by|to|an?|the|its|his|her|their|our|early|late|mid|for|and|"
        r"or|from|through|between|summer|spring|autumn|winter|year|fiscal|season|election|[a-z]+'s|"
        r"(?:season|class|end|start|beginning|crisis|war|year|act|law|elections?|constitution|revolution|recession|outbreak|"
        r"referendum|pandemic|crash|summer|spring|autumn|winter|fall|half|quarters?|part|most|all|rest|events|as) +of|"
        r"im|en|seit|bis|von|depuis|desde|del|nel|dal|em|sinds|sedan|jahr|año|anno|année|"
        rf"{_month()})[ .,-]+$|[(-]$",
        re.IGNORECASE,
    )


def _month() -> str:
    return f"(?:{'|'.join(english_months())})"
