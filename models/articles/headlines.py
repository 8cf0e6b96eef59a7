"""Find the headline of a text: the line above the first paragraph whose words the article repeats most."""

from collections.abc import Sequence

from models.articles.headline_fit import LONGEST_TITLE, HeadlineFits
from models.text.text_lines import Line

ABOVE = 30
"""How many lines above the first paragraph may hold the headline."""

STANDFIRST = 2.5
"""How much better the line below a headline may fit and still be its standfirst, which shares more."""

LEAST_HEADLINE = 5
"""The fewest words of a headline with a standfirst: shorter lines above a headline name the section."""


def headline(lines: Sequence[Line], prose: range, boilerplate: set[int]) -> int | None:
    """Return the index of the headline, or None if no line fits.

    A caption, a teaser of another story and the name of a section are above the first paragraph too.
    """
    begins = next((index for index in prose if index not in boilerplate and lines[index].is_prose), prose.start)
    above = [
        index for index in range(min(begins + 1, len(lines) - 1)) if index not in boilerplate and lines[index].words
    ]
    fits = HeadlineFits(lines, begins)
    found = {index: fits.of(index) for index in above[-ABOVE:] if fits.can_be_title(index)}
    # Of two that fit alike the first is the headline and the second a caption; of two that do not, the nearer.
    best = max(found, key=lambda index: (found[index], -index if found[index] > 0 else index), default=None)
    before = found.get(best - 1, 0) if best else 0
    if best and before > found[best] - STANDFIRST and before > 0 and _has_standfirst(lines[best - 1], lines[best]):
        return best - 1
    return best


def _has_standfirst(line: Line, below: Line) -> bool:
    return LEAST_HEADLINE <= line.words < below.words and not line.is_prose


def shortened(text: str) -> str:
    """Return the first words of a text, as the name of an article without a headline."""
    if len(text) <= LONGEST_TITLE // 2:
        return text
    return text[: LONGEST_TITLE // 2].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"
