"""A web page as a document: everything that it shows, menus too, since an export of a database is not one article."""

import re

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from models.articles.decoding import Decoded
from models.articles.documents.document import Document
from models.articles.documents.page_paragraphs import paragraphs_of

XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")


def document_of(decoded: Decoded) -> Document:
    """Return a decoded page as a document; a page without any words has no paragraphs."""
    page = _tree(decoded.text)
    if page is None:
        return Document((), encoding=decoded.encoding)
    return Document(
        paragraphs=paragraphs_of(page),
        title=" ".join((page.findtext(".//title") or "").split()) or None,
        language=page.get("lang"),
        encoding=decoded.encoding,
        warnings=(decoded.warning,) if decoded.warning else (),
    )


def _tree(markup: str) -> HtmlElement | None:
    # A text that is decoded already must not declare its encoding again.
    markup = XML_DECLARATION.sub("", markup.lstrip("\ufeff").replace("\0", ""), count=1)
    try:
        return document_fromstring(markup, parser=HTMLParser(huge_tree=True, remove_pis=True, remove_comments=True))
    except ParserError:  # nothing but blanks and comments
        return None
