"""What a page says about its article besides the text: headline, authors, day, address, and whether
it has one at all.
"""

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from models.articles.bylines import persons
from models.articles.dates import names_day, read_date
from models.text.normalising import normalise

SEPARATORS = re.compile(r"\s+[|–—:»·•-]+\s+")
"""What separates the headline from the name of the site in the title of a page."""

SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s>]+)", re.I
)
"""How browsers and SingleFile note the address of a page that they save."""

MODIFIED = "//*[@itemprop='dateModified'] | //time[contains(@class, 'modified') and not(contains(@class, 'published'))]"
PRINTED = (
    "//time | //*[contains(@itemprop, 'datePublished')]"
    " | //*[contains(@class, 'date') or contains(@class, 'published') or contains(@class, 'fecha')"
    " or contains(@class, 'datum') or contains(@class, 'data-') or contains(@class, 'timestamp')]"
)
UPDATED = re.compile(r"(?i)[|·•,;(]?\s*(?:last )?(?:updated|modified|aktualisiert|mis à jour|actualizado|aggiornato)\b")
LONGEST_DATE = 80
HEAD_LENGTH = 5000
"""Code points at the beginning of a page that contain where it was saved from."""

LINKED_HEADINGS = "//h2//a[@href] | //h3//a[@href] | //h4//a[@href] | //a[@href]//h2 | //a[@href]//h3"
LONGEST_TEASER = 25
"""The most words of a paragraph that only invites to read on."""

LEAST_TEASERS = 3
TEASERS = 0.8
"""The share of the paragraphs of an index that are teasers for other pages."""


def plain(words: str) -> str:
    """Return words in the form for comparing: letters and digits only, in lower case."""
    return re.sub(r"\W+", " ", words).casefold().strip()


def headline(title: str, page: HtmlElement, outlet: str | None) -> str:
    """Return the title as printed over the article: without the name of the site, and never that name itself."""
    printed = [text for heading in page.iter("h1", "h2") if (text := _text(heading))]
    parts = SEPARATORS.split(_text(page.find(".//title")))
    if plain(title) == plain(outlet or "") or (len(parts) > 1 and plain(title) in [plain(part) for part in parts[1:]]):
        # The first heading is the name of the site: the title of the page has the headline before that name.
        longest = max(parts, key=len)
        title = next((text for text in printed if plain(text) == plain(longest)), longest) or title
    for text in printed:
        if len(text.split()) > 2 and plain(title).startswith(plain(text)):
            return text
    return title


def language(page: HtmlElement) -> str | None:
    """Return the language that the page declares, as a code of ISO 639-1."""
    code = (page.getroottree().getroot().get("lang") or "").strip().partition("-")[0].lower()
    return code if len(code) == 2 and code.isalpha() else None


def authors(named: str | None, page: HtmlElement, outlet: str | None) -> str | None:
    """Return the authors, separated by commas; a browser's reader view keeps them in a separate element."""
    credit = "; ".join(_text(element) for element in page.find_class("reader-credits"))
    site = plain(outlet or "").replace(" ", "")
    kept = [
        person
        for name in (named or credit).split(";")
        if (person := persons(name.strip())) and plain(person).replace(" ", "") != site
    ]
    return ", ".join(kept) or None


def address(found: str | None, page: HtmlElement, html: str) -> str | None:
    """Return the address of the page as it names it, or as the browser that saved it does."""
    saved = SAVED_FROM.search(html[:HEAD_LENGTH])
    reader = next((element.get("href") for element in page.find_class("reader-domain") if element.get("href")), None)
    return found or (saved[1] if saved else None) or reader


def forget_changes(page: HtmlElement) -> None:
    """Remove from the page when it was last changed: that is not the day of publication."""
    for element in page.xpath(MODIFIED):
        words = _text(element)
        updated = UPDATED.search(words)
        for name in ("datetime", "content", "itemprop"):
            element.attrib.pop(name, None)
        for child in list(element):
            element.remove(child)
        element.text = words[: updated.start()] if updated else ""


def published(found: str | None, page: HtmlElement, html: str) -> str | None:
    """Return the day that was found if the page names it, or else the only day that a short line prints in full."""
    if found and names_day(html, found):
        # The library turns 31/02/2015, which is not a day, into 1 February.
        return found
    days = {day[:10] for words in _dates(page) if len(words) <= LONGEST_DATE and (day := read_date(words))}
    return days.pop() if len(days) == 1 else None


def _dates(page: HtmlElement) -> Iterator[str]:
    for element in page.xpath(PRINTED):
        yield element.get("datetime") or element.get("content") or ""
        yield _text(element)


def is_index(page: HtmlElement, lines: Sequence[str]) -> bool:
    """Return whether the paragraphs taken for an article are teasers, each under a heading that links elsewhere."""
    taken = set(lines)
    teasers = {text for link in page.xpath(LINKED_HEADINGS) for text in _teasers_of(link) if text in taken}
    paragraphs = {text for paragraph in page.iter("p") if (text := _text(paragraph)) in taken}
    return len(teasers) >= LEAST_TEASERS and len(teasers) >= TEASERS * len(paragraphs)


def _teasers_of(link: HtmlElement) -> list[str]:
    """Return the one or two short paragraphs of the block that a linked heading opens."""
    texts = [text for paragraph in _block_of(link).iter("p") if (text := _text(paragraph))]
    return texts if len(texts) <= 2 and all(len(text.split()) <= LONGEST_TEASER for text in texts) else []


def _block_of(link: HtmlElement) -> HtmlElement:
    """Return the block that a linked heading opens: the first around it with a paragraph and no second such heading."""
    block = link
    for around in link.iterancestors():
        if len({*around.iter("h2", "h3", "h4")}) > 1 or around.tag in ("body", "html"):
            break
        block = around
    return block


def _text(element: HtmlElement | None) -> str:
    return " ".join(normalise(element.text_content()).split()) if element is not None else ""
