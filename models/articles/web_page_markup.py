"""Put into words what only the markup of a page says: struck out, quoted, raised, a paragraph within a link.

This is done before the article is extracted from the page, so that "$11<sup>99</sup>" never becomes 1199.
"""

import re

from lxml.html import HtmlElement

from models.articles.raising import NOTE, raised

STRUCK = "//del | //s | //strike | //*[contains(translate(@style, ' ', ''), 'text-decoration:line-through')]"
QUOTATION_MARKS = {"de": "„“‚‘", "fr": "«»“”", "es": "«»“”", "it": "«»“”", "ru": "«»„“", "ja": "「」『』", "zh": "“”‘’"}
PROSE = re.compile(r"(?s).{60,}[.!?…][”\"’')]*$")
PAGE_PARTS = "//article | //main | //*[@role='main'] | //*[@itemprop='articleBody']"
LEAST_PARAGRAPHS = 3
LEAST_LINKS = 2
"""The fewest items of a list of links to other stories."""


def made_plain(page: HtmlElement, language: str | None) -> None:
    """Change the tree of a page so that its words alone say what its markup said."""
    for element in page.xpath(STRUCK):
        element.drop_tree()
    for element in reversed(page.xpath("//q")):
        quote(element, language or "en")
    for element in page.xpath("//*//sup[not(ancestor::sup)]"):
        _lower(element)
    for link in page.xpath("//p//a"):
        _unlink(link)
    for header in page.xpath("//article//header | //main//header"):
        _keep_headings(header)
    for linked in [each for each in page.xpath("//ul | //ol") if _is_linked_list(each)]:
        linked.drop_tree()
    _join_entries(page)
    _frame(page)


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


def _unlink(link: HtmlElement) -> None:
    """Remove the link from a paragraph of prose that is a link as a whole; the headline of another story keeps its
    link.
    """
    paragraph = next(link.iterancestors("p"))
    text = " ".join(paragraph.text_content().split())
    if PROSE.match(text) and " ".join(link.text_content().split()) == text:
        link.drop_tag()


def _is_linked_list(element: HtmlElement) -> bool:
    """Return whether a list has only headlines of other pages: each item is a link from its first word to its last."""
    items = element.findall("li")
    return len(items) >= LEAST_LINKS and all(_is_link(item) for item in items)


def _is_link(item: HtmlElement) -> bool:
    links = "".join(link.text_content() for link in item.iter("a") if link.get("href"))
    return bool(links.strip()) and "".join(links.split()) == "".join(item.text_content().split())


def _keep_headings(header: HtmlElement) -> None:
    """Keep the header of each entry in a live blog as its heading; the article's has headline, names and buttons."""
    if header.find(".//h1") is None and (headings := header.xpath(".//h2 | .//h3 | .//h4")):
        for heading in reversed(headings):
            heading.tail = None
            header.addnext(heading)
        header.drop_tree()


def _join_entries(page: HtmlElement) -> None:
    """Join the entries of a live blog, each an article in one frame; the headings of teasers would be links."""
    for frame in page.xpath("//*[count(article) > 1][not(ancestor-or-self::article)][not(.//h1)]"):
        entries = frame.findall("article")
        headings = frame.xpath("article//h2 | article//h3 | article//h4")
        if any(heading.xpath(".//a[@href] | ancestor::a[@href]") for heading in headings):
            continue
        if page.find(".//h1") is not None and all(entry.find(".//p") is not None for entry in entries):
            frame.tag = "article"
            for entry in entries:
                entry.tag = "div"
                entry.attrib.clear()  # its class would make the first entry look like the whole article


def _frame(page: HtmlElement) -> None:
    """Make the body the article if a page has no frame and its body contains the paragraphs directly."""
    body = page.find(".//body")
    if body is not None and not page.xpath(PAGE_PARTS) and len(body.findall("p")) >= LEAST_PARAGRAPHS:
        article = body.makeelement("article")
        article.text, body.text = body.text, None
        article.extend(list(body))
        body.append(article)
