"""A PDF as a document. PDFium reads it, as it does in browsers; pictures of text have no text."""

from collections.abc import Sequence
from dataclasses import replace

from models.articles.documents.document import Document
from models.articles.documents.pdf_paragraphs import paragraphs_of
from models.articles.documents.pdf_process import DamagedPdf, EncryptedPdf, EndlessPdf, PdfPages, pages_of
from models.articles.hyphenation import rejoined, told
from models.articles.input_file import InputFile
from models.articles.refusals import refuse
from models.translation import _, ngettext

MOST_BYTES = 200 * 2**20
MOST_PAGES = 2_000
SHOWN = 10

PRINT = _("Open it in a PDF reader and print it into a new PDF, or copy the text of the article and paste it.")
RECOGNISE = _("Recognise its text with a program for that (OCR), or type the text of the article.")


def read(file: InputFile) -> Document:
    """Return a PDF. Raises UnreadableArticle if it is damaged, encrypted, scanned or too long."""
    try:
        read = pages_of(file, file.read(MOST_BYTES), MOST_PAGES)
    except EncryptedPdf as error:
        raise refuse(file.path, _("“{name}” is protected by a password."), PRINT) from error
    except DamagedPdf as error:
        raise refuse(file.path, _("“{name}” is damaged and cannot be read as a PDF."), PRINT) from error
    except EndlessPdf as error:
        raise refuse(file.path, _("A page of “{name}” takes too long to read, and may be an attack."), PRINT) from error
    if read.count > MOST_PAGES:
        what = _("“{name}” has {count:,} pages, more than {most:,}, which is more than a file of articles can have.")
        raise refuse(file.path, what, _("Split it into smaller files."), count=read.count, most=MOST_PAGES)
    without = [number for number, lines in enumerate(read.pages, 1) if not lines]
    if len(without) == read.count:
        raise refuse(file.path, _("“{name}” has no text: its pages are pictures, perhaps scanned."), RECOGNISE)
    return _document(read, without)


def _document(read: PdfPages, without: Sequence[int]) -> Document:
    paragraphs = paragraphs_of(read.pages)
    texts, joined = rejoined([each.text for each in paragraphs], is_divided=True)
    return Document(
        paragraphs=tuple(replace(each, text=text) for each, text in zip(paragraphs, texts, strict=True)),
        title=" ".join(read.said.get("Title", "").split()) or None,
        author=" ".join(read.said.get("Author", "").split()) or None,
        program=read.said.get("Creator") or read.said.get("Producer") or None,
        warnings=(*((_pictures(without),) if without else ()), *told(joined)),
    )


def _pictures(without: Sequence[int]) -> str:
    pages = ", ".join(map(str, without[:SHOWN])) + (" …" if len(without) > SHOWN else "")
    return ngettext(
        "{count:,} page has no text, and is perhaps scanned: page {pages}.",
        "{count:,} pages have no text, and are perhaps scanned: pages {pages}.",
        len(without),
    ).format(count=len(without), pages=pages)
