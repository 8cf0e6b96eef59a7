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
    marked = {plain(text): text for element in page.xpath(MARKED) if (text := text_of(element)) and _is_long(text)}
    told = {each[:SAME] for each in (*(plain(text) for text in declared.descriptions if _is_long(text)), *marked)}
    taken = [plain(line) for line in article]
    for line in printed.lines[: printed.prose.start]:
        compared = plain(line.text)
        # What is marked may follow the date in its line.
        found = next((text for each, text in marked.items() if compared.endswith(each)), None)
        if found is None and printed.title is not None and line.words >= LEAST and compared[:SAME] in told:
            found = line.text
        if found and not any(plain(found)[:SAME] in each for each in taken):
            return found
    return None


def _is_long(text: str) -> bool:
    return len(text.split()) >= LEAST
