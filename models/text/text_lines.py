"""The lines of a text, with what is needed to recognise boilerplate and headings: the place and kind of each."""

import re
from dataclasses import dataclass

from models.text.normalising import line_ranges

BULLET = re.compile(r"^(?:[*•·▪‣◦●○■+»›–-]|\d{1,2}[.)])\s+")
SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»“)\]]*$")
SENTENCE_INSIDE = re.compile(r"[a-zà-ÿ\d%)”\"’][.!?][”\"’)]? +[“\"‘'(]?[A-ZÀ-Þ]")
UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
WORDS = re.compile(r"[^\W_]+(?:[’'.,-][^\W_]+)*")

PROSE_WORDS = 9
"""A line with fewer words is short, whatever it ends with."""

MARKS_AT_END = ".:!?…>»›→ "
"""Marks at the end of a line that do not matter when lines are compared."""

LOOK = 2000
"""Code points of a line that are enough to classify it, however long it is."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, trimmed: code points into the text, half-open, and what is known about it.

    `plain` holds its words for comparing: without a bullet, with single blanks, in lower case, without a mark at the
    end. `words` counts two characters as one word in scripts without blanks between words. `indent` counts the blanks
    before the line.
    """

    start: int
    end: int
    text: str
    plain: str
    words: int
    is_prose: bool
    is_item: bool
    indent: int = 0


def line_at(start: int, text: str, indent: int = 0) -> Line:
    """Return the line of a trimmed text that begins at an offset."""
    look = text[:LOOK]
    words = _count_words(look)
    return Line(
        start=start,
        end=start + len(text),
        text=text,
        plain=compared(BULLET.sub("", look)).rstrip(MARKS_AT_END),
        words=words,
        # There are enough words, and a sentence ends among them.
        is_prose=words >= PROSE_WORDS and bool(SENTENCE_END.search(text[-LOOK:]) or SENTENCE_INSIDE.search(look)),
        is_item=bool(BULLET.match(look)),
        indent=indent,
    )


def lines_of(text: str) -> list[Line]:
    """Return the lines of a normalised text that are not blank."""
    return [
        line_at(start, text[start:end], indent=start - text.rfind("\n", 0, start) - 1)
        for start, end in line_ranges(text)
    ]


def compared(words: str) -> str:
    """Return words in the form for comparing: single blanks, lower case, one kind of apostrophe."""
    return " ".join(words.split()).casefold().replace("'", "’")


def _count_words(text: str) -> int:
    unspaced = len(UNSPACED.findall(text))
    return unspaced // 2 if unspaced > len(text) // 3 else len(WORDS.findall(text))
