"""How a claim is reported: in quotation marks (direct), in the article's words (indirect), or both (mixed)."""

import re
from collections.abc import Iterator, Sequence

from models.entities import Mode
from models.suggestions.quotations import inside, quoted_stretches

_WORD = re.compile(r"\w+(?:['’]\w+)*")
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
    first, last = _paragraph(text, start, end)
    stretches = quoted_stretches(text[first:last])
    for word in _WORD.finditer(text, start, end):
        yield inside(stretches, word.start() - first)


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the paragraphs around a span; where blank lines part them, a line end alone does not."""
    parting = "\n\n" if "\n\n" in text else "\n"
    before, after = text.rfind(parting, 0, start), text.find(parting, end)
    return (before + len(parting) if before >= 0 else 0), (after if after >= 0 else len(text))
