"""One measure: an amount with its scale, its unit or money, and the qualifier after it."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from models.entities import Qualifier
from models.quantities.amounts import Amount
from models.quantities.compound import read_more
from models.quantities.dates_and_times import is_time_or_day
from models.quantities.number_words import read_words
from models.quantities.qualifiers import first_of, read_tail
from models.quantities.scaling import read_amount
from models.quantities.units import Unit, read_money, read_unit
from models.text.phrases import any_of

_ONE_BEFORE_UNIT = re.compile(r"(?: +of)? +(?:(?:an?|one|1)(?= )|1(?=%))|-an?(?=-)", re.IGNORECASE)
_OF = re.compile(" +of(?= )", re.IGNORECASE)
_TIMES = {"twice": 2, "double": 2, "thrice": 3, "triple": 3, "quadruple": 4}
_CHANGES: dict[str, int | Fraction] = {
    "doubl": 2,
    "tripl": 3,
    "trebl": 3,
    "quadrupl": 4,
    "quintupl": 5,
    "halv": Fraction(1, 2),
}
_BEFORE_WHAT_IS_MULTIPLIED = (
    r"(?= *$| *[^\w\s-]| +(?:the|that|what|its|their|his|her|our|those|this|last|as|or|in|a|an|of|from|since)\b)"
)
_MULTIPLE = re.compile(
    rf"(?<!\w)(?P<times>{any_of(_TIMES)}){_BEFORE_WHAT_IS_MULTIPLIED}|(?<!\w)(?P<word>[a-z]{{3,9}})-?fold(?!\w)"
    rf"|(?<!\w)(?P<change>{any_of(_CHANGES)})(?:ed|ing)(?!\w)(?! +(?:as|down|up|over|back|bed|room|rooms)(?!\w))",
    re.IGNORECASE,
)
_ONE_UNIT = re.compile(r"(?:an?|one) +(?=[a-z])", re.IGNORECASE)
_LINES_OF_A_PICTURE = re.compile("(?:144|240|360|480|540|576|720|1080|1440|2160|4320)p(?!\\w)")


@dataclass(frozen=True, slots=True)
class Measure:
    """An amount with its unit, the qualifier that follows it, and where it ends."""

    amount: Amount
    unit: str | None
    qualifier: Qualifier
    end: int
    money: bool = False


def read_measure(text: str, at: int, *, typed: bool = False) -> Measure | None:
    """Read the measure that begins at `at`: "$2.3bn", "5.5 per cent", "2,000+ km"; None if there is none.

    Names, times and days are refused ("M16", "3D", "21st", "10 am", "5 January"). In text that was `typed` into a cell,
    "m" is always a million; elsewhere it can be metres.
    """
    if multiple := _read_multiple(text, at):
        return multiple
    if one := _read_one(text, at):
        return one
    money, negative = read_money(text, at)
    amount = read_amount(text, money.end if money else at, money=money is not None, typed=typed)
    if amount is None:
        return None
    if negative:
        amount = replace(amount, mantissa=-amount.mantissa)
    return _with_unit(text, amount, money)


def _with_unit(text: str, amount: Amount, money: Unit | None) -> Measure | None:
    if _is_date(text, amount, amount.end) or (
        not money and _LINES_OF_A_PICTURE.match(text, _figure_start(text, amount.end))
    ):
        return None
    before, end = read_tail(text, amount.end)
    unit = money or _unit_after(text, amount, end)
    if unit is not money and unit is not None:
        end = unit.end
        amount = replace(amount, mantissa=amount.mantissa / unit.parts)
    elif _is_name(text, end):
        return None
    if unit is not None and not amount.share:
        more, end = read_more(text, unit.name, end, money=money is not None)
        amount = replace(amount, mantissa=amount.mantissa + more / amount.scale)
    after, end = read_tail(text, end)
    meant = first_of(Qualifier.AT_LEAST if amount.vague else Qualifier.EXACT, before, after)
    share = "share" if amount.share else None
    return Measure(amount, unit.name if unit else share, meant, end, money is not None)


def _read_one(text: str, at: int) -> Measure | None:
    """Read one unit with an addition: "a year and a half", "a dollar and 42 cents"."""
    one = _ONE_UNIT.match(text, at)
    unit = read_unit(text, one.end() - 1) if one else None
    if unit is None or unit.parts != 1:
        return None
    more, end = read_more(text, unit.name, unit.end)
    return Measure(Amount(1 + more, end), unit.name, Qualifier.EXACT, end) if more else None


def _figure_start(text: str, end: int) -> int:
    while end > 0 and text[end - 1].isdigit():
        end -= 1
    return end


def _is_name(text: str, end: int) -> bool:
    """Return whether a letter directly follows a figure; in scripts without blanks one always may."""
    letter = text[end : end + 1]
    return (
        letter.isalpha() and text[end - 1 : end].isdigit() and not "\u0e00" <= letter <= "\u9fff" and letter < "\uac00"
    )


def _is_date(text: str, amount: Amount, end: int) -> bool:
    return amount.scale == 1 and amount.mantissa <= 31 and is_time_or_day(text, end)


def _unit_after(text: str, amount: Amount, end: int) -> Unit | None:
    """Read a unit, also over "of" after a size ("thousands of tonnes") and over "a" after a share ("half a mile")."""
    step = _ONE_BEFORE_UNIT if amount.share else _OF if amount.vague else None
    if step is not None and (over := step.match(text, end)):
        return read_unit(text, over.end())
    return read_unit(text, end)


def _read_multiple(text: str, at: int) -> Measure | None:
    found = _MULTIPLE.match(text, at)
    if found is None:
        return None
    if change := _CHANGES.get((found["change"] or "").lower()):
        return Measure(Amount(Fraction(change), found.end()), "times", Qualifier.EXACT, found.end())
    times = _TIMES.get((found["times"] or "").lower())
    if times is not None:
        return Measure(Amount(Fraction(times), found.end()), "times", Qualifier.EXACT, found.end())
    word = read_words(found["word"] or "", 0)
    if word is None:
        return None
    return Measure(replace(word, end=found.end()), "times", Qualifier.EXACT, found.end())
