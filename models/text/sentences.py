"""Find where sentences begin and end. A line break always ends one, so only one line has to be examined."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from models.text.quotations import quotations
from models.text.ranges import Range, range_around
from models.text.stops import ends_sentence
from models.text.trimming import trim

MARK = re.compile(
    r"(?<![.!?…‽؟۔।])(?P<sign>\.(?:[ \u00a0]\.)++|[.!?…‽؟۔।]++)"
    r"(?P<closers>(?:[\"'”’»“‘›)\]}]|\[\d{1,3}\]|[¹²³⁰-⁹]|[ \u00a0\u202f][»”](?!\w))*+)(?=\s|$)"
    r"|(?P<wide>[。！？｡]++[”’」』）〉》\"']*+)"
)
"""What may end a sentence, with the marks that close after it. Scripts without blanks between words need no blank here.
"""

BRACKETS = re.compile(r"\([^()]*+\)|\[[^\[\]]*+\]|「[^「」]*+」|『[^『』]*+』|（[^（）]*+）")
CLOSING = "”’»“‘›\"'"


def sentences(text: str, language: str = "en") -> list[Range]:
    """Return every sentence of the text in order, trimmed of blanks: code points, half-open."""
    found: list[Range] = []
    at = 0
    for line in text.split("\n"):
        found += [(at + start, at + end) for start, end in _of_line(line, language)]
        at += len(line) + 1
    return found


def sentence_at(text: str, offset: int, language: str = "en") -> Range | None:
    """Return the sentence at the offset or, between sentences, the next one on its line; None if there is none."""
    start, line = _line_around(text, offset)
    return next(((start + a, start + b) for a, b in _of_line(line, language) if offset < start + b), None)


def next_sentence(text: str, offset: int, language: str = "en") -> Range | None:
    """Return the first sentence that begins at or after the offset; None at the end of the text."""
    while offset <= len(text):
        start, line = _line_around(text, offset)
        for a, b in _of_line(line, language):
            if start + a >= offset:
                return start + a, start + b
        offset = start + len(line) + 1
    return None


def previous_sentence(text: str, offset: int, language: str = "en") -> Range | None:
    """Return the last sentence that ends at or before the offset; None at the beginning of the text."""
    while offset >= 0:
        start, line = _line_around(text, offset)
        for a, b in reversed(_of_line(line, language)):
            if start + b <= offset:
                return start + a, start + b
        offset = start - 1
    return None


def _line_around(text: str, offset: int) -> tuple[int, str]:
    """Return the line at the offset, and where it begins. An offset at a line break belongs to the line before it."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return start, text[start : end if end >= 0 else len(text)]


@lru_cache(maxsize=64)
def _of_line(line: str, language: str) -> tuple[Range, ...]:
    """Return the sentences of one line. The last lines are cached, since going through an article asks for them
    repeatedly.
    """
    return tuple(_cut(line, language))


def _cut(line: str, language: str) -> Iterator[Range]:
    """Split the line where its sentences end, but never inside quotation marks or brackets."""
    whole = _closed_ranges(line)
    start, last = trim(line, 0, len(line))
    for mark in MARK.finditer(line):
        if not _is_inside(whole, mark) and ends_sentence(line, start, mark, language):
            yield trim(line, start, mark.end())
            start = trim(line, mark.end(), last)[0]
    if start < last:
        yield trim(line, start, last)


def _closed_ranges(line: str) -> list[Range]:
    """Return the closed quotations and brackets in order; overlapping ones are joined."""
    quoted = (quoted for quoted in quotations(line) if line[quoted[1] - 1] in CLOSING)
    found: list[Range] = []
    for start, end in sorted(chain(quoted, (bracket.span() for bracket in BRACKETS.finditer(line)))):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _is_inside(ranges: list[Range], mark: re.Match[str]) -> bool:
    around = range_around(ranges, mark.start())
    return around is not None and mark.end() < around[1]
