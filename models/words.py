"""Words for people: counts with their noun, and stretches of a text as one."""

from collections.abc import Callable, Iterable

from models.entities import Article, Claim, Number, Record, Speaker
from models.translation import counted

GAP = " […] "
"""What stands between the stretches of one claim where its words are shown or published."""


def plural(count: int, noun: str) -> str:
    """ "1 claim", "2 claims", "1,204 articles"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


_COUNTS: dict[type[Record], Callable[[int], str]] = {
    Article: lambda count: counted("{count:,} article", "{count:,} articles", count),
    Claim: lambda count: counted("{count:,} claim", "{count:,} claims", count),
    Number: lambda count: counted("{count:,} number", "{count:,} numbers", count),
    Speaker: lambda count: counted("{count:,} speaker", "{count:,} speakers", count),
}


def count_of(kind: type[Record], count: int) -> str:
    """Return how many records of a kind there are: "1 claim", "1,204 articles"."""
    return _COUNTS[kind](count)


def words_at(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    """The exact words of some ranges of a text (code points, half-open), with a gap between them."""
    return GAP.join([text[start:end] for start, end in ranges])


def shortened(words: str, most: int) -> str:
    """The first code points of a text, at most so many, with " …" where others are left out."""
    return words if len(words) <= most else f"{words[:most].rstrip()} …"
