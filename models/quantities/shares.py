"""Parts of something: "half", "two-thirds", "a quarter", "one in five"."""

import re
from fractions import Fraction

from models.quantities.amounts import ONES, SCALES, Amount
from models.text.phrases import any_of

PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "fifteenth": 15,
    "sixteenth": 16,
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "hundredth": 100,
    "thousandth": 1000,
}

_ENDS_A_SHARE = (
    r"(?= *$| *[^\w\s-]| +(?:of|or|the|that|more|less|fewer|higher|lower|larger|smaller|bigger|as|to|from|a|an|in)\b)"
)
_NOT_HALF = (
    r"(?!\w|-(?!hour|day|year|mile|minute|month|week|million|billion|dozen|century|point|"
    r"acre|marathon|inch|pound|cent|percent|per|litre|and|a-dozen|an-hour|a-million))"
)
_HALVES_NOTHING = r"(?! +(?:times?|terms?|way|backs?|brothers?|sisters?|mast|board)(?!\w))"
_ORDINALS = "first second third fourth last final this next same each every opening closing"
_NOT_THE_THIRD = "".join(f"(?<!{word} )" for word in _ORDINALS.split())
_HALF = re.compile(
    rf"(?<!\w)(?<!first )(?<!second )(?<!other )(?:(?:a|one)[ -]+)?half{_NOT_HALF}{_HALVES_NOTHING}|"
    rf"(?<!\w)(?:a +|one[ -]+)(?P<part>{any_of(PARTS)})(?![\w-]){_ENDS_A_SHARE}|"
    rf"(?<!\w)(?P<over>{any_of(ONES[:21])})[ -]+(?P<parts>{any_of(f'{part}s' for part in PARTS)}|halves)(?!\w)|"
    rf"(?<!\w){_NOT_THE_THIRD}(?P<bare>quarter|third|fifth)(?= +of +(?:a|the|all|its|their)\b)",
    re.IGNORECASE,
)
_OF_A_SCALE = re.compile(
    r"(?:(?: +of)? +an? +|-a-|-)(?P<scale>hundred|thousand|million|billion|trillion|dozen|lakh|crore)\b", re.IGNORECASE
)
_BEFORE_A_SCALE = re.compile(
    r"(?<!\w)(?:an? +)?(?P<part>half|quarter)(?=[ -]+(?:million|billion|trillion)\b)", re.IGNORECASE
)


_PAST = re.compile(r"(?<!\w)(?:past|last|first|next|previous|final|consecutive|successive|straight) +$", re.IGNORECASE)
_OF_A_TREND = re.compile(
    r" +of +(?:[a-z]+ +)?"
    r"(?:growth|contraction|declines?|losses|profits?|expansion|recession|shrinking|falling|rising)(?!\w)"
)


def _is_time(text: str, at: int, end: int, part: str, over: int) -> bool:
    """Return whether quarters are those of a year: "two quarters", "the past three quarters"."""
    if part != "quarter":
        return False
    return over == 2 or _PAST.search(text, max(0, at - 20), at) is not None or _OF_A_TREND.match(text, end) is not None


def read_share(text: str, at: int) -> Amount | None:
    """Read the share that begins at `at`, or return None; "half a million" is an amount, not a share."""
    if bare := _BEFORE_A_SCALE.match(text, at):
        return Amount(Fraction(1, PARTS.get(bare["part"].lower(), 2)), bare.end())
    found = _HALF.match(text, at)
    if found is None:
        return None
    part = (found["part"] or found["bare"] or (found["parts"] or "halfs").removesuffix("s")).lower()
    over = ONES.index(found["over"].lower()) if found["over"] and found["over"].lower() in ONES else 1
    if (part not in PARTS and part != "halve") or (found["over"] and _is_time(text, at, found.end(), part, over)):
        return None
    share = Amount(Fraction(over, PARTS.get(part, 2)), found.end(), share=True)
    if scale := _OF_A_SCALE.match(text, share.end):
        size = SCALES.get(scale["scale"].lower(), 1)
        return Amount(share.mantissa, scale.end(), scale=size)
    return share
