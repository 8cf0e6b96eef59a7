"""What a page says about its article besides the text: day, address, language, and whether it has one at all."""

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from models.articles.date_patterns import CHANGED
from models.articles.dates import names_day, read_date
from models.articles.web_page_names import SEPARATORS, text_of

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
DATE_WORDS = 4
LONGEST_DATE = 80
CHANGED_AT_END = re.compile(rf"(?:{CHANGED.pattern})\W*$", re.IGNORECASE)
HEAD_LENGTH = 5000
"""Code points at the beginning of a page that contain where it was saved from."""

LINKED_HEADINGS = "//h2//a[@href] | //h3//a[@href] | //h4//a[@href] | //a[@href]//h2 | //a[@href]//h3"
LONGEST_TEASER = 25
"""The most words of a paragraph that only invites to read on."""

LEAST_TEASERS = 3
TEASERS = 0.8
"""The share of the paragraphs of an index that are teasers for other pages."""


def language(page: HtmlElement) -> str | None:
    """Return the language that the page declares, as a code of ISO 639-1."""
    code = (page.getroottree().getroot().get("lang") or "").strip().partition("-")[0].lower()
    return code if len(code) == 2 and code.isalpha() else None


def address(found: str | None, page: HtmlElement, html: str) -> str | None:
    """Return the address of the page as it names it, or as the browser that saved it does."""
    saved = SAVED_FROM.search(html[:HEAD_LENGTH])
    reader = next((element.get("href") for element in page.find_class("reader-domain") if element.get("href")), None)
    return found or (saved[1] if saved else None) or reader


def forget_changes(page: HtmlElement) -> None:
    """Remove from the page when it was last changed: that is not the day of publication."""
    for element in page.xpath(MODIFIED):
        words = text_of(element)
        changed = CHANGED.search(words)
        for name in ("datetime", "content", "itemprop"):
            element.attrib.pop(name, None)
        for child in list(element):
            element.remove(child)
        element.text = words[: changed.start()] if changed else ""
    for element in page.xpath("//body//*[not(*)][string-length(.) < 60]"):
        if CHANGED_AT_END.search(_before(element)) and read_date(text_of(element)):
            element.text = ""


def _before(element: HtmlElement) -> str:
    """Return the words directly before an element, in what it is part of."""
    previous, around = element.getprevious(), element.getparent()
    words = (previous.tail if previous is not None else around.text) if around is not None else None
    return str(words or "").strip()[-LONGEST_DATE:]


def published(found: str | None, page: HtmlElement, html: str) -> str | None:
    """Return the day that was found if the page names it, or else the only day that a short line prints in full."""
    if found and names_day(html, found):
        # The library turns 31/02/2015, which is not a day, into 1 February.
        return found
    days = {day[:10] for words in _dates(page) if len(words) <= LONGEST_DATE and (day := read_date(words))}
    return days.pop() if len(days) == 1 else _in_title(text_of(page.find(".//title")))


def _in_title(title: str) -> str | None:
    """Return the day that is a part of the title of a page: "Bridge closed - 23.01.2015 - Hexley Mercury"."""
    parts = [part for part in SEPARATORS.split(title) if len(part.split()) <= DATE_WORDS]
    return next((day[:10] for part in parts[1:] if (day := read_date(part))), None)


def _dates(page: HtmlElement) -> Iterator[str]:
    for element in page.xpath(PRINTED):
        yield element.get("datetime") or element.get("content") or ""
        yield text_of(element)


def is_index(page: HtmlElement, lines: Sequence[str]) -> bool:
    """Return whether the paragraphs taken for an article are teasers, each under a heading that links elsewhere."""
    taken = set(lines)
    teasers = {text for link in page.xpath(LINKED_HEADINGS) for text in _teasers_of(link) if text in taken}
    paragraphs = {text for paragraph in page.iter("p") if (text := text_of(paragraph)) in taken}
    return len(teasers) >= LEAST_TEASERS and len(teasers) >= TEASERS * len(paragraphs)


def _teasers_of(link: HtmlElement) -> list[str]:
    """Return the one or two short paragraphs of the block that a linked heading opens."""
    texts = [text for paragraph in _block_of(link).iter("p") if (text := text_of(paragraph))]
    return texts if len(texts) <= 2 and all(len(text.split()) <= LONGEST_TEASER for text in texts) else []


def _block_of(link: HtmlElement) -> HtmlElement:
    """Return the block that a linked heading opens: the first around it with a paragraph and no second such heading."""
    block = link
    for around in link.iterancestors():
        if len({*around.iter("h2", "h3", "h4")}) > 1 or around.tag in ("body", "html"):
            break
        block = around
    return block
