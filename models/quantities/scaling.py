"""Amounts as printed: with halves ("2½"), with a scale ("2.3 million", "5m"), and as "one in five"."""

import re
from dataclasses import replace
from fractions import Fraction

from models.quantities.amounts import ONES, Amount
from models.quantities.figures import read_figure, read_part_after
from models.quantities.number_words import read_size, read_words
from models.quantities.scales import may_scale, read_scale, read_short_scale
from models.quantities.shares import PARTS, read_share
from models.text.phrases import any_of

_PARTS = any_of(part for part in PARTS if part not in ("half", "quarter"))
_AND_PART = re.compile(
    rf"(?: +and +|-and-)(?:(?:an?|one)[ -]+(?P<part>half|quarter|{_PARTS})|"
    rf"(?P<over>{any_of(ONES[2:10])})[ -]+(?P<parts>quarter|{_PARTS})s?)(?!\w)",
    re.IGNORECASE,
)
_AFTER_A_PART = re.compile(
    r"(?= *$| *[^\w\s-]|[ -]+(?:times|per|million|billion|trillion|years?|hours?|miles?|months?|to)\b)"
)
_HALF_AFTER = re.compile(
    r" +and +(?:a +)(?P<part>half|quarter|third)(?!\w)(?! +(?:of|a|an|the|dozen|hundred|thousand|million|billion)\b)|"
    r" +et +(?P<demi>demi)e?(?!\w)",
    re.IGNORECASE,
)
_ONE_IN = re.compile(r"(?: +(?:in|out +of) +(?:every +)?|-(?:in|out-of)-)", re.IGNORECASE)


def read_amount(text: str, at: int, *, money: bool, typed: bool) -> Amount | None:
    """Read the amount that begins at `at`; None if there is none.

    After a sign of `money`, and in text that was `typed` into a cell, "m" is a million even if it could be metres. It
    is also None if an unknown word that may multiply it follows: the bare figure would be wrong.
    """
    amount = read_size(text, at) or read_share(text, at) or read_words(text, at) or read_figure(text, at, money=money)
    if amount is None or amount.share:
        return amount
    if not amount.vague:
        amount = _one_in(text, amount) or _with_part(text, amount)
        if amount.share:
            return amount
    amount = _scaled(text, amount, money=money, typed=typed)
    return None if amount.scale == 1 and may_scale(text, amount.end) and not typed else amount


def read_half_after(text: str, at: int) -> tuple[Fraction, int]:
    """Read the half that follows a unit or scale ("two years and a half"); zero and `at` if there is none."""
    found = _HALF_AFTER.match(text, at)
    if found is None:
        return Fraction(0), at
    return Fraction(1, PARTS.get((found["part"] or "half").lower(), 2)), found.end()


def _with_part(text: str, amount: Amount) -> Amount:
    """Add the half of "two and a half" and of "2½"."""
    if amount.mantissa.denominator != 1:
        return amount
    if after := read_part_after(text, amount.end):
        return replace(amount, mantissa=amount.mantissa + after.mantissa, end=after.end) if after.share else amount
    found = _AND_PART.match(text, amount.end)
    if found is None:
        return amount
    part = (found["part"] or found["parts"]).lower()
    if part not in ("half", "quarter") and not _AFTER_A_PART.match(text, found.end()):
        return amount
    over = ONES.index(found["over"].lower()) if found["over"] else 1
    return replace(amount, mantissa=amount.mantissa + Fraction(over, PARTS[part]), end=found.end())


def _scaled(text: str, amount: Amount, *, money: bool, typed: bool) -> Amount:
    for _ in range(2):
        if word := read_scale(text, amount.end):
            amount = replace(amount, scale=amount.scale * word.factor, end=word.end)
    if short := read_short_scale(text, amount.end, amount.value, money=money, typed=typed):
        amount = replace(amount, scale=short.factor, end=short.end)
    if amount.scale > 1 and not amount.vague:
        half, end = read_half_after(text, amount.end)
        amount = replace(amount, mantissa=amount.mantissa + half, end=end)
    return amount


def _one_in(text: str, amount: Amount) -> Amount | None:
    """Read "one in five" and "two out of three" as a share; "three in 2015" is not one."""
    link = _ONE_IN.match(text, amount.end)
    if link is None:
        return None
    under = read_words(text, link.end()) or read_figure(text, link.end())
    if under is None or not 0 < amount.value < under.value or amount.value.denominator != 1:
        return None
    whole = under.value
    if whole.denominator != 1 or not (whole <= 20 or str(whole).strip("0") in ("1", "2", "3", "4", "5", "25")):
        return None
    return Amount(Fraction(amount.value / whole), under.end, share=True)
