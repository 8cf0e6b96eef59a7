"""Parse pages, also those whose elements are so deep inside each other that a parser gives up half-way."""

from lxml.etree import iterwalk
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura.utils import load_html

from models.errors import UnreadableArticle
from models.translation import _

USUAL, MOST = 250, 2000
"""Levels of elements. libxml2 stops at 256 and leaves out all that follows, or at 2048 if it is told that a page is
huge; it raises nothing.
"""


def tree_of(html: str, *, named: str = "the page") -> HtmlElement | None:
    """Parse a page; None if it is none. Raises UnreadableArticle, with the given name, if it is nested too deeply."""
    tree = load_html(html)
    if tree is None or depth(tree) < USUAL:
        return tree
    whole = document_fromstring(html, parser=HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True))
    if depth(whole) >= MOST:
        raise UnreadableArticle(
            _("{page} is nested too deeply to be read.").format(page=named),
            _("The page was left as it is, and nothing was added."),
            _("Open it in a browser, select the article, copy it and paste it here."),
        )
    return whole


def depth(tree: HtmlElement) -> int:
    """Return how many elements are inside each other at most."""
    level = deepest = 0
    for event, _element in iterwalk(tree, events=("start", "end")):
        level += 1 if event == "start" else -1
        deepest = max(deepest, level)
    return deepest
