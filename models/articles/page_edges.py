"""Find what an extracted article has at its edges: above it who wrote it and when, below it who the author is."""

import re
from collections.abc import Sequence

from models.articles.bylines import is_by_alone, is_short
from models.articles.dates import read_date
from models.articles.page_line import PageLine
from models.articles.site_names import plain

LAST = 3
"""How many lines at the end may say who the author is."""

MOST_WORDS = 10
"""The most words of a line that says who or when and nothing else."""

LIVE = 2
"""How many lines with a date among the paragraphs show that they are entries, each with its own."""

NAMES = re.compile(r",| and | und | et | y | e | & ")


def edge_lines(lines: Sequence[PageLine], byline: str | None) -> set[int]:
    """Return the lines, by index, that say of an article who wrote it and when, or give its headline again; the first
    line is the headline.
    """
    again = {index for index, line in enumerate(lines) if index and plain(line.text) == plain(lines[0].text)}
    return _above(lines) | _below(lines, byline) | again


def _above(lines: Sequence[PageLine]) -> set[int]:
    """Return the bylines and dates above the first paragraph; in a live blog each entry has its own."""
    first = next((index for index, line in enumerate(lines) if index and line.is_prose), len(lines))
    above = {index for index in range(1, first) if _says_who_or_when(lines[index])}
    is_live = sum(1 for line in lines[first:] if line.words <= MOST_WORDS and read_date(line.text)) >= LIVE
    return set() if is_live else above


def _says_who_or_when(line: PageLine) -> bool:
    if not is_short(line) or line.words > MOST_WORDS:
        return False
    return bool(read_date(line.text) or line.author) or is_by_alone(line)


def _below(lines: Sequence[PageLine], byline: str | None) -> set[int]:
    """Return the last lines that begin with an author whom the article does not name elsewhere."""
    names = [name.strip() for name in NAMES.split(byline or "") if " " in name.strip()]
    begin = max(1, len(lines) - LAST)
    told = "\n".join(line.text for line in lines[:begin])
    names = [name for name in names if name not in told]
    return {index for index in range(begin, len(lines)) if lines[index].text.startswith(tuple(names))}
