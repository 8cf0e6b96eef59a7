"""Find the headline of a text: the line above the first paragraph whose words the article repeats most."""

from collections.abc import Sequence
from itertools import pairwise

from models.articles.bylines import author_in, is_by_alone, is_short, name_alone, place_line
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

UNSHARED, PROSE, BEFORE_BYLINE = 0.35, 1.5, 1
"""How many shared words outweigh a word that is not shared, a whole sentence, and a byline or date below a line."""

BYLINE_WITHIN = 3
"""In how many of the next lines the byline or the date is."""

STEM = 6
"""Characters of a word that are compared: the endings of a word differ in a headline and its text."""

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
        line = lines[index]
        telling = _telling(line)
        shared = len(telling & (taken_up | (_telling(lines[begins]) if index != begins else set())))
        following = [each for each in lines[index + 1 : begins + 1] if each.words][:BYLINE_WITHIN]
        is_before_byline = any(_is_about_article(each) or is_by_alone(each) for each in following)
        against = UNSHARED * (len(telling) - shared) + PROSE * line.is_prose
        fits = min(shared, MOST_SHARED) + BEFORE_BYLINE * is_before_byline - against
        # Of two that fit alike the first is the headline and the second a caption; of two that do not, the nearer.
        return fits, -index if fits > 0 else index

    can_be = [index for index in above[-ABOVE:] if _can_be_title(lines[index]) and not _is_author(lines, index)]
    return max(can_be, key=fit, default=None)


def _is_author(lines: Sequence[Line], index: int) -> bool:
    """Return whether a line is the name of the author: it follows "By", or is given twice."""
    name, beside = name_alone(lines[index]), lines[max(0, index - 1) : index]
    return name is not None and any(is_by_alone(each) or each.plain == lines[index].plain for each in beside)


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
    return {word.removesuffix("’s")[:STEM] for word in WORDS.findall(line.plain) if len(word) >= TELLING_LENGTH}


def _can_be_title(line: Line) -> bool:
    if line.is_item or line.words < 3 or len(line.text) > LONGEST_TITLE or _is_about_article(line):
        return False
    if "://" in line.text or place_line(line):  # which opens the first paragraph
        return False
    return line.text.endswith("...") or not line.text.endswith((".", ",", ":", ";")) or _is_capitalised(line)


def _is_capitalised(line: Line) -> bool:
    """Return whether nearly all words have a capital, as in headlines of two sentences: "Bridge Closed. What Next."."""
    spaced = [word for word in WORDS.findall(line.text) if len(word) >= TELLING_LENGTH]
    return line.text.endswith(".") and all(word[0].isupper() for word in spaced)
