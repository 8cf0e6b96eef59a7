"""One measure: an amount with its scale, its unit or money, and the words that qualify it from behind."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from models.entities import Qualifier
from models.suggestions.amounts import SCALES, Amount
from models.suggestions.figures import read_figure, read_part_behind
from models.suggestions.number_words import read_size, read_words
from models.suggestions.phrases import Rule, any_of
from models.suggestions.qualifiers import first_of, read_tail
from models.suggestions.shares import read_share
from models.suggestions.units import Unit, read_money, read_unit

_SHORT = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9,
    "mil": 10**6, "t": 10**12, "tn": 10**12, "trn": 10**12,
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
_ONE_BEFORE_UNIT = Rule(r"(?: +of)? +(?:an?|one)(?= )", re.IGNORECASE)
_OF = Rule(" +of(?= )", re.IGNORECASE)
_TIMES = {"twice": 2, "double": 2, "thrice": 3, "triple": 3, "quadruple": 4}
_MULTIPLE = Rule(
    rf"(?<!\w)(?P<times>{any_of(_TIMES)})(?![\w-])|(?<!\w)(?P<word>[a-z]{{3,9}})-?fold(?!\w)", re.IGNORECASE
)
_CLOCK_OR_DATE = Rule(
    r" ?(?:[ap]\.?m\b|o'clock\b)|(?:st|nd|rd|th)?(?: +of)? +(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|"
    r"February|March|April|May|June|July|August|September|October|November|December)(?![\w-])"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """An amount with its unit, how it is meant as far as the words behind it say, and where it ends."""

    amount: Amount
    unit: str | None
    qualifier: Qualifier
    end: int
    money: bool = False


def read_measure(text: str, at: int, *, typed: bool = False) -> Measure | None:
    """Read the measure that begins at `at`: "$2.3bn", "5.5 per cent", "2,000+ km"; None if there is none.

    Refused are names, clock times and days ("M16", "3D", "21st", "10 am", "5 January"). In what was `typed` into a
    cell, "m" is always a million; elsewhere it can be metres.
    """
    if multiple := _read_multiple(text, at):
        return multiple
    money, negative = read_money(text, at)
    amount = _read_amount(text, money.end if money else at, money=money is not None, typed=typed)
    if amount is None:
        return None
    if negative:
        amount = replace(amount, mantissa=-amount.mantissa)
    return _with_unit(text, amount, money)


def _with_unit(text: str, amount: Amount, money: Unit | None) -> Measure | None:
    before, end = read_tail(text, amount.end)
    unit = money or _unit_behind(text, amount, end)
    if unit is not money and unit is not None:
        end = unit.end
        amount = replace(amount, mantissa=amount.mantissa / unit.parts)
    elif _is_name_or_date(text, amount, end):
        return None
    behind, end = read_tail(text, end)
    meant = first_of(Qualifier.AT_LEAST if amount.vague else Qualifier.EXACT, before, behind)
    share = "share" if amount.share else None
    return Measure(amount, unit.name if unit else share, meant, end, money is not None)


def _is_name_or_date(text: str, amount: Amount, end: int) -> bool:
    if text[end : end + 1].isalpha() and text[end - 1 : end].isdigit():
        return True
    return amount.scale == 1 and amount.mantissa <= 31 and _CLOCK_OR_DATE.match(text, end) is not None


def _unit_behind(text: str, amount: Amount, end: int) -> Unit | None:
    """Also over "of" after a size ("thousands of tonnes"), and over "a" after a share ("half a mile")."""
    step = _ONE_BEFORE_UNIT if amount.share else _OF if amount.vague else None
    if step is not None and (over := step.match(text, end)):
        return read_unit(text, over.end())
    return read_unit(text, end)


def _read_amount(text: str, at: int, *, money: bool, typed: bool) -> Amount | None:
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
    """Read "one in five" and "two out of three" as a share; 1000 is the last round number that is taken for one."""
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


def _read_multiple(text: str, at: int) -> Measure | None:
    found = _MULTIPLE.match(text, at)
    if found is None:
        return None
    times = _TIMES.get((found["times"] or "").lower())
    if times is not None:
        return Measure(Amount(Fraction(times), found.end()), "times", Qualifier.EXACT, found.end())
    word = read_words(found["word"] or "", 0)
    if word is None:
        return None
    return Measure(replace(word, end=found.end()), "times", Qualifier.EXACT, found.end())
