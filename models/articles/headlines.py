"""Find the headline of a text: the line above the first paragraph whose words the article repeats most."""

from collections.abc import Sequence
from itertools import pairwise

from models.articles.bylines import author_in, is_short, place_line
from models.articles.dates import read_date
from models.text.text_lines import UNSPACED, WORDS, Line

LONGEST_TITLE = 200
"""Code points of a line that can be a headline; an article without one is named by that much of its first line."""

ABOVE = 30
"""How many lines above the first paragraph may hold the headline."""

SHARED_BY = 8
"""How many paragraphs at the beginning repeat the words of the headline."""

MOST_SHARED = 6
"""More shared words than these do not make a line a better headline: a long caption shares more."""

TELLING_LENGTH = 4
"""The fewest characters of a word that shows what an article is about."""


def headline(lines: Sequence[Line], prose: range, boilerplate: set[int]) -> int | None:
    """Return the index of the headline, or None if no line fits.

    A caption, a teaser of another story and the name of a section are above the first paragraph too.
    """
    begins = next((index for index in prose if index not in boilerplate and lines[index].is_prose), prose.start)
    above = [
        index for index in range(min(begins + 1, len(lines) - 1)) if index not in boilerplate and lines[index].words
    ]
    taken_up = set().union(*(_telling(line) for line in lines[begins + 1 : begins + 1 + SHARED_BY]))

    def fit(index: int) -> tuple[float, int]:
        telling = _telling(lines[index])
        shared = len(telling & (taken_up | (_telling(lines[begins]) if index != begins else set())))
        fits = min(shared, MOST_SHARED) - 0.5 * (len(telling) - shared)
        # Of two that fit alike the first is the headline and the second a caption; of two that do not, the nearer.
        return fits, -index if fits > 0 else index

    return max((index for index in above[-ABOVE:] if _can_be_title(lines[index])), key=fit, default=None)


def shortened(text: str) -> str:
    """Return the first words of a text, as the name of an article without a headline."""
    if len(text) <= LONGEST_TITLE // 2:
        return text
    return text[: LONGEST_TITLE // 2].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"


def _is_about_article(line: Line) -> bool:
    """Return whether a short line says who wrote the article or when."""
    return is_short(line) and bool(author_in(line) or read_date(line.text))


def _telling(line: Line) -> set[str]:
    """Return the words that show what a line is about; pairs of characters in scripts without blanks between words."""
    if UNSPACED.search(line.text):
        return {one + two for one, two in pairwise(line.plain)}
    return {word.removesuffix("’s") for word in WORDS.findall(line.plain) if len(word) >= TELLING_LENGTH}


def _can_be_title(line: Line) -> bool:
    if line.is_item or line.words < 3 or len(line.text) > LONGEST_TITLE or _is_about_article(line):
        return False
    if "://" in line.text or place_line(line):  # which opens the first paragraph
        return False
    return line.text.endswith("...") or not line.text.endswith((".", ",", ":", ";"))
