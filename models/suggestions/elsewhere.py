"""Numbers as other languages print them, said in the signs that the rules of reading know, without moving a letter.

Most of Europe parts thousands by a point and decimals by a comma (Unicode CLDR, number symbols): "1.200" in a German
article is twelve hundred. Of words only the German ones are known.
"""

import re

from models.suggestions.phrases import Rule, any_of

_COMMA = "bg ca cs da de el es et fi fr hr hu id is it lt lv nb nl no pl pt ro ru sk sl sr sv tr uk"
COMMA_LANGUAGES = frozenset(_COMMA.split())
"""Languages whose comma is the decimal mark (ISO 639-1)."""

_BEFORE = {
    "~": "rund, etwa, circa, ungefähr",
    "≲": "knapp, fast, beinahe",
    ">": "mehr als, über",
    "≥": "mindestens, wenigstens",
    "<": "weniger als, unter",
    "≤": "höchstens, maximal, bis zu",
    "between": "zwischen",
}
_BEHIND = {
    "%": "prozent",
    "pp": "prozentpunkt, prozentpunkte, prozentpunkten",
    "million": "millionen",
    "billion": "milliarde, milliarden",
    "mio ": "mio.",
    "mrd ": "mrd.",
    "to": "bis",
    "and": "und",
}


def _known(table: dict[str, str]) -> dict[str, str]:
    return {phrase: sign for sign, phrases in table.items() for phrase in phrases.split(", ")}


_SIGNS = _known(_BEFORE) | _known(_BEHIND)
_MARK = Rule(r"(?<=[0-9])[.,](?=[0-9])")
_GERMAN = Rule(
    rf"(?<!\w){any_of(_known(_BEFORE))}(?= +[0-9])|(?<=[0-9] ){any_of(_known(_BEHIND))}(?!\w)", re.IGNORECASE
)


def in_known_signs(text: str, language: str | None) -> str:
    """Return the words of a number, levelled, with marks and signs that are known; every offset stays as it is."""
    if language not in COMMA_LANGUAGES:
        return text
    letters = list(text)
    for mark in _MARK.finditer(text):
        letters[mark.start()] = "," if mark[0] == "." else "."
    for word in _GERMAN.finditer(text) if language == "de" else ():
        sign = _SIGNS[word[0].lower()]
        # The blanks go where the rules expect some: between the figure and the sign.
        behind = text[word.start() - 2 : word.start() - 1].isdigit()
        letters[word.start() : word.end()] = sign.rjust(len(word[0])) if behind else sign.ljust(len(word[0]))
    return "".join(letters)
