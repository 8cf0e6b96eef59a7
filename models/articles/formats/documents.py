"""Documents of word processors: each is one article, or an export of a news database."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from models.articles.documents import docx, odt, rtf
from models.articles.documents.document import Document
from models.articles.draft import Draft
from models.articles.formats.articles_of_document import articles_of
from models.articles.formats.format import Format, Promise
from models.articles.input_file import InputFile
from models.articles.one_article import from_document
from models.articles.refusals import refuse
from models.errors import UnreadableArticle
from models.translation import _

MOST_BYTES = 200 * 2**20
"""The most bytes of a file that are read; each kind of document has a lower limit, or the same."""

BEGINNING, PDF_HEAD = b"%PDF-", 1024
"""How a PDF begins, perhaps after some bytes that do not belong to it."""

Read = Callable[[InputFile], Document]


def _reading(read: Read) -> Callable[[InputFile], Iterator[Draft | UnreadableArticle]]:
    def articles(file: InputFile) -> Iterator[Draft | UnreadableArticle]:
        document = read(file)
        yield from articles_of(document, lambda: _the_one(file, document), file.named, file.how)

    return articles


def _the_one(file: InputFile, document: Document) -> Draft:
    file.refuse_too_long(document.text)
    if not document.text.strip():
        raise refuse(file.path, _("“{name}” contains no text."), _("Check whether it was saved completely."))
    return replace(from_document(document, named=file.named), original=file.read(MOST_BYTES))


def _is_docx(file: InputFile) -> bool:
    return docx.MAIN in file.names


DOCX = Format(_("a Word document"), (".docx",), _is_docx, _reading(docx.read), promise=Promise.TEXT)
RTF = Format(_("a Rich Text document"), (".rtf",), rtf.recognise, _reading(rtf.read), promise=Promise.TEXT)
ODT = Format(_("an OpenDocument text"), (".odt",), odt.recognise, _reading(odt.read), promise=Promise.TEXT)


def _is_pdf(file: InputFile) -> bool:
    return BEGINNING in file.head[:PDF_HEAD]


def _read_pdf(file: InputFile) -> Document:
    from models.articles.documents import pdf  # loaded with the first PDF: its library takes a while to load

    return pdf.read(file)


PDF = Format(_("a PDF"), (".pdf",), _is_pdf, _reading(_read_pdf), promise=Promise.TEXT)
