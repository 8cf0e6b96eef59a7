"""Find the headline of a text: the line above the first paragraph whose words the article repeats most."""

from collections.abc import Sequence

from models.articles.heading_lines import is_paragraph
from models.articles.headline_fit import HeadlineFits
from models.articles.page_line import PageLine
from models.articles.title_lines import LONGEST_TITLE
from models.text.text_lines import Line

ABOVE = 30
"""How many lines above the first paragraph may hold the headline."""

STANDFIRST = 4
"""How much better the line below a headline may fit and still be its standfirst, which shares more."""

LEAST_HEADLINE = 5
"""The fewest words of a headline with a standfirst: shorter lines above a headline name the section."""

WEAK, STRONG = 2, 3
"""Below which fit no line above the prose is the headline if one elsewhere, above a date, fits at least so well."""

DATED_WITHIN, PROSE_WITHIN = 3, 12
"""In how many lines below such a headline the date is, and the first paragraph."""


def headline(lines: Sequence[PageLine], prose: range, boilerplate: set[int]) -> int | None:
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
    if best is None or found[best] < WEAK:
        elsewhere = _above_date(lines, boilerplate)
        return best if elsewhere is None else elsewhere
    before = found.get(best - 1, 0)
    if before > max(0, found[best] - STANDFIRST) and _has_standfirst(lines[best - 1], lines[best]):
        return best - 1
    if best + 1 in found and lines[best + 1].plain.startswith(f"{lines[best].plain} "):
        return best + 1  # below the name of its section
    return best


def _above_date(lines: Sequence[PageLine], boilerplate: set[int]) -> int | None:
    """Return the line that fits best right above a date with a paragraph below it, wherever that is on the page."""
    dated = [index for index, line in enumerate(lines) if line.is_about_article]
    found: dict[int, float] = {}
    for index in {at - back for at in dated for back in range(1, DATED_WITHIN + 1) if at >= back}:
        within = range(index + 1, min(len(lines), index + 1 + PROSE_WITHIN))
        begins = next((at for at in within if is_paragraph(lines[at])), None)
        if begins is None or index in boilerplate or not lines[index].words:
            continue
        fits = HeadlineFits(lines, begins)
        if fits.can_be_title(index) and (fit := fits.of(index)) >= STRONG:
            found[index] = fit
    return max(found, key=lambda index: (found[index], -index), default=None)


def _has_standfirst(line: Line, below: Line) -> bool:
    return min(line.words, below.words) >= LEAST_HEADLINE and not line.text.isupper()


def shortened(text: str) -> str:
    """Return the first words of a text, as the name of an article without a headline."""
    if len(text) <= LONGEST_TITLE // 2:
        return text
    return text[: LONGEST_TITLE // 2].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"
