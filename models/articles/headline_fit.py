"""How well a line of a text fits as its headline: by the words that the article repeats, and what is around it."""

from collections.abc import Sequence
from itertools import pairwise

from models.articles.bylines import is_by_alone, name_alone
from models.articles.page_line import PageLine
from models.articles.picture_credits import is_credit
from models.articles.title_lines import TELLING_LENGTH, may_be_headline
from models.text.text_lines import PROSE_WORDS, UNSPACED, WORDS, Line

SHARED_BY = 8
"""How many paragraphs at the beginning repeat the words of the headline."""

MOST_SHARED = 6
"""More shared words than these do not make a line a better headline: a long caption shares more."""

UNSHARED, BEFORE_BYLINE = 0.35, 1.5
"""How many shared words outweigh a word that is not shared, and a byline or date below a line."""

SENTENCE, SENTENCES = 1.5, 0.5
"""How many outweigh a sentence with its full stop, and several of which the last has none."""

TWO_WORDS = 1.5
"""How many outweigh that a line has only two words, as names and sections have."""

REPEATED = 0.5
"""What it counts for that a line is printed again, alone or at the end of another: where one is on the site, say."""

SECTION, SECTION_WORDS = 1.5, 5
"""How many outweigh that a line of at most this many words has capitals only, as the names of sections have."""

CREDIT_BELOW = 1.5
"""How many outweigh that the next line credits a picture: the line is its caption."""

BYLINE_WITHIN = 3
"""In how many of the next lines the byline or the date is."""

STEM = 6
"""Characters of a word that are compared: the endings of a word differ in a headline and its text."""


class HeadlineFits:
    """How well the lines of a text fit as its headline, where the first paragraph is that at `begins`."""

    def __init__(self, lines: Sequence[PageLine], begins: int) -> None:
        self._lines = lines
        self._begins = begins
        self._taken_up = set().union(*(_telling(line) for line in lines[begins + 1 : begins + 1 + SHARED_BY]))
        self._first = _telling(lines[begins])

    def can_be_title(self, index: int) -> bool:
        """Return whether a line may be a headline at all; one of two words only above a byline."""
        line = self._lines[index]
        if line.words == 2 and not any(each.is_about_article for each in self._following(index)[:2]):
            return False
        return may_be_headline(line) and not _is_author(self._lines, index)

    def of(self, index: int) -> float:
        """Return how many words the article repeats, more or less what else speaks for and against the line."""
        line, telling = self._lines[index], _telling(self._lines[index])
        shared = len(telling & (self._taken_up | (self._first if index != self._begins else set())))
        against = UNSHARED * (len(telling) - shared) + TWO_WORDS * (line.words == 2)
        if line.is_prose:
            against += SENTENCE if line.text.rstrip("”\"’'").endswith(".") else SENTENCES
        if line.words <= SECTION_WORDS and line.text.isupper():
            against += SECTION
        if any(
            each.words < PROSE_WORDS and is_credit(each) and not each.is_about_article
            for each in self._following(index)[:1]
        ):
            against += CREDIT_BELOW
        is_before_byline = any(each.is_about_article for each in self._following(index)[:BYLINE_WITHIN])
        return (
            min(shared, MOST_SHARED) + BEFORE_BYLINE * is_before_byline + REPEATED * self._is_repeated(index) - against
        )

    def _following(self, index: int) -> list[PageLine]:
        """Return the lines with words between a line and the first paragraph, and this."""
        return [each for each in self._lines[index + 1 : self._begins + 1] if each.words]

    def _is_repeated(self, index: int) -> bool:
        plain = self._lines[index].plain
        return any(each.plain.endswith(plain) for at, each in enumerate(self._lines) if at != index)


def _is_author(lines: Sequence[PageLine], index: int) -> bool:
    """Return whether a line is the name of the author: it follows "By", or is given twice."""
    name, beside = name_alone(lines[index]), lines[max(0, index - 1) : index]
    return name is not None and any(is_by_alone(each) or each.plain == lines[index].plain for each in beside)


def _telling(line: Line) -> set[str]:
    """Return the words that show what a line is about; pairs of characters in scripts without blanks between words."""
    if UNSPACED.search(line.text):
        return {one + two for one, two in pairwise(line.plain)}
    return {word.removesuffix("’s")[:STEM] for word in WORDS.findall(line.plain) if len(word) >= TELLING_LENGTH}
