"""Who wrote the article of a page: as the page declares it, or as it prints it near the headline."""

import re

from lxml.html import HtmlElement

from models.articles.bylines import LONGEST_BYLINE, names_time, persons, without_sites
from models.articles.declared import Declared
from models.articles.page_reading import PageReading
from models.articles.site_names import plain
from models.articles.text_metadata import author
from models.articles.web_page_names import text_of

BY = re.compile(r"^(?:by|von|par|por|di|door|przez|story by|written by)\b:? *", re.IGNORECASE)
SEVERAL = re.compile(r"\s*[;|]\s*")
NO_NAME = re.compile(r"[\d@/]")
"""What only names of users and addresses contain."""


def authors(page: HtmlElement, declared: Declared, outlet: str | None) -> str | None:
    """Return the authors that a page declares, separated by commas; a browser's reader view has them in an element."""
    credit = [text_of(element) for element in page.find_class("reader-credits")]
    given = [one for name in declared.authors or credit for one in SEVERAL.split(BY.sub("", name))]
    named = [without_sites(person, (*declared.sites, outlet or "")) for one in given if (person := persons(one))]
    return ", ".join(dict.fromkeys(name for name in named if name and _may_be_name(name))) or None


def printed_authors(found: str | None, printed: PageReading, outlet: str | None) -> str | None:
    """Return the authors that a page prints near its headline, or else those found elsewhere in it that are printed
    there too.
    """
    if near := author(printed):
        return without_sites(near, (outlet or "",))
    lines = [plain(line.text) for line in printed.heading.short]
    names = [person for name in (found or "").split(";") if (person := persons(name.strip())) and " " in person]
    kept = [name for name in names if _may_be_name(name) and any(plain(name) in line for line in lines)]
    return without_sites(", ".join(kept), (outlet or "",))


def _may_be_name(name: str) -> bool:
    """Return whether some words may name who wrote an article: no user, no address, no time, no sentence."""
    return len(name.split()) <= LONGEST_BYLINE and not NO_NAME.search(name) and not names_time(name)
