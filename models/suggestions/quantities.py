"""Numbers as data: what the words of a number say, and what was typed into the cell of a value.

The rules, in the order of reading: words that qualify ("nearly", "up to"), money before the figure, the amount with its
scale, its unit, a second amount for a range, words that qualify from behind ("or more"), and what is counted. Sizes
such as "thousands" are the least that they can mean. What cannot be read is None; nothing here raises.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from models.suggestions.amounts import Amount
from models.suggestions.counted import read_counted
from models.suggestions.elsewhere import in_known_signs
from models.suggestions.labels import is_label
from models.suggestions.measures import Measure, read_measure
from models.suggestions.phrases import Rule, levelled
from models.suggestions.qualifiers import first_of, read_lead
from models.suggestions.quantity import Quantity
from models.suggestions.starts import starts
from models.suggestions.writing import plain, write_value

__all__ = ["Quantity", "plain", "quantities_in", "read_quantity", "read_value", "write_value"]


_TO = Rule(
    r"(?:-? +|-)(?:to|or|through|until|till)(?:-| +(?:(?:about|around|even|perhaps|nearly|up to|some) +)?)| *(?:-|—) *",
    re.IGNORECASE,
)
_BETWEEN = Rule(rf" +and +|{_TO.source}", re.IGNORECASE)
_LONGEST = 10_000
"""Characters that are read: far more than any number has, few enough for a book selected by mistake."""
_BY = Rule(r"(?<!\w)by +$", re.IGNORECASE)
"""Before an amount that is whole in itself it tells of a change, and no range follows: "rose by $3m to $18m"."""
_RUNS_ON = Rule(r"-[0-9]|[0-9]")
"""Behind a quantity these show that it was none: a score, a season, a date in figures."""


def read_quantity(words: str, language: str | None = None) -> Quantity | None:
    """Read the words of a number as printed; of several quantities the first. None if there is none with a value.

    The language (ISO 639-1) is that of the article; without one the words are English.
    """
    text = in_known_signs(levelled(words[:_LONGEST]), language)
    for start in starts(text):
        if reading := _read_at(text, start):
            return _with_counted(reading, words[reading.end :])
    return None


def quantities_in(line: str, language: str | None = None) -> Iterator[tuple[int, int, Quantity]]:
    """Yield the quantities of a line in order: where each begins and ends without what it counts, and what it says."""
    text = in_known_signs(levelled(line), language)
    behind = 0
    for start in starts(text):
        if start >= behind and (reading := _read_at(text, start)):
            behind = reading.end
            yield start, behind, _with_counted(reading, line[behind : behind + 1000])


def read_value(typed: str) -> Quantity | None:
    """Read what was typed into the cell of a value; None unless all of it is understood, so no slip is swallowed."""
    text = levelled(typed[:_LONGEST]).strip()
    reading = _read_at(text, 0, typed=True)
    return reading.quantity if reading and reading.end == len(text) else None


@dataclass(frozen=True, slots=True)
class _Reading:
    quantity: Quantity
    end: int


def _read_at(text: str, at: int, *, typed: bool = False) -> _Reading | None:
    lead = read_lead(text, at)
    low = read_measure(text, lead.end, typed=typed)
    if low is None or (not typed and is_label(text, lead.end)):
        return None
    change = (low.money or low.amount.scale > 1) and _BY.search(text, max(0, at - 5), at)
    high = None if change else _upper_measure(text, low, between=lead.between, typed=typed)
    if high is not None:
        low = _distributed(low, high)
    last = high or low
    if _RUNS_ON.match(text, last.end):
        return None
    meant = low.qualifier if low.amount.vague else first_of(lead.qualifier, low.qualifier, last.qualifier)
    value, upper = _float(low.amount), _float(high.amount) if high else None
    if value is None or (high and upper is None):
        return None
    return _Reading(Quantity(value, upper, meant, last.unit or low.unit, None), last.end)


def _upper_measure(text: str, low: Measure, *, between: bool, typed: bool) -> Measure | None:
    """Read the second amount of a range; None if there is none, or if the two are no range ("3-1")."""
    link = (_BETWEEN if between else _TO).match(text, low.end)
    if link is None:
        return None
    high = read_measure(text, link.end(), typed=typed)
    if high is None or not _agree(low, high):
        return None
    gap = high.amount.value - _distributed(low, high).amount.value
    return high if gap > 0 or (typed and gap == 0) else None


def _agree(low: Measure, high: Measure) -> bool:
    """Tell whether two measures can be one range: "5 to 7%", "$5 to 7", but not "5% to 7"."""
    if low.unit is None or low.unit == high.unit:
        return True
    return high.unit is None and low.money


def _distributed(low: Measure, high: Measure) -> Measure:
    """Give the scale of the second amount to the first as well: "2 to 3 billion", "two or three hundred"."""
    first, second = low.amount, high.amount
    if first.scale != 1 or first.share or not 0 <= first.mantissa < second.mantissa:
        return low
    return replace(low, amount=replace(first, scale=second.scale))


def _with_counted(reading: _Reading, behind: str) -> Quantity:
    quantity = reading.quantity
    counted, last = read_counted(behind, measured=quantity.unit not in (None, "share"))
    return replace(quantity, counted=counted, qualifier=first_of(quantity.qualifier, last))


def _float(amount: Amount) -> float | None:
    """Return the amount as the nearest float; None beyond what a float holds."""
    try:
        return float(amount.value)
    except OverflowError:
        return None
