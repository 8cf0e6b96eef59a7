"""A plain text as a document: every line is a paragraph, blank ones too."""

from models.articles.decoding import Decoded
from models.articles.documents.document import Document, Paragraph
from models.text.normalising import normalise


def document_of(decoded: Decoded) -> Document:
    """Return a decoded text as a document; a form feed begins a page."""
    pages = [normalise(page).split("\n") for page in decoded.text.replace("\r\n", "\n").split("\f")]
    return Document(
        paragraphs=tuple(
            Paragraph(line, page_break=number > 0 and at == 0)
            for number, lines in enumerate(pages)
            for at, line in enumerate(lines)
        ),
        encoding=decoded.encoding,
        warnings=(decoded.warning,) if decoded.warning else (),
    )
