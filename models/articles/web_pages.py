"""Make a draft of a web page: trafilatura extracts the article; nothing is fetched or run.

The headline comes first, as in the paper, so that a claim in it can be recorded like any other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from models.articles import page_days, web_page_metadata
from models.articles.declared import declared
from models.articles.documents.page_paragraphs import PageParagraphs
from models.articles.draft import Draft
from models.articles.page_bylines import signed
from models.articles.page_edges import edge_lines
from models.articles.page_line import PageLine, page_lines
from models.articles.page_reading import PageReading
from models.articles.page_trees import tree_of
from models.articles.repeats import given_again
from models.articles.site_names import plain
from models.articles.standfirsts import standfirst
from models.articles.web_page_asides import leave_out_asides
from models.articles.web_page_authors import authors, byline_of
from models.articles.web_page_blocks import show_blocks
from models.articles.web_page_frames import show_frame
from models.articles.web_page_lines import extracted_lines
from models.articles.web_page_markup import made_plain
from models.articles.web_page_names import headline, outlet, printed_headline
from models.errors import UnreadableArticle
from models.text.languages import language_of
from models.text.normalising import normalise
from models.text.text_lines import PROSE_WORDS
from models.text.xml_characters import page_text
from models.translation import _

LUMPED_LINES, LUMPED_WORDS = 4, 4
"""How many lines that a page shows, of how many words at least, make a lump of one extracted line."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What was read from a page; absent is None. `lines` are those of the article, of an index of other pages if so."""

    lines: list[str]
    title: str
    outlet: str | None
    byline: str | None
    published: str | None
    address: str | None
    language: str | None
    is_index: bool


def from_html(html: str, *, named: str = "the page") -> Draft:
    """Make a draft of a page. Raises UnreadableArticle, with the given name, if it has no article."""
    found = _extract(page_text(html), named)
    if found is None or not found.lines or found.is_index:
        raise _no_article(named, is_index=found is not None and found.is_index)
    title = found.title or found.lines[0]
    begins = next((index for index, one in enumerate(found.lines) if plain(one) != plain(title)), len(found.lines))
    text = "\n\n".join((title, *found.lines[begins:]))
    lines = page_lines(text)
    reading = PageReading(lines, body=range(min(1, len(lines) - 1), len(lines)))
    byline = signed(found.byline, reading)
    cut = reading.known_in_article | given_again(lines) | edge_lines(lines, byline)
    return Draft(
        text=text,
        title=title,
        outlet=found.outlet,
        byline=byline,
        published=found.published,
        address=found.address,
        language=language_of(text) or found.language,
        boilerplate=tuple((lines[index].start, lines[index].end) for index in sorted(cut - {0})),
    )


def _no_article(named: str, *, is_index: bool) -> UnreadableArticle:
    lists_others = _("There is no article in {page}: it lists other articles.")
    what = lists_others if is_index else _("No article was found in {page}.")
    return UnreadableArticle(
        what.format(page=named),
        _("The page was left as it is, and nothing was added."),
        _("Open it in a browser, select the article, copy it and paste it here."),
    )


def _extract(html: str, named: str) -> _Found | None:
    """Extract the article with trafilatura, and the page's metadata by our own rules."""
    tree = tree_of(html, named=named)
    if tree is None:
        return None
    web_page_metadata.forget_changes(tree)
    language = web_page_metadata.language(tree)
    head, shown = declared(tree), _shown(tree)
    page = _article_of(tree, language, shown)
    if page is None:
        return None
    title = headline(" ".join(normalise(page.title or "").split()), tree, head)
    site = outlet(tree, head, page.sitename, title) or page.hostname
    lines = [line for found in extracted_lines(page.body) for line in normalise(found).split("\n") if line.strip()]
    if not lines:
        return None
    printed = _printed(shown or page_lines("\n".join(lines)), title, lines)
    above = standfirst(tree, head, printed, (title, *lines))
    return _Found(
        lines=[above, *lines] if above else lines,
        title=printed_headline(tree, lines[0], site) or title,
        outlet=site,
        byline=byline_of(authors(tree, head, site), page.author, printed, (*head.sites, site or "")),
        published=_published(web_page_metadata.published(page.date, tree, html), printed),
        address=web_page_metadata.address(page.url, tree, html),
        language=language,
        is_index=web_page_metadata.is_index(tree, lines),
    )


def _published(found: str | None, printed: PageReading) -> str | None:
    """Return the day that a page declares or prints; where the declared is a day off, for which time zones or the day
    on which it was saved are the reason, the one that is printed below the headline.
    """
    if found is None:
        return page_days.published(printed)
    below = page_days.printed_below(printed)
    is_off = below and abs(date.fromisoformat(below[:10]) - date.fromisoformat(found[:10])) == timedelta(days=1)
    return below if is_off else found


def _article_of(tree: HtmlElement, language: str | None, shown: Sequence[PageLine]) -> Document | None:
    """Return what trafilatura extracts from a tree, which is made ready for it: strictly if it takes the whole page."""
    made_plain(tree, language)
    show_blocks(tree)
    leave_out_asides(tree)
    show_frame(tree)
    page = _extracted(tree)
    if page is not None and _is_lump(extracted_lines(page.body), shown):
        return _extracted(tree, strictly=True) or page
    return page


def _extracted(tree: HtmlElement, *, strictly: bool = False) -> Document | None:
    page = bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        favor_precision=strictly,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    return page if isinstance(page, Document) else None


def _is_lump(extracted: Sequence[str], shown: Sequence[PageLine]) -> bool:
    """Return whether most of what was extracted is one line that has many of the lines that the page shows: that is
    the whole page, menus and all.
    """
    longest = plain(max(extracted, key=len, default=""))
    within = sum(1 for line in shown if line.words >= LUMPED_WORDS and plain(line.text) in longest)
    return 2 * len(longest) > sum(map(len, extracted)) and within >= LUMPED_LINES


def _shown(page: HtmlElement) -> list[PageLine]:
    """Return all lines that a page shows, menus too, as if all of it was copied."""
    paragraphs = PageParagraphs()
    paragraphs.read(page)
    return page_lines(normalise("\n".join(each.text for each in paragraphs.builder.paragraphs)))


def _printed(shown: list[PageLine], title: str, article: list[str]) -> PageReading:
    """Return what is known about the lines of a page, from the title and the lines of its article."""
    known = {plain(each) for each in article if len(each.split()) >= PROSE_WORDS} - {plain(title)}
    body = [index for index, line in enumerate(shown) if line.words >= PROSE_WORDS and plain(line.text) in known]
    return PageReading(shown, range(body[0], body[-1] + 1) if body else None, title)
