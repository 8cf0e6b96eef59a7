"""Articles in Markdown, such as web pages that a program has clipped."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from models.articles.addresses import is_address
from models.articles.dates import read_date
from models.articles.documents.document import Document
from models.articles.draft import Draft
from models.articles.formats.articles_of_document import articles_of
from models.articles.formats.format import Format
from models.articles.input_file import InputFile
from models.articles.one_article import from_document
from models.errors import UnreadableArticle
from models.translation import _

MOST_BYTES = 20 * 2**20


def recognise(_file: InputFile) -> bool:
    """Return whether the file is in Markdown: by its suffix alone, since any text may be."""
    return False


def read(file: InputFile) -> Iterator[Draft | UnreadableArticle]:
    """Yield the articles of a text in Markdown: one, or those of an export."""
    from models.articles.documents.md import markdown_of  # loaded with the first such text: its library is large

    data = file.read(MOST_BYTES)
    decoded = file.decoded(data)
    file.refuse_too_long(decoded.text)
    document, fields = markdown_of(decoded)
    yield from articles_of(document, lambda: _the_one(file, data, document, fields), file.named, file.how)


def _the_one(file: InputFile, data: bytes, document: Document, fields: Mapping[str, str]) -> Draft:
    """Return the article, with what the head says of it: the day of publication, but not when it was clipped."""
    draft = from_document(document, named=file.named)
    address = next((found for name in ("source", "url", "link") if is_address(found := fields.get(name, ""))), None)
    return replace(
        draft,
        title=fields.get("title") or draft.title,
        byline=fields.get("author") or draft.byline,
        published=read_date(fields.get("published", "")) or draft.published,
        address=address or draft.address,
        original=data,
        encoding=document.encoding,
    )


MD = Format(_("a text in Markdown"), (".md", ".markdown"), recognise, read)
