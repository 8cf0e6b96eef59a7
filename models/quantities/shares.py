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
_HALF = re.compile(
    rf"(?<!\w)(?<!first )(?<!second )(?<!other )(?:(?:a|one)[ -]+)?half{_NOT_HALF}|"
    rf"(?<!\w)(?:a +|one[ -]+)(?P<part>{any_of(PARTS)})(?![\w-]){_ENDS_A_SHARE}|"
    rf"(?<!\w)(?P<over>{any_of(ONES[:21])})[ -]+(?P<parts>{any_of(f'{part}s' for part in PARTS)}|halves)(?!\w)|"
    r"(?<!\w)(?P<bare>quarter|third|fifth)(?= +of +(?:a|the|all|its|their)\b)",
    re.IGNORECASE,
)
_OF_A_SCALE = re.compile(
    r"(?:(?: +of)? +an? +|-a-|-)(?P<scale>hundred|thousand|million|billion|trillion|dozen|lakh|crore)\b", re.IGNORECASE
)
_BEFORE_A_SCALE = re.compile(
    r"(?<!\w)(?:an? +)?(?P<part>half|quarter)(?=[ -]+(?:million|billion|trillion)\b)", re.IGNORECASE
)


def read_share(text: str, at: int) -> Amount | None:
    """Read the share that begins at `at`, or return None; "half a million" is an amount, not a share."""
    if bare := _BEFORE_A_SCALE.match(text, at):
        return Amount(Fraction(1, PARTS.get(bare["part"].lower(), 2)), bare.end())
    found = _HALF.match(text, at)
    if found is None:
        return None
    part = (found["part"] or found["bare"] or (found["parts"] or "halfs").removesuffix("s")).lower()
    over = ONES.index(found["over"].lower()) if found["over"] and found["over"].lower() in ONES else 1
    if part not in PARTS and part != "halve":
        return None
    share = Amount(Fraction(over, PARTS.get(part, 2)), found.end(), share=True)
    if scale := _OF_A_SCALE.match(text, share.end):
        size = SCALES.get(scale["scale"].lower(), 1)
        return Amount(share.mantissa, scale.end(), scale=size)
    return share
