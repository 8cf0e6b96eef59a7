"""The phrases that pages carry beside their articles, from the word list that anybody may add to."""

from dataclasses import dataclass
from functools import cache

from models.articles.lines import Line
from resources import words

LONG_ENOUGH = 3
"""Words from which a beginning is telling enough to stand for a line of any length."""

SHORT = 90
"""Code points up to which a line that begins with fewer words of a phrase is furniture."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Whole lines, beginnings of lines and what a short line may hold anywhere, all in small letters."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]
    inside: tuple[str, ...]

    def match(self, line: Line) -> bool:
        """Whether the line is one of these phrases, begins with one, or is short and holds one."""
        plain = line.plain.replace("'", "’")
        if plain in self.whole:
            return True
        for beginning in self.beginnings:
            if plain.startswith(beginning) and (len(plain) <= SHORT or beginning.count(" ") + 1 >= LONG_ENOUGH):
                return True
        return any(phrase in plain for phrase in self.inside)


@cache
def furniture_phrases() -> Phrases:
    """The word list, read once. A phrase with … behind is a beginning, with … on both sides it may stand anywhere."""
    whole: set[str] = set()
    beginnings: list[str] = []
    inside: list[str] = []
    for phrase in words("furniture"):
        core = " ".join(phrase.strip("…").split()).casefold()
        if phrase.startswith("…"):
            inside.append(core)
        elif phrase.endswith("…"):
            beginnings.append(core)
        else:
            whole.add(core.rstrip(".:!?…>»›→ "))
    return Phrases(frozenset(whole), tuple(beginnings), tuple(inside))
