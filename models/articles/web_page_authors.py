"""Who wrote the article of a page: as the page declares it, or as it prints it near the headline."""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from models.articles.bylines import LONGEST_BYLINE
from models.articles.declared import Declared
from models.articles.page_bylines import author, author_by
from models.articles.page_reading import PageReading
from models.articles.person_names import names_time, persons, without_sites
from models.articles.site_names import plain
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


def byline_of(declared_names: str | None, found: str | None, printed: PageReading, sites: Sequence[str]) -> str | None:
    """Return the authors of a page from those that it declares, those found elsewhere in it, and those that it prints
    near its headline, which are right where both differ and those declared are printed nowhere.
    """
    near = without_sites(author(printed) or "", sites) or None
    if declared_names is None:
        return near or _printed_too(found, printed, sites)
    shown = " ".join(plain(line.text) for line in printed.lines)
    names = [plain(name) for name in declared_names.split(", ")]
    if near and (_says_more(near, names) or _has_additions(near, names, sites)):
        return near
    if not any(one in shown for one in names) and (named := author_by(printed)):
        return without_sites(named, sites)
    # One word that is printed nowhere is the name of an account.
    return declared_names if any(" " in one or one in shown for one in names) else None


def _says_more(near: str, declared_names: Sequence[str]) -> bool:
    """Return whether the page prints each of the authors, in full or with others: "Jane" as "Jane Doe, Ann Poe"."""
    printed = [plain(name) for part in near.split(", ") for name in part.split(" and ")]
    return all(any(f"{each} ".startswith(f"{one} ") for each in printed) for one in declared_names)


def _has_additions(near: str, declared_names: Sequence[str], sites: Sequence[str]) -> bool:
    """Return whether the declared authors are the printed one with degrees or the site: "Jane Doe, PhD"."""
    whole, name = " ".join(declared_names), plain(near)
    rest = whole.removeprefix(f"{name} ")
    return rest != whole and (rest in map(plain, sites) or all(" " not in one for one in declared_names if one != name))


def _printed_too(found: str | None, printed: PageReading, sites: Sequence[str]) -> str | None:
    """Return the authors found elsewhere in a page that it prints near its headline too."""
    lines = [plain(line.text) for line in printed.heading.short]
    names = [person for name in (found or "").split(";") if (person := persons(name.strip())) and " " in person]
    kept = [name for name in names if _may_be_name(name) and any(plain(name) in line for line in lines)]
    return without_sites(", ".join(kept), sites)


def _may_be_name(name: str) -> bool:
    """Return whether some words may name who wrote an article: no user, no address, no time, no sentence."""
    return len(name.split()) <= LONGEST_BYLINE and not NO_NAME.search(name) and not names_time(name)
