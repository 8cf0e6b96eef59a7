"""The phrases that pages have next to their articles, from a word list that anybody may extend."""

import re
from dataclasses import dataclass
from functools import cache

from models.text.text_lines import MARKS_AT_END, Line, compared
from resources import words

LONG_ENOUGH = 4
"""The fewest words of a beginning that identify a line of any length."""

SHORT = 90
"""Code points up to which a line is boilerplate if it begins with a phrase of fewer words."""


LABELLED = 200
"""Code points up to which a line is boilerplate if it begins with a label, which has a colon: "Read more: …"."""

FIGURES = re.compile(r"\d+(?:[.,:]\d+)*")
"""What <n> matches in a whole line: "<n> min read"."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Whole lines, beginnings, those that suffice alone, labels, and phrases that may be anywhere; in lower case."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]
    telling: tuple[str, ...]
    labels: tuple[str, ...]
    inside: tuple[str, ...]

    def match(self, line: Line) -> bool:
        """Return whether the line is one of these phrases, begins with one or contains one."""
        if not self.whole.isdisjoint((line.plain, FIGURES.sub("<n>", line.plain))):
            return True
        if any(phrase in line.plain for phrase in self.inside):
            return True
        # One test for all beginnings first: there are hundreds, and most lines begin with none.
        if not line.plain.startswith(self.beginnings):
            return False
        if len(line.plain) <= SHORT or line.plain.startswith(self.telling):
            return True
        return len(line.plain) <= LABELLED and line.plain.startswith(self.labels)


@cache
def phrases(name: str) -> Phrases:
    """Read a word list, once. A phrase with … after it begins a line; with … on both sides it may be anywhere."""
    whole: set[str] = set()
    beginnings: list[str] = []
    inside: list[str] = []
    for phrase in words(name):
        core = compared(phrase.strip("…"))
        if phrase.startswith("…"):
            inside.append(core)
        elif phrase.endswith("…"):
            beginnings.append(core)
            if core.endswith(":"):
                whole.add(core.rstrip(MARKS_AT_END))  # a label may stand alone, above what it names
        else:
            whole.add(core.rstrip(MARKS_AT_END))
    telling = tuple(phrase for phrase in beginnings if phrase.count(" ") + 1 >= LONG_ENOUGH)
    labels = tuple(phrase for phrase in beginnings if phrase.endswith(":"))
    return Phrases(frozenset(whole), tuple(beginnings), telling, labels, tuple(inside))
