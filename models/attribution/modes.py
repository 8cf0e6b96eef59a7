"""Tell how a claim is reported: in quotation marks (direct), in the article's words (indirect), or both (mixed)."""

import re
from collections.abc import Iterator, Sequence

from models.entities import Mode
from models.text.quotations import quotations_around

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_NEARLY_ALL = 0.9
"""The share of quoted words from which a claim is direct: a stray "that" before the marks does not make it mixed."""


def mode_of(text: str, spans: Sequence[tuple[int, int]]) -> Mode:
    """Return the mode of a claim with these ranges of the text (code points, half-open).

    The whole paragraph is examined: a range inside a quotation is direct although the marks are outside it.
    """
    quoted = sum(_count_words(text, *part) for start, end in spans for part in _quoted_parts(text, start, end))
    if not quoted:
        return Mode.INDIRECT
    words = sum(_count_words(text, start, end) for start, end in spans)
    return Mode.DIRECT if quoted >= _NEARLY_ALL * words else Mode.MIXED


def _quoted_parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first, quoted_ranges = quotations_around(text, start, end)
    for opening, closing in quoted_ranges:
        part = max(start, first + opening), min(end, first + closing)
        if part[0] < part[1]:
            yield part


def _count_words(text: str, start: int, end: int) -> int:
    return len(_WORD.findall(text, start, end))
