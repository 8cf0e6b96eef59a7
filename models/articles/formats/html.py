"""Web pages, as a browser saves them."""

from collections.abc import Iterator

from models.articles.documents.html import document_of
from models.articles.draft import Draft
from models.articles.formats.articles_of_document import articles_of
from models.articles.formats.format import Format
from models.articles.input_file import InputFile
from models.articles.whole_page import MARKUP, draft_of_page
from models.errors import UnreadableArticle
from models.translation import _

MOST_BYTES = 20 * 2**20
"""Larger than for a text, since a page contains much besides its article."""


def recognise(file: InputFile) -> bool:
    """Return whether a file begins with the markup of a page."""
    return MARKUP.match(file.start) is not None


def read(file: InputFile) -> Iterator[Draft | UnreadableArticle]:
    """Yield the articles of a page: one, or those of an export."""
    data = file.read(MOST_BYTES)
    yield from articles_of(document_of(file.decoded(data)), lambda: from_page(file, data, data), file.named, file.how)


def from_page(file: InputFile, page: bytes, data: bytes) -> Draft:
    """Return the article of a page in the bytes of a file. Raises UnreadableArticle if it has none."""
    decoded = file.decoded(page)
    return file.completed(draft_of_page(decoded.text, named=file.named), data, decoded)


HTML = Format(_("a web page"), (".html", ".htm"), recognise, read)
