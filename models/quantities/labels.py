"""Recognise figures and number words that name something instead of counting it: "Boeing 737",
"Chapter 11", "no one".
"""

import re
from functools import cache

from models.entities import Qualifier
from models.quantities.dates_and_times import is_year
from models.quantities.measures import Measure
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
_NAME_ENDS = re.compile(r" *$|[.,;:!?)\]\"'”’]")
_NAME_AFTER = re.compile(r"-[A-Z][a-z]")
_LOOK = 40
"""Characters before a figure that may contain its name."""


@cache
def _label_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of(forms('labels'))} +$")


def is_name(text: str, at: int, start: int, low: Measure) -> bool:
    """Return whether the quantity that begins at `start` names something; `at` is where the words before it begin."""
    amount = low.amount
    if low.unit is not None or low.money or amount.scale != 1 or amount.share or amount.vague:
        return False
    before = text[max(0, start - _LOOK) : start]
    if text[start : amount.end].lower() == "one" and at == start:
        return _ONE_ELSE.search(before) is not None or _ONE_AND_MORE.match(text, amount.end) is not None
    if _label_before().search(before):
        return True
    if not text[start : start + 1].isdigit():
        return False
    is_named = is_year(text, start) or _MODEL.match(text, start) or _NAME_AFTER.match(text, low.end)
    return bool(is_named) or (at == start and _follows_a_name(text, before, start, low))


def _follows_a_name(text: str, before: str, start: int, low: Measure) -> bool:
    """Return whether a bare figure follows a name and counts nothing that follows: "Apollo 11", "Pixel 8"."""
    name = _NAME_BEFORE.search(before)
    if name is None or name["name"].lower() in forms("not_names") or low.qualifier is not Qualifier.EXACT:
        return False
    return "," not in text[start : low.end] and _NAME_ENDS.match(text, low.end) is not None
