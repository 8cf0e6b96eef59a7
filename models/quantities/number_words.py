"""Amounts in words: "twenty-one" by text2num, and words that give only a size ("dozens", "several hundred")."""

import re
from dataclasses import replace
from fractions import Fraction

from text_to_num import text2num  # type: ignore[import-untyped]

from models.quantities.amounts import ONES, SCALES, Amount
from models.text.phrases import any_of, whole

_NUMBER_WORD = any_of([*ONES, "hundred", "thousand", "million", "billion", "trillion"])
_RUN = re.compile(
    rf"(?<!\w)(?P<minus>(?:minus|negative)[ -]+)?"
    rf"(?P<words>(?:an? +(?=(?:hundred|thousand|million|billion|trillion)\b))?"
    rf"{_NUMBER_WORD}(?!\w)(?:(?: +and +| +|-){_NUMBER_WORD}(?!\w)){{0,15}})",
    re.IGNORECASE,
)
_AND_AT_END = re.compile(r"(?: +and)? *$", re.IGNORECASE)
_DOZEN = re.compile(whole(r"(?:an? +|another +)?dozen"), re.IGNORECASE)
_COUPLE = re.compile(
    r"(?<!\w)(?:a +(?:couple|pair)(?!\w)(?: +of(?!\w)(?! +the(?!\w)))?|couple +of(?!\w))", re.IGNORECASE
)


_SCORE = re.compile(
    rf"(?<!\w)(?P<times>an?|{any_of(ONES[2:10])})[ -]score(?:(?: +and +|-and-)(?P<rest>{any_of(ONES[1:20])})(?![\w-])|"
    r"(?= +(?:of|years?)\b| *$))",
    re.IGNORECASE,
)
_POINT = re.compile(rf" +point(?P<digits>(?:[ -]+(?:oh|{any_of(ONES[:10])})(?!\w))+)", re.IGNORECASE)
_NOUGHT = re.compile(r"(?<!\w)n(?:ou|au)ght(?= +point)", re.IGNORECASE)
_BARE_SCALE = re.compile(r"(?:hundred|thousand|million|billion|trillion)s?(?!\w)", re.IGNORECASE)
_FIGURE_BEFORE = re.compile(r"(?:[0-9]|\w[0-9.,]*[0-9]|[+.,])[ -]?$|[^\W_]-$|\bper $", re.IGNORECASE)


def read_words(text: str, at: int) -> Amount | None:
    """Read the number words that begin at `at`, with decimals as in "one point two"; None if there are none."""
    if score := _SCORE.match(text, at):
        times = ONES.index(score["times"].lower()) if score["times"].lower() in ONES else 1
        return Amount(Fraction(20 * times + (ONES.index(score["rest"].lower()) if score["rest"] else 0)), score.end())
    if _BARE_SCALE.match(text, at) and _FIGURE_BEFORE.search(text[max(0, at - 12) : at]):
        return None
    nought = _NOUGHT.match(text, at)
    amount = Amount(Fraction(0), nought.end()) if nought else _read_run(text, at)
    if amount is None or amount.scale != 1 or not (point := _POINT.match(text, amount.end)):
        return amount
    digits = "".join(
        str(ONES.index("zero" if w == "oh" else w)) for w in re.findall(r"[a-z]+", point["digits"].lower())
    )
    return replace(amount, mantissa=amount.mantissa + Fraction(int(digits), 10 ** len(digits)), end=point.end())


def _read_run(text: str, at: int) -> Amount | None:
    if dozen := _DOZEN.match(text, at):
        return Amount(Fraction(1), dozen.end(), scale=12)
    if couple := _COUPLE.match(text, at):
        return Amount(Fraction(2), couple.end())
    run = _RUN.match(text, at)
    if run is None:
        return None
    start, end = run.span("words")
    while end > start:
        words = text[start:end]
        value = _value_of(words)
        if value is not None:
            last = re.split(r"[ -]", words.lower())[-1]
            scale = SCALES.get(last, 1)
            return Amount(Fraction(-value if run["minus"] else value, scale), end, scale=scale)
        end = start + max(words.rfind(" "), words.rfind("-"), 0)
        end = start + len(_AND_AT_END.sub("", text[start:end]))
    return None


def _value_of(words: str) -> int | None:
    """Return the value of number words, or None if they are not one number ("five six")."""
    plain = re.sub(r" +", " ", words.lower()).removesuffix(" and").strip()
    return value_in_words(re.sub(r"^an? ", "one ", plain), "en")


def value_in_words(words: str, language: str) -> int | None:
    """Return the value of number words in lower case, of a language that text2num knows (ISO 639-1); None if they
    are not one number.
    """
    try:
        return int(text2num(words, language))
    except ValueError:
        return None


_SEVERAL = re.compile(
    whole(r"(?:several|(?:an? +)?few|many)") + r" +(?P<size>dozen|hundred|thousand|million|billion|trillion)s?\b",
    re.IGNORECASE,
)
_SIZES = re.compile(
    whole(r"(?:(?:many +|several +)?(?P<times>tens|dozens|hundreds|thousands|millions) +of +)?(?:many +|several +)?"
          r"(?P<size>dozens|(?:scores|tens)(?= +of\b)|hundreds|thousands|lakhs|millions|crores|billions|trillions)"),
    re.IGNORECASE,
)  # fmt: skip
_VAGUE = tuple(times * 10**power for times in (1, 12) for power in range(17))
VAGUE_SIGNS = "".join(chr(0xE800 + at) for at in range(len(_VAGUE)))
"""Signs for words of another language that give only a size, apart from those of scales and units (`scale_sign`)."""
_VAGUE_SIGN = re.compile(rf"([{VAGUE_SIGNS}])\1*")
_SIZE_OF = {"tens": 10, "scores": 20} | {f"{word}s": size for word, size in SCALES.items()}


def vague_sign(size: int) -> str:
    """Return the sign that stands for a size: a power of ten, or twelve times one."""
    return VAGUE_SIGNS[_VAGUE.index(size)]


def read_size(text: str, at: int) -> Amount | None:
    """Read a word that gives only a size, as the least that it can mean: "thousands" is 1000."""
    if (found := _SEVERAL.match(text, at)) and found["size"].lower() in SCALES:
        return Amount(Fraction(1), found.end(), scale=SCALES[found["size"].lower()], vague=True)
    if found := _VAGUE_SIGN.match(text, at):
        return Amount(Fraction(1), found.end(), scale=_VAGUE[VAGUE_SIGNS.index(found[1])], vague=True)
    found = _SIZES.match(text, at)
    if found is None or found["size"].lower() not in _SIZE_OF:
        return None
    times = _SIZE_OF.get((found["times"] or "").lower(), 1)
    return Amount(Fraction(times), found.end(), scale=_SIZE_OF[found["size"].lower()], vague=True)
