"""Write German number words as figures of the same length, so that the rules for figures read them.

"zwölf" becomes "00012" and "ein Drittel" "00000001/3"; what gives only a size, such as "Hunderte", becomes a run of
one sign. Words that may be something else are left as they are: "ein" and "eine" alone, and nouns such as "die Elf".
"""

import re

from models.quantities.number_words import vague_sign, value_in_words
from models.text.phrases import any_of

_SMALL = "null ein zwei zwo drei vier fünf sechs sieben acht neun zehn elf zwölf sechzehn siebzehn"
_TENS = "zwanzig dreißig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig"
_WORD = f"(?P<word>{any_of(f'{_SMALL} {_TENS} hundert tausend und'.split())}+)"
_NOT_ALONE = frozenset({"ein", "und"})
_PARTS = {"drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "achtel": 8, "zehntel": 10}
_PART = f"(?P<over>ein(?:e[mn])?|zwei|drei|vier|fünf|sieben|neun) +(?P<part>{any_of(_PARTS)})s?"
_OF_A_MATCH = "".join(
    f"(?<!{which}{end} )" for which in ("erste", "zweite", "letzte", "andere") for end in ("", "n", "r")
)
_ONE = "ein(?:e[mnrs]?)?"
_WITH_HALF = "(?P<ones>ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)einhalb|(?P<one_and_half>anderthalb)"
_NUMBER = re.compile(
    rf"(?<![\w-])(?:(?P<half>(?:die +)?{_OF_A_MATCH}Hälfte)|{_PART}|(?P<some_half>{_ONE} +halbe[mnrs]?)|{_WITH_HALF}|"
    rf"(?P<dozens>{_ONE}|zwei|drei|vier|[0-9]{{1,2}}) +Dutzend|"
    rf"(?P<one>{_ONE})(?= +(?:Million|Milliarde|Billion)(?!\w))|{_WORD})"
    r"(?![\w-])",
    re.IGNORECASE,
)
_FIXED = {"half": "1/2", "some_half": "0.5", "one_and_half": "1.5", "one": "1"}
_SIZES = {
    "dutzend": 12,
    "hundert": 10**2,
    "tausend": 10**3,
    "zehntausend": 10**4,
    "hunderttausend": 10**5,
    "million": 10**6,
    "milliarde": 10**9,
    "billion": 10**12,
}
_SIZE = rf"(?P<size>{any_of(_SIZES)})"
_SEVERAL = re.compile(
    rf"(?<![\w-])(?:mehrere|einige|viele|(?:ein +)?paar) +{_SIZE}(?:e?n|e[nr]?)?(?![\w-])", re.IGNORECASE
)
_MANY = re.compile(
    rf"(?<![\w-])(?:(?P<times>dutzend|hundert|tausend|zehntausend)e[nr]? +(?:von +)?)?{_SIZE}"
    r"(?:(?<=d)e[nr]?|(?<=t)e[nr]?|(?<=e)n|(?<=n)en)(?: +von(?= +(?-i:[A-ZÄÖÜ])))?(?![\w-])",
    re.IGNORECASE,
)
_AFTER_A_FIGURE = re.compile(r"[0-9½⅓¼¾][ -]?$")
_BEGINS_A_SENTENCE = re.compile(r"(?:^|[.!?:;\n])[ „“\"»‚'(]*$")
_BEFORE = 8
"""Characters before a word that are examined."""


def in_figures(text: str) -> str:
    """Return the German text with its number words as figures with leading zeros; offsets stay the same."""
    text = _SEVERAL.sub(_as_sizes, text)
    text = _NUMBER.sub(_as_figure, text)
    return _MANY.sub(lambda found: found[0] if _follows(_AFTER_A_FIGURE, found) else _as_sizes(found), text)


def _as_sizes(found: re.Match[str]) -> str:
    times = found.groupdict().get("times") or ""
    return vague_sign(_SIZES[found["size"].lower()] * _SIZES.get(times.lower(), 1)) * len(found[0])


def _as_figure(found: re.Match[str]) -> str:
    figure = _figure(found)
    return found[0] if figure is None or len(figure) > len(found[0]) else figure.rjust(len(found[0]), "0")


def _figure(found: re.Match[str]) -> str | None:
    """Return the figure for a number in words, with a decimal point or a slash; None if it may be something else."""
    if fixed := next((figure for name, figure in _FIXED.items() if found[name]), None):
        return fixed
    if found["ones"]:
        return f"{_value(found['ones'])}.5"
    if found["dozens"]:
        return str(12 * (int(found["dozens"]) if found["dozens"].isdigit() else _value(found["dozens"])))
    if found["part"]:
        return f"{_value(found['over'])}/{_PARTS[found['part'].lower()]}"
    return _word(found)


def _word(found: re.Match[str]) -> str | None:
    word = found["word"]
    if word.lower() in _NOT_ALONE or _follows(_AFTER_A_FIGURE, found):
        return None
    if word[0].isupper() and not _follows(_BEGINS_A_SENTENCE, found):
        return None  # a noun, such as "die Elf"
    value = value_in_words(word.lower(), "de")
    return None if value is None else str(value)


def _value(word: str) -> int:
    """Return the value of a word below eleven; the forms of "ein" are 1."""
    return value_in_words(word.lower(), "de") or 1


def _follows(what: re.Pattern[str], found: re.Match[str]) -> bool:
    """Return whether something is directly before a match."""
    return what.search(found.string, max(0, found.start() - _BEFORE), found.start()) is not None
