"""Pairs of measures that form one range ("10 to 15 km"), and the two ends of a change ("from 5 to 8
%"), which do not.
"""

import re
from dataclasses import replace
from functools import cache

from models.quantities.measures import Measure, read_measure
from models.quantities.qualifiers import Lead
from models.text.phrases import any_of
from models.text.word_lists import forms

_TO = re.compile(
    r"(?:-? +|-)(?:to|or|through|until|till)(?:-| +(?:(?:about|around|even|perhaps|nearly|up to|some) +)?)| *(?:-|—) *",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf" +and +| *& *|{_TO.pattern}", re.IGNORECASE)
_BECOMES = re.compile(" +→ +")
"""A word of another language that joins the two ends of a change, and never those of a range: "von 5 auf 7 %"."""
_BY = re.compile(r"(?<!\w)by +$", re.IGNORECASE)
"""Before a complete amount it shows a change, and no range follows: "rose by $3m to $18m"."""
_FROM = re.compile(r"(?:\w+ +){0,2}from(?!\w)(?! +(?:the|its|their)(?!\w))", re.IGNORECASE)

_GAINS = ("added", "adding", "gained", "gaining", "lost", "losing", "shed", "shedding")
_FAR_APART = 3
_LOOK = 60
"""Characters before "from" that may contain a verb of change."""


@cache
def _changed() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of((*forms('changes'), *_GAINS))}(?: +by)? +$", re.IGNORECASE)


@cache
def _change() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(forms('changes'))}(?!\w)[^.;:!?]*$", re.IGNORECASE)


def with_upper(text: str, at: int, lead: Lead, low: Measure, *, typed: bool) -> tuple[Measure, Measure | None]:
    """Return the measure that was read, completed from a second one, and the second if they form a range.

    `at` is where the words of the first begin, including its qualifier.
    """
    if (low.money or low.amount.scale > 1) and _BY.search(text, max(0, at - 5), at):
        return low, None
    changed = _BECOMES.match(text, low.end)
    link = changed or (_BETWEEN if lead.between else _TO).match(text, low.end)
    high = read_measure(text, link.end(), typed=typed) if link else None
    if link is None or high is None or not _agree(low, high):
        return low, None
    first = _distributed(low, high)
    if first is low and link[0].strip() == "-" and not typed:
        first = _in_thousands(text, low, high)
    if changed or (_FROM.match(text, at, lead.end) and _change().search(text, max(0, at - _LOOK), at)):
        return replace(first, unit=first.unit or high.unit), None
    if at == lead.end and _is_change_and_level(text, at, low, high):
        return low, None
    gap = high.amount.value - first.amount.value
    return (first, high) if gap > 0 or (typed and gap == 0) else (low, None)


def _is_change_and_level(text: str, at: int, low: Measure, high: Measure) -> bool:
    """Return whether the first measure is how much something changed, and the second what it is now: "up $3 to $18"."""
    if low.unit is None or high.unit is None or _changed().search(text, max(0, at - _LOOK), at) is None:
        return False
    return low.money or high.amount.value > _FAR_APART * low.amount.value


def _agree(low: Measure, high: Measure) -> bool:
    """Return whether two measures can form a range: "5 to 7%", "$5 to 7", but not "5% to 7"."""
    if low.unit is None or low.unit == high.unit:
        return True
    return high.unit is None and low.money


def _distributed(low: Measure, high: Measure) -> Measure:
    """Apply the scale of the second amount to the first as well: "2 to 3 billion", "two or three hundred"."""
    first, second = low.amount, high.amount
    if first.scale != 1 or first.share or second.scale == 1 or not 0 <= first.mantissa < second.mantissa:
        return low
    return replace(low, amount=replace(first, scale=second.scale))


def _in_thousands(text: str, low: Measure, high: Measure) -> Measure:
    """Apply the thousands that only the second figure prints to the first as well: "$5-8,000", "500-600,000"."""
    first, second = low.amount, high.amount
    whole = first.mantissa.denominator == 1 and first.scale == second.scale == 1
    if not whole or "," not in text[low.end : second.end] or second.value % 1000:
        return low
    return replace(low, amount=replace(first, scale=1000)) if 0 < first.value < second.value / 1000 else low
