"""Units and money: signs before an amount, words and signs after it.

They come from the lists in `resources/words`; the English names of currencies come from the CLDR.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from models.text.phrases import any_of
from models.text.word_lists import word_list

_CENTS = {"GBP": ("p", "pence", "penny"), "USD": ("US cents", "US cent")}
"""Hundredths whose currency is certain; plain "cents" keep the unit cent."""
_UNKNOWN_CURRENCY = "?"
_WORDS_TOO = frozenset(
    [
        "ALL",
        "TOP",
        "TRY",
        "COP",
        "CUP",
        "PEN",
        "MAD",
        "BAM",
        "SOS",
        "GEL",
        "LAK",
        "AMD",
        "ANG",
        "BOB",
        "MOP",
        "MUR",
        "SHP",
        "STD",
        "LSL",
        "TND",
        "ZAR",
    ]
)
"""Codes of currencies that are also words or other abbreviations: "TOP 10", "COP 26"."""
_PLAIN_PAIRS = frozenset(("Rs", "Tk", "Rp", "RM", "Dh"))
"""Signs of two characters that always mean money; others, and single ones, only before a large or a decimal figure."""
_SCALED = (
    r"[0-9][0-9.,]*(?: |-)?(?:thousand|million|billion|trillion|lakh|crore|mn|mln|bn|bln|tn|trn|m|b|k|cr|mio|mrd)(?!\w)"
    r"|[0-9]{1,3}(?:,[0-9]{3})+(?![\w,])"
)
_LARGE = rf"(?={_SCALED}|[0-9]+\.[0-9]{{2}}(?![\w.])|[0-9]{{2}}00+(?!\w))"
_DEGREES = re.compile(r"(?P<scale>[CF])(?![\w'/-]|\.[^\W])")
_LINK = r"(?: +| *-|)(?:(?<= )(?:de|di|do|da|von) +|(?<= )d')?"
_WON = re.compile(r" +won(?= *$| *[^\w\s]| +(?:a|an|per|to|in|for|from|on|and|or|by|each|of|worth)\b)")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in its canonical form, its factor, and where its words end.

    The name is None for money in an unknown currency.
    """

    name: str | None
    end: int
    parts: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The lists, ready for reading."""

    money: re.Pattern[str]
    after: re.Pattern[str]
    codes: dict[str, str]
    words: dict[str, tuple[str, Fraction]]
    signs: dict[str, tuple[str, Fraction]]


def unit_sign(name: str) -> str | None:
    """Return the sign, from the private use area, that stands for a unit or currency in words of another language."""
    names = _names()
    return chr(0xE100 + names.index(name)) if name in names else None


@cache
def _names() -> tuple[str, ...]:
    units = (name.partition("*")[0] for (name, *_), *_ in word_list("units"))
    return tuple(dict.fromkeys((*units, *(code for (code, *_), *_ in word_list("currencies")))))


@cache
def _lexicon() -> _Lexicon:
    codes: dict[str, str] = {}
    words: dict[str, tuple[str, Fraction]] = {}
    signs: dict[str, tuple[str, Fraction]] = {}
    one = Fraction(1)
    for (code, *_), before, after in word_list("currencies"):
        codes |= {sign: code for sign in (*before, *_code(code)) if sign not in codes}
        named = [_plain(word) for word in (*after, *_names_of_currency(code)) if word[-1].isalpha()]
        words |= {name: (code, one) for name in named if name not in words}
        signs |= {sign: (code, one) for sign in after if not sign[-1].isalpha() and sign not in signs}
        signs |= dict.fromkeys((*_code(code), *(s for s in before if s in _PLAIN_PAIRS)), (code, one))
    for (name, *_), long, short in word_list("units"):
        unit, _, factor = name.partition("*")
        words |= {_plain(word): (unit, Fraction(1, int(factor or 1))) for word in long}
        signs |= dict.fromkeys(short, (unit, Fraction(1, int(factor or 1))))
    signs |= {chr(0xE100 + at): (name, one) for at, name in enumerate(_names())}
    for code, names in _CENTS.items():
        signs |= dict.fromkeys(names, (code, Fraction(100)))
    return _Lexicon(_money(codes), _after(words, signs), codes, words, signs)


def _names_of_currency(code: str) -> set[str]:
    """Return the English names of a currency, singular and plural; none if the code is unknown."""
    # Loaded with the first number, not with the window: it takes a tenth of a second.
    from babel.numbers import get_currency_name

    return {get_currency_name(code, count, locale="en") for count in (1, 2)} - {code}


def _code(code: str) -> tuple[str, ...]:
    return () if code == _UNKNOWN_CURRENCY or code in _WORDS_TOO else (code,)


def _money(codes: Iterable[str]) -> re.Pattern[str]:
    short = {sign for sign in codes if len(sign) < 3 and sign.isalpha() and sign.isascii() and sign not in _PLAIN_PAIRS}
    plain = any_of(set(codes) - short)
    return re.compile(
        rf"(?P<minus>-|minus +)?(?:(?P<sign>{plain}) ?(?=-?\.?[0-9])|(?P<short>{any_of(short)}) ?{_LARGE}"
        rf"|(?P<unknown>[A-Z]{{1,4}})(?={_SCALED}))"
    )


def _after(words: Iterable[str], signs: Iterable[str]) -> re.Pattern[str]:
    letters = [sign for sign in signs if len(sign) == 1 and sign.isalpha()]
    lettered = [sign for sign in signs if len(sign) > 1 and sign[-1].isalnum()]
    marks = [sign for sign in signs if not sign[-1].isalnum()]
    return re.compile(
        rf"{_LINK}(?:(?P<words>(?i:{any_of(words).replace(' +', '[ -]+')}))(?i:s)?(?!\w)"
        rf"|(?P<signs>{any_of(lettered)}(?![\w'/])|{any_of(letters)}(?![\w'/-])|{any_of(marks)}(?![0-9])))"
    )


def money_signs() -> tuple[str, ...]:
    """Return the signs of money that come before a figure."""
    return tuple(_lexicon().codes)


def read_money(text: str, at: int) -> tuple[Unit | None, bool]:
    """Read the sign of money before a figure, and whether there is a minus before the sign."""
    found = _lexicon().money.match(text, at)
    if found is None:
        return None, False
    code = _UNKNOWN_CURRENCY if found["unknown"] else _lexicon().codes[found["sign"] or found["short"]]
    return Unit(None if code == _UNKNOWN_CURRENCY else code, found.end()), found["minus"] is not None


def read_unit(text: str, at: int) -> Unit | None:
    """Read the unit that follows an amount, after a blank or a hyphen, or "de" and "d'" in languages that use them."""
    if text[at - 1 : at].isdigit() and (degrees := _DEGREES.match(text, at)):
        return Unit(f"°{degrees['scale']}", degrees.end())
    found = _lexicon().after.match(text, at)
    if found is None:
        return None
    if found["words"] is not None:
        known = _lexicon().words.get(_plain(found["words"]))
        if found["words"].lower() == "won" and not (text[at - 1].isalpha() or _WON.match(text, at)):
            return None
    else:
        known = _lexicon().signs.get(re.sub(" +", " ", found["signs"]))
    return Unit(known[0], found.end(), known[1]) if known else None


def usual_name(written: str | None) -> str | None:
    """Return the program's name of a unit that is written in another way ("per cent"); None if it knows none."""
    if not written or written in _names():
        return None
    found = read_unit(f"1 {written}", 1)
    whole = found is not None and found.end == len(written) + 2 and found.parts == 1
    return found.name if found and whole and found.name != written else None


def _plain(words: str) -> str:
    """Return the words in lower case with one blank between them: "per cent" for "-Per-Cent"."""
    return re.sub("[ -]+", " ", words.lower())
