"""Find the standfirst of a page: the sentence above the article, which extraction takes for the page around it."""

from collections.abc import Sequence

from lxml.html import HtmlElement

from models.articles.declared import Declared
from models.articles.page_reading import PageReading
from models.articles.site_names import plain
from models.articles.web_page_names import text_of

MARKED = "//body//*[not(self::meta)][@itemprop='description'] | //hgroup/*[self::h2 or self::h3 or self::p]"
"""Where pages mark the standfirst."""

LEAST = 8
"""The fewest words of a standfirst; a name of a section or a place has fewer."""

SAME = 60
"""Code points from which a standfirst is recognised in the description of a page, which may be cut."""


def standfirst(page: HtmlElement, declared: Declared, printed: PageReading, article: Sequence[str]) -> str | None:
    """Return the standfirst that a page prints above the lines of its article and marks or declares; None if they
    contain it, or if it has none.
    """
    marked = [text_of(element) for element in page.xpath(MARKED)]
    told = {plain(text)[:SAME] for text in (*declared.descriptions, *marked) if len(text.split()) >= LEAST}
    taken = [plain(line) for line in article]
    for line in printed.lines[: printed.prose.start] if printed.title is not None else ():
        beginning = plain(line.text)[:SAME]
        if line.words >= LEAST and beginning in told and not any(beginning in each for each in taken):
            return line.text
    return None
