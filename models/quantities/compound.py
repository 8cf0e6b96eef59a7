"""Read what follows a measure and adds to it: a half ("two years and a half") or a smaller unit ("5ft 6in")."""

import re
from fractions import Fraction

from models.quantities.scaling import read_amount, read_half_after
from models.quantities.units import read_unit
from models.text.word_lists import word_list

_SMALLER = {
    ("ft", "in"): 12,
    ("lb", "oz"): 16,
    ("mi", "yd"): 1760,
    ("km", "m"): 1000,
    ("m", "cm"): 100,
    ("kg", "g"): 1000,
    ("t", "kg"): 1000,
    ("decade", "year"): 10,
    ("year", "month"): 12,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
}
"""How many of the smaller unit make one of the larger."""
_AND = re.compile(r" *(?:and +)?", re.IGNORECASE)
_INCHES = re.compile(r" *(?P<inches>[0-9]{1,2}(?:\.[0-9]+)?) ?(?:ins?\b\.?|''|\"|″)", re.IGNORECASE)
""""in" is an inch only after feet."""


def read_more(text: str, unit: str | None, at: int, *, money: bool = False) -> tuple[Fraction, int]:
    """Read what is added after a unit, in parts of that unit, and where it ends; zero and `at` if nothing is added.

    After a sign of `money` only hundredths can be added: "£3 50p".
    """
    if unit is None:
        return Fraction(0), at
    half, end = (Fraction(0), at) if money else read_half_after(text, at)
    return (half, end) if half else _smaller(text, unit, at)


def _smaller(text: str, unit: str, at: int) -> tuple[Fraction, int]:
    if unit == "ft" and (inches := _INCHES.match(text, at)):
        return Fraction(inches["inches"]) / 12, inches.end()
    link = _AND.match(text, at)
    start = link.end() if link else at
    if start == at or not text[start : start + 1].isalnum():
        start = at if text[at : at + 1].isdigit() else start
    amount = read_amount(text, start, money=False, typed=False)
    if amount is None or amount.scale != 1 or amount.share or amount.vague:
        return Fraction(0), at
    smaller = read_unit(text, amount.end)
    if smaller is None:
        return Fraction(0), at
    per = _SMALLER.get((unit, smaller.name or "")) or (100 if _is_hundredth(unit, smaller.name, smaller.parts) else 0)
    value = amount.value
    if not 0 < value < per:
        return Fraction(0), at
    return Fraction(value) / per, smaller.end


def _is_hundredth(unit: str, name: str | None, parts: Fraction) -> bool:
    return (unit == name and parts == 100) or (name == "cent" and unit in _currencies())


def _currencies() -> frozenset[str]:
    return frozenset(code for (code, *_), *_ in word_list("currencies"))
