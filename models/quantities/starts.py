"""Find where in a text a quantity may begin: a quick look at each word, so that a long text can be read in one go."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from models.quantities.amounts import ONES, SCALES
from models.quantities.dates_and_times import is_of_a_date
from models.quantities.number_words import VAGUE_SIGNS
from models.quantities.qualifiers import LEADING_PHRASES, read_lead
from models.quantities.units import money_signs

_TOKEN = re.compile(
    r"(?<![^\W\u0e00-\u0eff\u3040-\u9fff\uac00-\ud7af])(?<![0-9][.,:/'-])(?<![^\W\d_]-)(?<![^\W\d_]\.)"
    r"(?:[0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|(?P<word>sub(?=-[0-9])|[^\W\d_]+)|\.(?=[0-9])|-(?=[^\s\w]?\.?[0-9])|(?P<sign>[^\w\s.,:;'\"()/-]))"
)
_OTHERS = (
    "a an one another minus negative half quarter third fifth several few many couple pair tens dozens scores hundreds "
    "thousands lakhs millions crores billions trillions twice double thrice triple quadruple doubled doubling tripled "
    "tripling trebled trebling quadrupled quadrupling quintupled halved halving nought naught"
)


@cache
def _of_amounts() -> frozenset[str]:
    """Return the first words of amounts in words."""
    return _first_words((*_OTHERS.split(), *ONES, *SCALES))


@cache
def _of_leads() -> frozenset[str]:
    """Return the first words of what stands before an amount: "in", of "in excess of"."""
    return _first_words(LEADING_PHRASES)


def _first_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(re.split(r"[ .-]", phrase.lower())[0] for phrase in phrases)


@cache
def _first_of_money() -> frozenset[str]:
    return frozenset(found[0] for sign in money_signs() if (found := re.match(r"[^\W\d_]+", sign)))


@cache
def _signs() -> frozenset[str]:
    return frozenset(
        phrase[0] for phrase in (*LEADING_PHRASES, *money_signs(), *VAGUE_SIGNS, "+") if not phrase[0].isalnum()
    )


def starts(text: str, *, words: bool = True) -> Iterator[int]:
    """Yield every offset of the plain text at which a quantity may begin; days and years of dates are left out.

    The `words` of the rules are English: without them only figures and the signs before them begin a quantity.
    """
    for token in _TOKEN.finditer(text):
        word, sign, at = token["word"], token["sign"], token.start()
        if word is not None and not (_is_money(text, token) or (words and _may_begin(text, at, word.lower()))):
            continue
        if sign is not None and sign not in _signs():
            continue
        if not (text[at].isdigit() and is_of_a_date(text, at, english=words)):
            yield at


def _is_money(text: str, token: re.Match[str]) -> bool:
    """Return whether a word may be a sign of money: a known one, or capitals directly before a figure."""
    word, end = token["word"], token.end()
    return word in _first_of_money() or (len(word) <= 4 and word.isupper() and text[end : end + 1].isdigit())


def _may_begin(text: str, at: int, word: str) -> bool:
    """Return whether a word may begin an amount, or begins what stands before one."""
    return word in _of_amounts() or word.endswith("fold") or (word in _of_leads() and read_lead(text, at).end > at)
