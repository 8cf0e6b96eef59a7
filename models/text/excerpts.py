"""The words of a text as they are quoted elsewhere: those of several ranges, or shortened."""

from collections.abc import Iterable

from models.text.ranges import Range

GAP = " […] "
"""What separates the parts of a claim when its words are shown or published."""


def words_at(text: str, ranges: Iterable[Range]) -> str:
    """Return the exact words of some ranges of a text, with a gap between them."""
    return GAP.join([text[start:end] for start, end in ranges])


def shortened(words: str, most: int) -> str:
    """Return the first code points of a text, at most `most`, with " …" if others are left out."""
    return words if len(words) <= most else f"{words[:most].rstrip()} …"
