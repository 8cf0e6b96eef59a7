"""A web page becomes a draft: trafilatura takes the article out of it; nothing is fetched, nothing is run.

The headline stands first, as in the paper, so that a claim in it can be recorded like any other.
"""

import re
from dataclasses import dataclass
from html import unescape

from models.articles.boilerplate import known_boilerplate
from models.articles.dates import names_day
from models.articles.draft import Draft, normalise
from models.articles.languages import language_of
from models.articles.lines import lines_of
from models.errors import UnreadableArticle

HEADING = re.compile(r"<h1\b[^>]*>(.{1,1000}?)</h1>", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<[^>]*>")

NOBODY = re.compile(
    r"(?:submitted|admin|editor|editorial|redaktion|red|staff|webmaster|unknown|anonymous)$", re.IGNORECASE
)
"""What pages put where the author should stand."""

LANGUAGE = re.compile(r"<html\b[^>]*?\slang\s*=\s*[\"']?([a-z]{2})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    """What trafilatura gives of a page; absent is None."""

    lines: list[str]
    title: str | None
    outlet: str | None
    byline: str | None
    published: str | None
    address: str | None


def from_html(html: str, *, named: str = "the page") -> Draft:
    """Make a draft of a page. Raises UnreadableArticle, which calls the page as it is named, if it has no article."""
    declared = LANGUAGE.search(html[:5000])
    language = declared[1].lower() if declared else None
    found = _extract(html, language)
    if found is None or not found.lines:
        raise UnreadableArticle(
            f"No article was found in {named}.",
            "The page was left as it is, and nothing was added.",
            "Open it in a browser, select the article, copy it and paste it here.",
        )
    paragraphs = [line for found_line in found.lines for line in normalise(found_line).split("\n") if line.strip()]
    title = _headline(" ".join(normalise(found.title or "").split()), html) or paragraphs[0]
    begins = next((index for index, one in enumerate(paragraphs) if _plain(one) != _plain(title)), len(paragraphs))
    text = "\n\n".join((title, *paragraphs[begins:]))
    lines = lines_of(text)
    return Draft(
        text=text,
        title=title,
        outlet=found.outlet,
        byline=found.byline,
        published=found.published,
        address=found.address,
        language=language_of(text) or language,
        boilerplate=tuple((lines[index].start, lines[index].end) for index in sorted(known_boilerplate(lines) - {0})),
    )


def _extract(html: str, language: str | None) -> _Found | None:
    """What the page holds, by trafilatura."""
    # Imported here because it takes up to a second, and most days nobody reads a page.
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    from models.articles.markup import made_plain
    from models.articles.page_text import page_lines

    tree = load_html(html)
    if tree is None:
        return None
    made_plain(tree, language)
    page = bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if page is None or isinstance(page, dict):
        return None
    outlet = _name(page.sitename, page.title) or page.hostname
    return _Found(
        lines=page_lines(page.body),
        title=page.title,
        outlet=outlet,
        byline=_byline(page.author, outlet),
        published=_published(page.date, html),
        address=page.url,
    )


def _headline(title: str, html: str) -> str:
    """The title as the page prints it over the article: without the name of the site that its tab puts behind it."""
    for heading in HEADING.finditer(html):
        printed = " ".join(normalise(unescape(TAG.sub(" ", heading[1]))).split())
        if len(printed.split()) > 2 and _plain(title).startswith(_plain(printed)):
            return printed
    return title


def _published(found: str | None, html: str) -> str | None:
    """The date that was found, if the page names that day: the library makes 1 February of 31/02/2015."""
    return found if found and names_day(html, found) else None


def _name(outlet: str | None, title: str | None) -> str | None:
    """The name of a site, unless what stands in its place is the headline."""
    return outlet if outlet and _plain(outlet) != _plain(title or "") else None


def _byline(authors: str | None, outlet: str | None) -> str | None:
    """The authors, parted by commas, without the outlet and without what stands in for a name."""
    names = [name.strip() for name in (authors or "").split(";")]
    site = _plain(outlet or "").replace(" ", "")
    return (
        ", ".join(name for name in names if name and not NOBODY.match(name) and _plain(name).replace(" ", "") != site)
        or None
    )


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words).casefold().strip()
