"""Numbers as data: what the words of a number say, and what was typed into the cell of a value.

The rules apply in this order: a qualifier ("nearly", "up to"), money before the figure, the amount with its scale, its
unit, a second amount for a range, a qualifier after it ("or more"), and what is counted. Sizes such as "thousands" are
the least that they can mean. What cannot be read is None; nothing here raises.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from models.quantities.ambiguous import is_unreadable, joins_figures
from models.quantities.amounts import Amount
from models.quantities.counted import read_counted
from models.quantities.decimal_comma import in_known_signs, is_english, knows_to
from models.quantities.labels import is_name
from models.quantities.measures import read_measure
from models.quantities.pairs import with_upper
from models.quantities.qualifiers import first_of, read_lead
from models.quantities.quantity import Quantity
from models.quantities.starts import starts
from models.quantities.writing import plain, show_value, write_value
from models.text.plain_signs import plain_signs, visible

__all__ = [
    "Quantity",
    "plain",
    "quantities_in",
    "read_quantity",
    "read_value",
    "show_value",
    "with_counted",
    "write_value",
]


_LONGEST = 10_000
"""Characters that are read: far more than any number has, but few enough if a whole book is selected by mistake."""
_LONGEST_COUNTED = 1000
_OPENS_A_RANGE = re.compile("(?:from|between) +", re.IGNORECASE)
"""It belongs to a number only if a range follows."""
_RUNS_ON = re.compile(r"-[0-9]|[0-9]|-to-[0-9]")
"""Signs after a quantity that show that it is none: a score, a season, a date in figures."""


@lru_cache(maxsize=20_000)
def read_quantity(words: str, language: str | None = None) -> Quantity | None:
    """Read the words of a number as printed: the first quantity with a value, or None if there is none.

    The language (ISO 639-1) is that of the article; without one the words are English.
    """
    words, _ = visible(words[:_LONGEST])
    text = in_known_signs(plain_signs(words), language)
    for start in starts(text, words=is_english(language)):
        if reading := _read_at(text, start, language=language):
            return with_counted(reading.quantity, words[reading.end :])
        if is_unreadable(text, start, english=is_english(language) or knows_to(language)):
            return None
    return None


def quantities_in(line: str, plain: str, language: str | None = None) -> Iterator[tuple[int, int, Quantity]]:
    """Yield the quantities of a line in order: where each begins and ends without what it counts, and what it says.

    The line is without invisible characters; `plain` is the line with plain signs.
    """
    text = in_known_signs(plain, language)
    after = 0
    for start in starts(text, words=is_english(language)):
        if start >= after and (reading := _read_at(text, start, language=language)):
            after = reading.end
            yield reading.start, after, with_counted(reading.quantity, line[after : after + _LONGEST_COUNTED])


def read_value(typed: str) -> Quantity | None:
    """Read what was typed into the cell of a value; None unless all of it is understood, so that no
    mistake is ignored.
    """
    text = plain_signs(typed[:_LONGEST]).strip()
    reading = _read_at(text, 0, typed=True)
    return reading.quantity if reading and reading.end == len(text) else None


@dataclass(frozen=True, slots=True)
class _Reading:
    quantity: Quantity
    start: int
    end: int


def _read_at(text: str, at: int, *, typed: bool = False, language: str | None = None) -> _Reading | None:
    english = is_english(language)
    lead = read_lead(text, at)
    low = read_measure(text, lead.end, typed=typed)
    if low is None or (not typed and is_name(text, at, lead.end, low, english=english)):
        return None
    low, high = with_upper(text, at, lead, low, typed=typed)
    if high is None and not english and not knows_to(language) and joins_figures(text, low.end):
        return None
    last = high or low
    if _RUNS_ON.match(text, last.end):
        return None
    meant = low.qualifier if low.amount.vague else first_of(lead.qualifier, low.qualifier, last.qualifier)
    value, upper = _float(low.amount), _float(high.amount) if high else None
    if value is None or (high and upper is None):
        return None
    opening = _OPENS_A_RANGE.match(text, at, lead.end) if high is None else None
    start = opening.end() if opening else at
    return _Reading(Quantity(value, upper, meant, last.unit or low.unit, None), start, last.end)


def with_counted(quantity: Quantity, after: str) -> Quantity:
    """Return a quantity with what it counts and the qualifier that ends it, by the words after it."""
    counted, last = read_counted(after, measured=quantity.unit not in (None, "share"))
    return replace(quantity, counted=counted, qualifier=first_of(quantity.qualifier, last))


def _float(amount: Amount) -> float | None:
    """Return the amount as the nearest float; None if it is too large for one."""
    try:
        return float(amount.value)
    except OverflowError:
        return None
