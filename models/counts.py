"""How many there are of something, in words."""

from collections.abc import Callable

from models.entities import Article, Claim, Number, Record, Speaker
from models.translation import _, counted

_COUNTS: dict[type[Record], Callable[[int], str]] = {
    Article: lambda count: counted("{count:,} article", "{count:,} articles", count),
    Claim: lambda count: counted("{count:,} claim", "{count:,} claims", count),
    Number: lambda count: counted("{count:,} number", "{count:,} numbers", count),
    Speaker: lambda count: counted("{count:,} speaker", "{count:,} speakers", count),
}


def count_of(kind: type[Record], count: int) -> str:
    """Return how many records of a kind there are: "1 claim", "1,204 articles"."""
    return _COUNTS[kind](count)


def claims_and_numbers(claims: int, numbers: int) -> str:
    """Return how many there are of both, without those of which there are none: "2 claims and 1 number"."""
    if claims and numbers:
        both = _("{claims} and {numbers}")
        return both.format(claims=count_of(Claim, claims), numbers=count_of(Number, numbers))
    return count_of(Claim, claims) if claims else count_of(Number, numbers) if numbers else ""
