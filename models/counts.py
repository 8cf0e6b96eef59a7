"""Counts of records, in words."""

from collections.abc import Callable

from models.entities import (
    Alias,
    Anchor,
    Answer,
    Article,
    Boilerplate,
    Choice,
    Claim,
    Dismissed,
    Drawn,
    Export,
    Number,
    Property,
    Record,
    Sample,
    SiteLine,
    Span,
    Speaker,
    Variable,
    View,
    Word,
)
from models.translation import _, counted

_COUNTS: dict[type[Record], Callable[[int], str]] = {
    Article: lambda count: counted("{count:,} article", "{count:,} articles", count),
    Claim: lambda count: counted("{count:,} claim", "{count:,} claims", count),
    Number: lambda count: counted("{count:,} number", "{count:,} numbers", count),
    Speaker: lambda count: counted("{count:,} speaker", "{count:,} speakers", count),
    Variable: lambda count: counted("{count:,} variable", "{count:,} variables", count),
    Choice: lambda count: counted("{count:,} choice", "{count:,} choices", count),
    Answer: lambda count: counted("{count:,} answer", "{count:,} answers", count),
    Span: lambda count: counted("{count:,} marked place", "{count:,} marked places", count),
    Boilerplate: lambda count: counted("{count:,} line of boilerplate", "{count:,} lines of boilerplate", count),
    Alias: lambda count: counted("{count:,} alias", "{count:,} aliases", count),
    Anchor: lambda count: counted("{count:,} example", "{count:,} examples", count),
    View: lambda count: counted("{count:,} view", "{count:,} views", count),
    Export: lambda count: counted("{count:,} export with a name", "{count:,} exports with a name", count),
    SiteLine: lambda count: counted("{count:,} line of a site", "{count:,} lines of sites", count),
    Sample: lambda count: counted("{count:,} sample", "{count:,} samples", count),
    Drawn: lambda count: counted("{count:,} drawn article", "{count:,} drawn articles", count),
    Property: lambda count: counted("{count:,} fact about the project", "{count:,} facts about the project", count),
    Dismissed: lambda count: counted("{count:,} dismissal", "{count:,} dismissals", count),
    Word: lambda count: counted("{count:,} word of the project", "{count:,} words of the project", count),
}


def count_of(kind: type[Record], count: int) -> str:
    """Return the number of records of a kind in words: "1 claim", "1,204 articles"."""
    return _COUNTS[kind](count)


def claims_and_numbers(claims: int, numbers: int) -> str:
    """Return both counts in words, without a count of zero: "2 claims and 1 number"."""
    if claims and numbers:
        both = _("{claims} and {numbers}")
        return both.format(claims=count_of(Claim, claims), numbers=count_of(Number, numbers))
    return count_of(Claim, claims) if claims else count_of(Number, numbers) if numbers else ""
