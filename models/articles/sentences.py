"""Where sentences begin and end. A line break always ends one, so that a paragraph is all that is ever looked at."""

import re
from collections.abc import Iterator
from functools import lru_cache

from models.articles.selecting import trim

Range = tuple[int, int]

GOES_ON = re.compile(r"[a-zß-öø-ÿ]|[–—-] ?[a-z]")
"""How what follows a full stop begins when the stop belonged to an abbreviation: "approx. 5", "etc. and"."""

CLOCK = re.compile(r"\b[ap]\.\s?m\.$", re.IGNORECASE)
BEFORE_A_NUMBER = re.compile(r"\b(?:approx|ca|no|nos|nr|art|p|pp|fig|vol|max|min|incl|est)\.$", re.IGNORECASE)

ODD_BLANK = re.compile(r"[^\S ]")

TITLE = re.compile(r"\b(?:Govs|Sens|Reps|Drs|Messrs|Supt|Sgt|Cpl|Pvt|Cmdr|Msgr|Hon|Ft|Mt)\.$")
"""Abbreviations that a name always follows and that the splitter does not know."""

SAID_NO = re.compile(r"(?<=\bno\.)\s+(?=[“\"‘'(]?[A-ZÀ-Þ])")
"""Where the splitter takes the word no for that of "no. 5" and does not cut."""

DAY_OR_ZONE = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Eastern|Central|Pacific|Mountain|London|local)\b"
    r"|(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PT|CT|IST|HKT|SGT|AEST)\b"
    r"|(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d"
)
"""What stands after a time of day in the same sentence: "at 3 p.m. Sunday"."""


def sentences(text: str, language: str = "en") -> list[Range]:
    """Every sentence of the text in order, trimmed of blanks: code points, half-open."""
    found: list[Range] = []
    at = 0
    for line in text.split("\n"):
        found += [(at + start, at + end) for start, end in _of_line(line, language)]
        at += len(line) + 1
    return found


def sentence_at(text: str, offset: int, language: str = "en") -> Range | None:
    """The sentence that holds the offset or, between two, the next of its line; None where that line has no more."""
    start, line = _line_around(text, offset)
    return next(((start + a, start + b) for a, b in _of_line(line, language) if offset < start + b), None)


def next_sentence(text: str, offset: int, language: str = "en") -> Range | None:
    """The first sentence that begins at or after the offset; None at the end of the text."""
    while offset <= len(text):
        start, line = _line_around(text, offset)
        for a, b in _of_line(line, language):
            if start + a >= offset:
                return start + a, start + b
        offset = start + len(line) + 1
    return None


def previous_sentence(text: str, offset: int, language: str = "en") -> Range | None:
    """The last sentence that ends at or before the offset; None at the beginning of the text."""
    while offset >= 0:
        start, line = _line_around(text, offset)
        for a, b in reversed(_of_line(line, language)):
            if start + b <= offset:
                return start + a, start + b
        offset = start - 1
    return None


def _line_around(text: str, offset: int) -> tuple[int, str]:
    """The line that holds the offset, and where it begins. An offset at a line break belongs to the line before it."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return start, text[start : end if end >= 0 else len(text)]


@lru_cache(maxsize=64)
def _of_line(line: str, language: str) -> tuple[Range, ...]:
    """The sentences of one line. The last lines are remembered, since going through an article asks for each again."""
    if not line or line.isspace():
        return ()
    # Imported here because the window must be painted before anybody asks for a sentence.
    from sentencex import get_sentence_boundaries

    pieces = get_sentence_boundaries(language, _with_plain_blanks(line))
    found: list[Range] = []
    for start, end in _cut(line, [(piece["start_index"], piece["end_index"]) for piece in pieces]):
        if found and _belongs_together(line[found[-1][0] : found[-1][1]], line[start : min(end, start + 20)]):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def _with_plain_blanks(line: str) -> str:
    """The line with plain blanks only: sentencex 1.0.32 aborts on a no-break space behind an initial ("S\u00a0.")."""
    return line if line.isascii() else ODD_BLANK.sub(" ", line)


def _cut(line: str, pieces: list[Range]) -> Iterator[Range]:
    """The pieces, trimmed, cut further where the splitter did not dare to."""
    for first, last in pieces:
        at = first
        for gap in SAID_NO.finditer(line, first, last):
            if line.count("“", first, gap.start()) == line.count("”", first, gap.start()):
                yield trim(line, at, gap.start())
                at = gap.end()
        start, end = trim(line, at, last)
        if start < end:
            yield start, end


def _belongs_together(before: str, after: str) -> bool:
    """Whether the splitter cut too early: after an abbreviation, in "at 3 p.m. Sunday", before the last quote mark."""
    if CLOCK.search(before):
        return bool(DAY_OR_ZONE.match(after) or GOES_ON.match(after))
    if TITLE.search(before) or (BEFORE_A_NUMBER.search(before) and after[:1].isdigit()) or not after.strip("”’»\"'"):
        return True
    return before.endswith(".") and not before.endswith("..") and bool(GOES_ON.match(after))
