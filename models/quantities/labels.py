"""Recognise figures and number words that name something instead of counting it: "Boeing 737",
"Chapter 11", "no one".
"""

import re
from functools import cache

from models.entities import Qualifier
from models.quantities.counted_nouns import counts_nothing
from models.quantities.dates_and_times import is_clock, is_year
from models.quantities.measures import Measure
from models.text.months import months
from models.text.phrases import any_of
from models.text.word_lists import forms

_MODEL = re.compile(r"7[0-8]7(?= +(?:Max|MAX|Dreamliner)(?!\w)|-[0-9]00)")
_ONE_ELSE = re.compile(
    r"(?<!\w)(?:no|any|every|some|each|the|this|that|which|another|only|same|first|second|third|fourth|fifth|sixth|"
    r"seventh|eighth|ninth|tenth|[0-9]+th|other|latter|former|bigger|larger|smaller|better|worse|newer|older|younger|"
    r"longer|shorter|earlier|later|[a-z]{3,}est|the +[a-z]+) +$",
    re.IGNORECASE,
)
_ONE_AND_MORE = re.compile(
    r"(?:-(?:off|offs|on|time|way|sided|upmanship|liner|liners|stop)|'s|self| +another)(?!\w)", re.IGNORECASE
)
_NAME_BEFORE = re.compile(r"(?<![\w-])(?P<name>[A-Z][\w'&]*) +$")
_NAME_ENDS = re.compile(r" *$|[.,;:!?)\]\"'”’]| +(?:is|has|was)(?!\w)")
_NAME_AFTER = re.compile(
    r"-[A-Z][a-z]| (?:Pro|Plus|Max|Ultra|Mini)(?!\w)|"
    r" (?:[A-Z][\w'.]* ){1,3}(?:Street|Avenue|Road|Lane|Drive|Boulevard)(?!\w)"
)
_AFTER_A_STOP = re.compile(r"\. +(?P<word>[^\W\d_]+)")
_MONTH_IN_FIGURES = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{4})?")
_OF_DIGITS = re.compile(r"-figure(?!\w)")
_LOOK = 40
"""Characters before a figure that may contain its name."""


@cache
def _label_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of(forms('labels'))} +$")


@cache
def _position_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of(forms('positions'))} +$", re.IGNORECASE)


def is_name(text: str, at: int, start: int, low: Measure, *, english: bool = True) -> bool:
    """Return whether the quantity that begins at `start` names something; `at` is where the words before it begin."""
    amount = low.amount
    if low.unit not in (None, "share") or low.money or amount.scale != 1 or amount.share or amount.vague:
        return at == start and _is_position(text, start, low)
    before = text[max(0, start - _LOOK) : start]
    if at == start and _is_position(text, start, low):
        return True
    if text[start : amount.end].lower() == "one" and at == start:
        return _ONE_ELSE.search(before) is not None or _ONE_AND_MORE.match(text, amount.end) is not None
    if (
        _label_before().search(before)
        or (at == start and _is_position(text, start, low))
        or _OF_DIGITS.match(text, amount.end)
    ):
        return True
    if not text[start : start + 1].isdigit():
        return False
    is_named = _is_in_a_date(text, start, low.end, english=english) or _MODEL.match(text, start)
    is_named = is_named or _NAME_AFTER.match(text, low.end)
    return bool(is_named) or (at == start and _follows_a_name(text, before, start, low))


def _is_in_a_date(text: str, start: int, end: int, *, english: bool) -> bool:
    if not english and (_is_ordinal(text, start, end) or _MONTH_IN_FIGURES.match(text, start)):
        return True
    return is_year(text, start, english=english) or is_clock(text, start)


def _is_ordinal(text: str, start: int, end: int) -> bool:
    """Return whether a figure with a full stop is an ordinal: "am 20. Mai", "der 100. Besucher"."""
    following = _AFTER_A_STOP.match(text, end)
    if following is None:
        return False
    word = following["word"]
    before = text[max(0, start - _LOOK) : start]
    return word[0].islower() or word.lower() in months() or _ordinal_before().search(before) is not None


@cache
def _ordinal_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of(forms('de/before_ordinals'))} +$", re.IGNORECASE)


def _is_position(text: str, start: int, low: Measure) -> bool:
    """Return whether an amount says which of an order is meant, and counts nothing: "the top 10", "the last four"."""
    if (
        low.unit not in (None, "share")
        or low.money
        or _position_before().search(text, max(0, start - _LOOK), start) is None
    ):
        return False
    end = start + len(text[start : low.end].partition(" ")[0])
    return counts_nothing(text, end)


def _follows_a_name(text: str, before: str, start: int, low: Measure) -> bool:
    """Return whether a bare figure follows a name and counts nothing that follows: "Apollo 11", "Pixel 8"."""
    name = _NAME_BEFORE.search(before)
    if (
        name is None
        or name["name"].endswith(("'s", "s'"))
        or name["name"].lower() in forms("not_names")
        or low.qualifier is not Qualifier.EXACT
    ):
        return False
    return "," not in text[start : low.end] and _NAME_ENDS.match(text, low.end) is not None
