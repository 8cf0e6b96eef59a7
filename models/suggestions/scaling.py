"""Amounts as they are printed: with their halves ("2½"), their scale ("2.3 million", "5m") and as "one in five"."""

import re
from dataclasses import replace
from fractions import Fraction

from models.suggestions.amounts import SCALES, Amount
from models.suggestions.figures import read_figure, read_part_behind
from models.suggestions.number_words import read_size, read_words
from models.suggestions.phrases import Rule, any_of
from models.suggestions.shares import read_share

_SHORT = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9,
    "mil": 10**6, "t": 10**12, "tn": 10**12, "trn": 10**12,
    "mio": 10**6, "mrd": 10**9,
}  # fmt: skip
_SCALE = Rule(rf"(?: +|-)?(?P<word>{any_of(SCALES)})s?(?!\w)", re.IGNORECASE)
_SHORT_SCALE = Rule(rf"(?P<gap> ?)(?P<short>{any_of(_SHORT)})(?![\w'/])", re.IGNORECASE)
_NO_COUNT_OF_MILLIONS = 1000
"""Nobody prints "3,000m" for three billion: from here "m" is metres."""
_METRES = Rule(
    r"(?: +|-)(?:wide|tall|deep|high|long|thick|away|from|above|below|under|sprint|race|hurdles|freestyle|dash|"
    r"relay|butterfly|backstroke|breaststroke|final|medley|"
    r"of(?! +(?:its|their|his|her|our|my|your|the|these|those|them|us|which)(?!\w)))(?!\w)",
    re.IGNORECASE,
)
_AND_PART = Rule(r"(?: +and +|-and-)(?=(?:an?|one|two|three)[ -])", re.IGNORECASE)
_ONE_IN = Rule(r"(?: +(?:in|out +of) +(?:every +)?|-(?:in|out-of)-)", re.IGNORECASE)


def read_amount(text: str, at: int, *, money: bool, typed: bool) -> Amount | None:
    """Read the amount that begins at `at`; None if there is none.

    Behind a sign of `money`, and in what was `typed` into a cell, "m" is a million also where it could be metres.
    """
    amount = read_size(text, at) or read_share(text, at) or read_words(text, at) or read_figure(text, at)
    if amount is None or amount.vague:
        return amount
    if not amount.share:
        amount = _one_in(text, amount) or _with_part(text, amount)
    return amount if amount.share else _scaled(text, amount, money=money, typed=typed)


def _with_part(text: str, amount: Amount) -> Amount:
    """Add the half of "two and a half" and of "2½"."""
    behind = read_part_behind(text, amount.end)
    if behind is None and (link := _AND_PART.match(text, amount.end)):
        behind = read_share(text, link.end())
    if behind is None or not behind.share or amount.mantissa.denominator != 1:
        return amount
    return replace(amount, mantissa=amount.mantissa + behind.mantissa, end=behind.end)


def _scaled(text: str, amount: Amount, *, money: bool, typed: bool) -> Amount:
    for _ in range(2):
        if word := _SCALE.match(text, amount.end):
            factor = SCALES.get(word["word"].lower(), 1)
            amount = replace(amount, scale=amount.scale * factor, end=word.end())
    short = _SHORT_SCALE.match(text, amount.end)
    if short is None or not text[amount.end - 1].isdigit():
        return amount
    if not money and not typed and amount.value >= _NO_COUNT_OF_MILLIONS:
        return amount
    if not _is_scale(text, short, money=money, typed=typed):
        return amount
    return replace(amount, scale=_SHORT.get(short["short"].lower(), 1), end=short.end())


def _is_scale(text: str, short: re.Match[str], *, money: bool, typed: bool) -> bool:
    """Tell whether "m", "k", "b" and "t" multiply here; they can also be metres, kelvin, bits and tonnes."""
    letter = short["short"].lower()
    if money or typed or len(letter) > 1:
        return money or letter != "t"
    if letter == "b" and (short["short"] == "B" or not short["gap"]):
        return True
    if short["gap"] or letter in ("b", "t"):
        return False
    return letter == "k" or _METRES.match(text, short.end()) is None


def _one_in(text: str, amount: Amount) -> Amount | None:
    """Read "one in five" and "two out of three" as a share; "three in 2015" is none."""
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
