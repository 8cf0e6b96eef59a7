"""Put into words what only the markup of a page says: struck out, quoted, raised, a paragraph within a link.

This is done before the article is extracted from the page, so that "$11<sup>99</sup>" never becomes 1199.
"""

import re

from lxml.html import HtmlElement

from models.articles.raising import NOTE, raised
from models.text.text_lines import PROSE_WORDS

STRUCK = "//del | //s | //strike | //*[contains(translate(@style, ' ', ''), 'text-decoration:line-through')]"
QUOTATION_MARKS = {"de": "„“‚‘", "fr": "«»“”", "es": "«»“”", "it": "«»“”", "ru": "«»„“", "ja": "「」『』", "zh": "“”‘’"}
PROSE = re.compile(r"(?s).{60,}[.!?…][”\"’')]*$")


def made_plain(page: HtmlElement, language: str | None) -> None:
    """Change the tree of a page so that its words alone say what its markup said."""
    for element in page.xpath(STRUCK):
        element.drop_tree()
    for element in reversed(page.xpath("//q")):
        quote(element, language or "en")
    for element in page.xpath("/*//sup[not(ancestor::sup)]"):
        _lower(element)
    for paragraph in page.xpath("//p[.//a] | //li[.//a][not(.//p | .//ul | .//ol | .//h2 | .//h3 | .//h4 | .//h5)]"):
        _unlink(paragraph)


def quote(element: HtmlElement, language: str) -> None:
    """Add the quotation marks around a <q> that a browser shows."""
    marks = QUOTATION_MARKS.get(language, "“”‘’")
    inner = 2 if next(element.iterancestors("q"), None) is not None else 0
    opening, closing = marks[inner], marks[inner + 1]
    text = element.text_content().strip()
    if text and text[0] not in "“„«‘\"'‹「":
        blank = "\u00a0" if language == "fr" and opening == "«" else ""
        element.text = opening + blank + (element.text or "")
        _append(element, blank + closing)
    element.drop_tag()


def _append(element: HtmlElement, words: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def _lower(element: HtmlElement) -> None:
    """Make a raised figure part of its line without joining it to the figure before it: cents, powers, notes."""
    words = element.text_content().strip()
    before = _before(element)
    linked = bool(element.xpath(".//a[starts-with(@href, '#')] | ancestor::a[starts-with(@href, '#')]"))
    if linked and NOTE.match(words):
        element.drop_tree()
        return
    _replace(element, raised(words, before, element.tail or ""))


def _before(element: HtmlElement) -> str:
    """Return the words directly before an element in its line."""
    previous = element.getprevious()
    if previous is not None:
        return str(previous.tail or previous.text_content())[-30:]
    parent = element.getparent()
    return str(parent.text or "")[-30:] if parent is not None else ""


def _replace(element: HtmlElement, words: str) -> None:
    for child in list(element):
        element.remove(child)
    element.text = words
    element.drop_tag()


def _unlink(paragraph: HtmlElement) -> None:
    """Remove the links from a paragraph or item of the article, since extraction takes much that has links for a menu:
    from prose that is a link as a whole, and from what has more words beside its links; the headline of another story
    keeps its link.
    """
    text = " ".join(paragraph.text_content().split())
    links = list(paragraph.iter("a"))
    linked = " ".join(" ".join(link.text_content() for link in links).split())
    is_telling = paragraph.tag == "li" or len(text.split()) >= PROSE_WORDS
    if (PROSE.match(text) and linked == text) or (is_telling and 2 * len(linked) < len(text)):
        for link in links:
            link.drop_tag()
