"""Words and short forms in many languages that multiply the figure before them: "million", "mln", "Mrd.", "crore"."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from models.text.phrases import any_of
from models.text.word_lists import word_list

_GRAND = r"grand(?! +(?:prix|slam|jury|juries|piano|pianos|final|finals|total|national|tour|old|finale|master|[A-Z]))"
_MILL = (
    r"mill(?=\.? *(?:$|[^\w\s]|€|\$|[a-z]))(?! +(?:workers?|hands?|owners?|towns?|sites?|levy|rate|races?|closures?))"
)
_LETTERS = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
_OF_MONEY = _LETTERS | {"mm": 10**6, "bil": 10**9, "bill": 10**9, "cr": 10**7, "l": 10**5}
_SHORT = _OF_MONEY | {"mil": 10**6}
_SHORT_FORM = re.compile(rf"(?P<gap> ?)(?P<short>{any_of(_SHORT)})(?![\w'/])", re.IGNORECASE)
_MAY_SCALE = re.compile(
    r"(?: +|-)?(?!\w*[iaí]re?s?(?!\w)|millen|millipede|million-)"
    r"(?:m[iy]l+[ijlhy]*[oóõöåaáàã](?!\w*gram|\w*met|\w*lit)|b[iy]l+[ijlhy]+[oóõöåaáàã](?!\w*rd)|bil[jhy]?[oóõ]n|\w{0,9}illion|\w{0,9}ill?i[ao]rd(?!s?(?!\w))|\w{0,9}illones|"
    r"bilh|tr[iy]l+[ijlhy]*[oóõöå]|quadrill|quintill|m[lr]r?d[sz]?(?!\w)|ml?ln|bln|trln|трил|тыс|млн|млрд|мільй|"
    r"(?-i:[KM]|kt)(?![\w'/]))\w*",
    re.IGNORECASE,
)
_FOLLOWS_METRES = (
    r"(?: +|-)(?:wide|tall|deep|high|long|thick|away|from(?! +[£$€]?[0-9])|above|below|under|"
    r"sprint|race|hurdles|freestyle|dash|"
    r"relay|butterfly|backstroke|breaststroke|final|medley|title|victory|record|champion|championship|gold|silver|bronze|"
    r"medal|runner|sprinter|event|heat|pool|track|indoor|outdoor|world|individual|steeplechase|crown|"
    r"of(?! +(?:its|their|his|her|our|my|your|the|these|those|them|us|which)(?!\w)))(?!\w)"
)
_METRES = re.compile(_FOLLOWS_METRES, re.IGNORECASE)
_METRES_BEFORE = re.compile(
    r"(?<!\w)(?:(?:height|clearance|jump|leap|throw|distance|depth|width|length|altitude) of +(?:[a-z]+ +)?[0-9.]+|"
    r"(?:the|men's|women's) +(?:60|100|200|400|800))$"
)
"""What is measured in metres: a height, or the distance of a race."""
_RUN = re.compile(r" +(?:run|runs|race|races|walk|runner|runners|fun)(?!\w)")
_FULL_STOP = re.compile(r"\.(?= +\S)")
_NO_COUNT_OF_MILLIONS = 1000
"""Nobody prints "3,000m" for three billion: from this value on, "m" means metres."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The factor for a figure, and where its words end."""

    factor: int
    end: int


def scale_sign(factor: int) -> str:
    """Return the sign, from the private use area, that stands for a factor in words of another language."""
    return chr(0xE000 + len(str(factor)))


@cache
def forms(language: str | None = None) -> dict[str, int]:
    """Return the forms of one language, or of all if it is None, in lower case with their factors."""
    known = dict[str, int]()
    for (factor, *_), languages, words in word_list("scales"):
        if (language in languages[0].split()) if languages else language is None:
            for word in words:
                known |= {form.lower(): int(factor) for form in (word, word.removesuffix("."))}
    return known


@cache
def _words() -> re.Pattern[str]:
    words = [form for form in forms(None) if form != "mill" and form[-1] != "."]
    signs = "".join(_signs())
    return re.compile(
        rf"(?: +|-)?(?:(?P<word>{any_of(words)}|{_GRAND}|{_MILL})(?!\w)"
        rf"|(?P<sign>[{signs}千百万萬億亿兆만억조]))",
        re.IGNORECASE,
    )


@cache
def _signs() -> dict[str, int]:
    return {scale_sign(factor): factor for factor in forms(None).values()}


def read_scale(text: str, at: int) -> Scale | None:
    """Read a word that multiplies the amount that ends at `at`: "million", "mln", "Milliarden", "grand"."""
    found = _words().match(text, at)
    if found is None:
        return None
    word = (found["word"] or found["sign"]).lower().rstrip(".")
    factor = 1000 if word == "grand" else forms(None).get(word) or _signs().get(word)
    # "5 mln. euros", but "5 million. Then ...".
    end = found.end() + (f"{word}." in forms(None) and _FULL_STOP.match(text, found.end()) is not None)
    return Scale(factor, end) if factor else None


def read_short_scale(text: str, at: int, value: Fraction, *, money: bool, typed: bool) -> Scale | None:
    """Read one or two letters that multiply the figure that ends at `at`: "5m", "$1.8 B", "2.5 k".

    After a sign of `money`, and in text that was `typed` into a cell, "m" is a million even if it could be metres.
    """
    short = _SHORT_FORM.match(text, at)
    if short is None or not text[at - 1].isdigit():
        return None
    letters = short["short"].lower()
    money = money or text[short.end() : short.end() + 2].strip()[:1] in ("€", "£", "$")
    if not (money or typed) and (value >= _NO_COUNT_OF_MILLIONS or letters not in (*_LETTERS, "mil")):
        return None
    if letters in ("mm", "l", "cr", "bil", "bill") and not money:
        return None
    if letters == "l" and short["short"] == "l":
        return None
    return Scale(_SHORT[letters], short.end()) if _is_scale(text, short, money=money, typed=typed) else None


def may_scale(text: str, at: int) -> bool:
    """Return whether what follows a figure looks like an unknown scale word, in which case the figure is not read."""
    return _MAY_SCALE.match(text, at) is not None


def _is_scale(text: str, short: re.Match[str], *, money: bool, typed: bool) -> bool:
    """Return whether "m", "k", "b" or "t" multiplies here; they can also be metres, kelvin, bits and tonnes."""
    letters = short["short"].lower()
    if money or typed or len(letters) > 1:
        return money or letters != "t"
    if letters == "k":
        return not _RUN.match(text, short.end()) and (not short["gap"] or short["short"] == "k")
    if letters == "b" and (short["short"] == "B" or not short["gap"]):
        return True
    if letters != "m" or short["gap"] or _METRES.match(text, short.end()):
        return False
    return _METRES_BEFORE.search(text, max(0, short.start() - 40), short.start()) is None
