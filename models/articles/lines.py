"""The lines of a text as furniture and headings are told by: where they stand and what sort of line each is."""

import re
from dataclasses import dataclass

BULLET = re.compile(r"^(?:[*•·▪‣◦●○■+»›–-]|\d{1,2}[.)])\s+")
SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»“)\]]*$")
SENTENCE_INSIDE = re.compile(r"[a-zà-ÿ\d%)”\"’][.!?][”\"’)]? +[“\"‘'(]?[A-ZÀ-Þ]")
UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
WORDS = re.compile(r"[^\W_]+(?:[’'.,-][^\W_]+)*")

PROSE_WORDS = 9
"""A line of fewer words is short, whatever it ends with."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, trimmed: code points into the text, half-open."""

    start: int
    end: int
    text: str

    @property
    def plain(self) -> str:
        """The words as they are compared: without bullet, blanks made one, in small letters, no mark at the end."""
        return " ".join(BULLET.sub("", self.text).split()).casefold().rstrip(".:!?…>»›→ ")

    @property
    def words(self) -> int:
        """How many words it has; two letters count as one in scripts that write words together."""
        unspaced = len(UNSPACED.findall(self.text))
        return unspaced // 2 if unspaced > len(self.text) // 3 else len(WORDS.findall(self.text))

    @property
    def is_prose(self) -> bool:
        """Whether it reads as sentences: words enough, and a sentence ends in it."""
        return self.words >= PROSE_WORDS and bool(SENTENCE_END.search(self.text) or SENTENCE_INSIDE.search(self.text))

    @property
    def is_item(self) -> bool:
        """Whether it begins like an item of a list."""
        return bool(BULLET.match(self.text))


def lines_of(text: str) -> list[Line]:
    """The lines of a normalised text that are not blank."""
    found: list[Line] = []
    at = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = at + line.index(stripped)
            found.append(Line(start, start + len(stripped), stripped))
        at += len(line) + 1
    return found
