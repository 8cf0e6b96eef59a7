"""Rewrite decimal-comma numbers (German and others) in the English notation that the parser reads; offsets stay the
same.

Most of Europe separates thousands by a point and decimals by a comma (Unicode CLDR, number symbols): "1.200" in a
German article is twelve hundred. Of other languages the words next to figures are known, from
`resources/words/elsewhere.txt`; German has words for the figures themselves too (`german_words.py`).
"""

import re
from dataclasses import dataclass
from functools import cache

from models.quantities.german_words import in_figures
from models.quantities.number_words import VAGUE_SIGNS
from models.quantities.scales import forms, scale_sign
from models.quantities.units import unit_sign
from models.text.phrases import any_of
from models.text.plain_signs import plain_signs
from models.text.word_lists import word_list

_COMMA = "bg ca cs da de el es et fi fr hr hu id is it lt lv nb nl no pl pt ro ru sk sl sr sv tr uk"
COMMA_LANGUAGES = frozenset(_COMMA.split())
"""Languages whose comma is the decimal mark (ISO 639-1)."""

_MARK = re.compile(r"(?<=[0-9])[.,](?=[0-9])")
_LINKS = {"to": "-", "and": "&", "between": "∈", "becomes": "→"}


def is_english(language: str | None) -> bool:
    """Return whether the rules know the words of the language; an unknown language is treated as English."""
    return language is None or language.partition("-")[0] == "en"


@dataclass(frozen=True, slots=True)
class _Known:
    """The words of one language before and after a figure, with the signs for them."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    word: re.Pattern[str]
    signs: dict[str, str]


def in_known_signs(text: str, language: str | None) -> str:
    """Return the words of a number with plain signs, marks and factors that the parser knows; offsets stay the same."""
    if is_english(language) or language is None:
        return text
    characters = list(text)
    if language in COMMA_LANGUAGES:
        for mark in _MARK.finditer(text):
            characters[mark.start()] = "," if mark[0] == "." else "."
    if language == "de":
        text = in_figures("".join(characters))
        characters = list(text)
    if known := _known(language):
        for word in known.before.finditer(text):
            characters[word.start() : word.end()] = known.signs[_plain(word[0])].ljust(len(word[0]))
        for run in known.after.finditer(text):
            for word in known.word.finditer(text, run.start(), run.end()):
                # The blanks go where the rules expect some: between the figure and the sign.
                characters[word.start() - 1] = " "
                characters[word.start() : word.end()] = known.signs[_plain(word[0])].rjust(len(word[0]))
    return "".join(characters)


@cache
def knows_to(language: str | None) -> bool:
    """Return whether the word that joins the two ends of a range is known in a language, so that no other does."""
    return any(
        sign == "to" and language in languages.split() for (languages, *_), (sign, *_), _ in word_list("elsewhere")
    )


@cache
def _known(language: str) -> _Known | None:
    before, after = dict[str, str](), dict[str, str]()
    for (languages, *_), (sign, *_), words in word_list("elsewhere"):
        if language in languages.split():
            place = before if sign == "between" or sign in "~≲>≥<≤" else after
            place |= {_plain(plain_signs(word)): _sign(sign) for word in words}
    after |= {_plain(plain_signs(word)): scale_sign(factor) for word, factor in forms(language).items()}
    if not after:
        return None
    word = rf"{any_of(after)}(?!\w)"
    passed = rf"(?:{word}|{any_of(forms())}(?!\w))"
    return _Known(
        re.compile(
            rf"(?<!\w){any_of(before)}(?= *(?:[$€£¥] ?)?[0-9{VAGUE_SIGNS}])" if before else r"(?!)", re.IGNORECASE
        ),
        re.compile(rf"(?<=[0-9%€$£{VAGUE_SIGNS}])(?:(?: +|-){passed})+", re.IGNORECASE),
        re.compile(rf"(?<=[ -]){word}", re.IGNORECASE),
        before | after,
    )


def _sign(meaning: str) -> str:
    return _LINKS.get(meaning) or unit_sign(meaning) or meaning


def _plain(words: str) -> str:
    return re.sub(" +", " ", words.lower())
