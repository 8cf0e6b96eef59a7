"""Units and money, from the lists in `resources/words`: signs before an amount, words and signs after it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from models.suggestions.phrases import any_of
from models.suggestions.word_lists import word_list

_CENTS = {
    "GBP": ("p", "pence", "penny"),
    "USD": ("US cents", "US cent"),
}
"""Hundredths whose currency is certain; plain "cents" keep the unit cent."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in its canonical form, how many of the amount make one, and where its words end."""

    name: str
    end: int
    parts: int = 1


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """What the lists say, ready for reading."""

    money: re.Pattern[str]
    after: re.Pattern[str]
    codes: dict[str, str]
    words: dict[str, tuple[str, int]]
    signs: dict[str, tuple[str, int]]


@cache
def _lexicon() -> _Lexicon:
    codes: dict[str, str] = {}
    words: dict[str, tuple[str, int]] = {}
    signs: dict[str, tuple[str, int]] = {}
    for (code, *_), before, after in word_list("currencies"):
        codes |= {sign: code for sign in before if sign not in codes}
        words |= {_plain(word): (code, 1) for word in after if word[-1].isalpha() and _plain(word) not in words}
        signs |= {sign: (code, 1) for sign in after if not sign[-1].isalpha() and sign not in signs}
    for (name, *_), long, short in word_list("units"):
        words |= {_plain(word): (name, 1) for word in long}
        signs |= dict.fromkeys(short, (name, 1))
    for code, names in _CENTS.items():
        signs |= dict.fromkeys(names, (code, 100))
    return _Lexicon(_money(codes), _after(words, signs), codes, words, signs)


def _money(codes: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?P<minus>-|minus +)?(?P<sign>{any_of(codes)}) ?(?=-?\.?[0-9])")


def _after(words: Iterable[str], signs: Iterable[str]) -> re.Pattern[str]:
    letters = [sign for sign in signs if len(sign) == 1 and sign.isalpha()]
    lettered = [sign for sign in signs if len(sign) > 1 and sign[-1].isalnum()]
    marks = [sign for sign in signs if not sign[-1].isalnum()]
    return re.compile(
        rf"(?: +|-)?(?:(?P<words>(?i:{any_of(words).replace(' +', '[ -]+')}))(?i:s)?(?!\w)"
        rf"|(?P<signs>{any_of(lettered)}(?![\w'/])|{any_of(letters)}(?![\w'/-])|{any_of(marks)}))"
    )


def money_signs() -> tuple[str, ...]:
    """Return the signs of money that stand before a figure."""
    return tuple(_lexicon().codes)


def read_money(text: str, at: int) -> tuple[Unit | None, bool]:
    """Read the sign of money before a figure, and whether a minus stands before the sign."""
    found = _lexicon().money.match(text, at)
    if found is None:
        return None, False
    return Unit(_lexicon().codes[found["sign"]], found.end()), found["minus"] is not None


def read_unit(text: str, at: int) -> Unit | None:
    """Read the unit that follows an amount, over a blank or a hyphen."""
    found = _lexicon().after.match(text, at)
    if found is None:
        return None
    if found["words"] is not None:
        known = _lexicon().words.get(_plain(found["words"]))
    else:
        known = _lexicon().signs.get(re.sub(" +", " ", found["signs"]))
    return Unit(known[0], found.end(), known[1]) if known else None


def _plain(words: str) -> str:
    """Return the words in lower case with one blank between them, as in "per cent" for "-Per-Cent"."""
    return re.sub("[ -]+", " ", words.lower())
