"""What the article of a page and its site are called: the headline as printed, the outlet as it names itself."""

import re

from lxml.html import HtmlElement

from models.articles.declared import Declared
from models.articles.site_names import compact, plain
from models.text.normalising import normalise

SEPARATORS = re.compile(r"\s+[|–—:»·•-]+\s+")
"""What separates the headline from the name of the site in the title of a page."""

COLON = re.compile(r":\s+")
"""What separates the name of a site from the headline after it."""

FIRST_PAGE = re.compile(r"(?:https?://[^/?#]+)?/?(?:index\.\w+|home/?)?$")
"""The address of the first page of a site."""

BY = re.compile(r"(?i)(?:by|von|par|por) ")

LEAST_HEADLINE = 3
"""The fewest words of a headline that is told by its place."""

LONGEST_NAME = 8
"""The most words of the name of a site."""


def text_of(element: HtmlElement | None) -> str:
    """Return the words of an element, in one line."""
    return " ".join(normalise(element.text_content()).split()) if element is not None else ""


def headline(found: str, page: HtmlElement, declared: Declared) -> str:
    """Return the title as printed over the article, or else the one found: without the name of the site, and never
    that name itself.
    """
    printed = [heading for heading in page.iter("h1", "h2") if text_of(heading) and not _names_site(heading)]
    sites = {plain(name) for name in (*declared.sites, *_names_in_headings(page))}
    parts = SEPARATORS.split(_without_site(text_of(page.find(".//title")), page))
    declares = {plain(each) for each in (*declared.headlines, SEPARATORS.sub(" ", " - ".join(parts)), parts[0])} - sites
    for heading in printed:
        if heading.tag == "h1" and plain(text_of(heading)) in declares:
            return text_of(heading)
    texts = [text_of(heading) for heading in printed]
    if plain(found) in {*sites, *map(plain, parts[1:])}:
        # The first heading is the name of the site: the title of the page has the headline before that name.
        longest = max(parts, key=len)
        found = next((text for text in texts if plain(text) == plain(longest)), longest) or found
    return next((text for text in texts if len(text.split()) > 2 and plain(found).startswith(plain(text))), found)


def printed_headline(page: HtmlElement, first: str, site: str | None) -> str | None:
    """Return the headline that a page prints, if its article begins with it: what is declared for social networks may
    be another one. None if there are several headlines, none at the beginning, or only the name of the site.
    """
    printed = [text_of(heading) for heading in page.iter("h1") if text_of(heading) and not _names_site(heading)]
    names = {plain(each) for each in (site or "", *SEPARATORS.split(text_of(page.find(".//title")))[1:])}
    if len(printed) != 1 or len(first.split()) < LEAST_HEADLINE or plain(printed[0]) in names:
        return None
    return printed[0] if plain(printed[0]) == plain(first) else None


def outlet(page: HtmlElement, declared: Declared, found: str | None, title: str) -> str | None:
    """Return the name of the newspaper or site: as it declares it, or as it is beside the headline in its title."""
    beside = [*_names_in_headings(page), *_beside(text_of(page.find(".//title")), title)]
    names = [name for name in (*declared.sites, *beside, found or "") if name and plain(name) != plain(title)]
    name = next(iter(names), None)
    # "detroitnews" and "The Detroit News" are one: the name as people write it has blanks.
    written = (each for each in names if " " in each and compact(each) == compact(name or ""))
    return next(written, name) if name and compact(name) else None


def _names_site(heading: HtmlElement) -> bool:
    """Return whether a heading is the name of the site: a link to its first page."""
    links = [link for link in heading.iter("a") if FIRST_PAGE.match(link.get("href") or "-")]
    return any(text_of(link) == text_of(heading) for link in links)


def _names_in_headings(page: HtmlElement) -> list[str]:
    return [text for heading in page.iter("h1") if _names_site(heading) and (text := text_of(heading))]


def _without_site(title: str, page: HtmlElement) -> str:
    """Return the title of a page without the name of the site that a heading gives, if there is more in it."""
    for name in _names_in_headings(page):
        title = title.removesuffix(name).rstrip(" |–—:»·•-") or title
    return title


def _beside(title: str, headline: str) -> list[str]:
    """Return the name that the title of a page has after or before the headline, if it has one."""
    if plain(title) == plain(headline) or plain(headline) not in plain(title):
        return []
    after = SEPARATORS.split(title)
    before = COLON.split(title)[:1]
    found = [part for part in (after[-1], after[0], *before) if plain(part) not in plain(headline)]
    return [part for part in found if part != title and len(part.split()) <= LONGEST_NAME and not BY.match(part)][:1]
