"""Amounts in figures: thousands separated by commas, blanks or apostrophes, decimals, "1/2" and "½".

"2.000" is two with three decimals, as in English; "2.000.000" and "2,5" can only be continental and are read so. A
figure in a name, a date, a time, a score or an address is not an amount.
"""

import re
from dataclasses import replace
from fractions import Fraction

from models.quantities.amounts import Amount

_GLYPHS = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}

_FIGURE = re.compile(
    r"""(?P<minus> -\ ? | (?:minus|negative)[\ -]+ | \+ )?
    (?: (?P<mixed> [0-9]{1,3} (?:(?P<part>[ .'])[0-9]{3} (?:(?P=part)[0-9]{3}){0,8}) ,[0-9]{1,2} )
      | (?P<grouped> [0-9]{1,3} (?P<comma>[ ,']) [0-9]{3} (?:(?P=comma)[0-9]{3}){0,8} (?:\.[0-9]{1,20})? )
      | (?P<lakhs> [0-9]{1,2} (?:,[0-9]{2}){1,6} ,[0-9]{3} (?:\.[0-9]{1,20})? )
      | (?P<dotted> [0-9]{1,3} (?:\.[0-9]{3}){2,8} )
      | (?P<continental> [0-9]{1,25},[0-9]{1,2} )
      | (?P<plain> [0-9]{1,40} (?:\.[0-9]{1,40})? | \.[0-9]{1,40} )
    )
    (?: e(?P<exponent>[-+]?[0-9]{1,3}) | \ ?[×x]\ ?10(?:\^(?=[-+]?[0-9])|(?=[-+]))(?P<power>[-+]?[0-9]{1,2})
      | \ ?[×x]\ ?10(?P<raised>⁻?[⁰¹²³⁴-⁹]{1,2}) )?
    (?! [0-9] | [.,:/][0-9] )""",
    re.VERBOSE | re.IGNORECASE,
)
_LARGEST_POWER = 30
_SLASH = re.compile(r"(?P<over>0*[0-9]{1,2})/(?P<under>10|100|[2-9])(?![\w/])(?!-[0-9])")


_RAISED = re.compile("(?P<minus>⁻?)(?P<digits>[⁰¹²³⁴-⁹]+)")
_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_MODEL_AFTER = re.compile(
    r"[0-9]{1,3}(?= 7[0-8]7(?: Max| MAX| Dreamliner| jets?| aircraft| planes?| airliners?|s\b|-[0-9]00))"
)


def read_figure(text: str, at: int, *, money: bool = False) -> Amount | None:
    """Read the figure that begins at `at`, or return None; raised digits after it are the cents of `money`, or a
    footnote.
    """
    if model := _MODEL_AFTER.match(text, at):
        return Amount(Fraction(int(model[0])), model.end())
    amount = _read_figure(text, at)
    raised = _RAISED.match(text, amount.end) if amount else None
    return _with_raised(text, at, amount, raised, money=money) if amount and raised else amount


def _with_raised(text: str, at: int, amount: Amount, raised: re.Match[str], *, money: bool) -> Amount | None:
    digits = int(raised["digits"].translate(_RAISED_DIGITS))
    whole = amount.value.denominator == 1 and "." not in text[at : amount.end]
    if text[at : amount.end] == "10":
        if digits > _LARGEST_POWER:
            return None
        return Amount(Fraction(10) ** (-digits if raised["minus"] else digits), raised.end())
    if money and whole and len(raised["digits"]) == 2:
        return replace(amount, mantissa=amount.mantissa + Fraction(digits, 100), end=raised.end())
    is_note = amount.value >= 100 or not whole or text[raised.end() : raised.end() + 1] in (" ", "%")
    return replace(amount, end=raised.end()) if is_note and not raised["minus"] else None


def _read_figure(text: str, at: int) -> Amount | None:
    if part := _read_part(text, at):
        return part
    if text[at : at + 1] == "-" and (part := _read_part(text, at + 1)):
        return replace(part, mantissa=-part.mantissa)
    found = _FIGURE.match(text, at)
    if found is None:
        return None
    power = found["exponent"] or found["power"] or (found["raised"] or "0").translate(_RAISED_DIGITS)
    value = Fraction(f"{_digits(found)}e{power}")
    negative = found["minus"] is not None and found["minus"].strip() != "+"
    return Amount(-value if negative else value, found.end())


def read_part_after(text: str, at: int) -> Amount | None:
    """Read the fraction that belongs to the whole figure before it: the "½" of "2½", the "1/2" of "2 1/2"."""
    return _read_part(text, at) or (_read_part(text, at + 1) if text[at : at + 1] in (" ", "-") else None)


def _digits(found: re.Match[str]) -> str:
    if found["mixed"]:
        return found["mixed"].replace(found["part"], "").replace(",", ".")
    if found["dotted"]:
        return found["dotted"].replace(".", "")
    if found["continental"]:
        return found["continental"].replace(",", ".")
    return (found["plain"] or found["lakhs"] or found["grouped"].replace(found["comma"], "")).replace(",", "")


def _read_part(text: str, at: int) -> Amount | None:
    if at < len(text) and text[at] in _GLYPHS:
        return Amount(Fraction(*_GLYPHS[text[at]]), at + 1, share=True)
    slash = _SLASH.match(text, at)
    if slash is None or int(slash["over"]) >= int(slash["under"]):
        return None
    return Amount(Fraction(int(slash["over"]), int(slash["under"])), slash.end(), share=True)
