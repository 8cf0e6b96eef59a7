"""How a claim is reported: in quotation marks (direct), in the article's words (indirect), or both (mixed)."""

from collections.abc import Iterator, Sequence

from models.entities import Mode
from models.suggestions.phrases import Rule
from models.suggestions.quotations import inside, quotations_around

_WORD = Rule(r"\w+(?:['’]\w+)*")
_NEARLY_ALL = 0.9
"""Share of quoted words from which a claim is direct: a stray "that" before the marks makes no mixed claim."""


def mode_of(text: str, spans: Sequence[tuple[int, int]]) -> Mode:
    """Return the mode of a claim with these spans of the text (code points, half-open).

    The whole paragraph is looked at: a span inside a quotation is direct although the marks stand outside of it.
    """
    marks = [quoted for start, end in spans for quoted in _quoted_words(text, start, end)]
    if not any(marks):
        return Mode.INDIRECT
    return Mode.DIRECT if sum(marks) >= _NEARLY_ALL * len(marks) else Mode.MIXED


def _quoted_words(text: str, start: int, end: int) -> Iterator[bool]:
    first, stretches = quotations_around(text, start, end)
    for word in _WORD.finditer(text, start, end):
        yield inside(stretches, word.start() - first)
