"""The lines of a text by which boilerplate and headings are recognised: the place of each line and its kind."""

import re
from dataclasses import dataclass

from models.text.normalising import line_ranges

BULLET = re.compile(r"^(?:[*•·▪‣◦●○■+»›–-]|\d{1,2}[.)])\s+")
SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»“)\]]*$")
SENTENCE_INSIDE = re.compile(r"[a-zà-ÿ\d%)”\"’][.!?][”\"’)]? +[“\"‘'(]?[A-ZÀ-Þ]")
UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
WORDS = re.compile(r"[^\W_]+(?:[’'.,-][^\W_]+)*")

PROSE_WORDS = 9
"""A line of fewer words is short, whatever it ends with."""

MARKS_AT_END = ".:!?…>»›→ "
"""What a line may end with or not and be the same line."""

LOOK = 2000
"""Code points of a line that are enough to tell what it is, however long it goes on."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, trimmed: code points into the text, half-open, and what is known about it.

    `plain` are its words as they are compared: without bullet, with single blanks, in lower case, no mark at the end.
    `words` counts two characters as one in scripts that write words together.
    """

    start: int
    end: int
    text: str
    plain: str
    words: int
    is_prose: bool
    is_item: bool


def line_at(start: int, text: str) -> Line:
    """Return the line of a trimmed text that begins at an offset."""
    look = text[:LOOK]
    words = _count_words(look)
    return Line(
        start=start,
        end=start + len(text),
        text=text,
        plain=compared(BULLET.sub("", look)).rstrip(MARKS_AT_END),
        words=words,
        # Words enough, and a sentence ends in it.
        is_prose=words >= PROSE_WORDS and bool(SENTENCE_END.search(text[-LOOK:]) or SENTENCE_INSIDE.search(look)),
        is_item=bool(BULLET.match(look)),
    )


def lines_of(text: str) -> list[Line]:
    """Return the lines of a normalised text that are not blank."""
    return [line_at(start, text[start:end]) for start, end in line_ranges(text)]


def compared(words: str) -> str:
    """Return words as they are compared: single blanks, in lower case, with one kind of apostrophe."""
    return " ".join(words.split()).casefold().replace("'", "’")


def _count_words(text: str) -> int:
    unspaced = len(UNSPACED.findall(text))
    return unspaced // 2 if unspaced > len(text) // 3 else len(WORDS.findall(text))
