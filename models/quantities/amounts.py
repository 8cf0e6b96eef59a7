"""A bare amount, before any unit, and the words that scale it."""

from dataclasses import dataclass
from fractions import Fraction

_SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_LARGER = "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
ONES = tuple(f"{_SMALL} {_LARGER}".split())
"""The number words below a hundred, except those joined by a hyphen; the first 21 are at the index of their value."""

SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "lakh": 10**5,
    "crore": 10**7,
    "dozen": 12,
}
"""Words that multiply the amount before them."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount and where it ends; `scale` is the factor of its last scale word.

    A share is a part of something ("half"); a vague amount gives only a size ("thousands", "several hundred").
    """

    mantissa: Fraction
    end: int
    scale: int = 1
    share: bool = False
    vague: bool = False

    @property
    def value(self) -> Fraction:
        """Return the amount itself."""
        return self.mantissa * self.scale
