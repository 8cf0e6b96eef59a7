"""Words for people: counts with their noun, and stretches of a text as one."""

from collections.abc import Iterable

GAP = " […] "
"""What stands between the stretches of one claim where its words are shown or published."""


def plural(count: int, noun: str) -> str:
    """ "1 claim", "2 claims", "1,204 articles"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def words_at(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    """The exact words of some ranges of a text (code points, half-open), with a gap between them."""
    return GAP.join([text[start:end] for start, end in ranges])


def shortened(words: str, most: int) -> str:
    """The first code points of a text, at most so many, with " …" where others are left out."""
    return words if len(words) <= most else f"{words[:most].rstrip()} …"
