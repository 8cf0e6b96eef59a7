"""A web page as a document: everything that it shows, menus too, since an export of a database is not one article."""

import re

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from models.articles.decoding import Decoded
from models.articles.documents.document import Document
from models.articles.documents.page_paragraphs import PageParagraphs
from models.articles.web_page_markup import quote
from models.text.xml_characters import page_text

XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")


def document_of(decoded: Decoded) -> Document:
    """Return a decoded page as a document; a page without any words has no paragraphs."""
    page = _tree(decoded.text)
    if page is None:
        return Document((), encoding=decoded.encoding)
    for element in reversed(page.xpath("//q")):
        quote(element, (page.get("lang") or "en")[:2].lower())
    paragraphs = PageParagraphs()
    paragraphs.read(page)
    return Document(
        paragraphs=tuple(paragraphs.builder.paragraphs),
        title=" ".join((page.findtext(".//title") or "").split()) or None,
        language=page.get("lang"),
        encoding=decoded.encoding,
        warnings=(*((decoded.warning,) if decoded.warning else ()), *paragraphs.left_out.warnings),
    )


def _tree(markup: str) -> HtmlElement | None:
    # A text that is decoded already must not declare its encoding again.
    markup = XML_DECLARATION.sub("", page_text(markup.lstrip("\ufeff")), count=1)
    try:
        return document_fromstring(markup, parser=HTMLParser(huge_tree=True, remove_pis=True, remove_comments=True))
    except ParserError:  # nothing but blanks and comments
        return None
