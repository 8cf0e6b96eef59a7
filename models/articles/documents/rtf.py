"""A Rich Text file (.rtf), as word processors and news databases write it."""

from models.articles.documents.document import Document
from models.articles.documents.rtf_text import RtfText
from models.articles.documents.rtf_tokens import tokens_of
from models.articles.input_file import InputFile

MOST_BYTES = 100 * 2**20
"""Larger than for other documents, since pictures are written in digits."""

BEGINNING = b"{\\rtf"
PAUSE = 4096


def recognise(file: InputFile) -> bool:
    """Return whether a file begins like Rich Text."""
    return file.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(BEGINNING)


def read(file: InputFile) -> Document:
    """Return a Rich Text file as a document. Raises UnreadableArticle if it is too large."""
    text = RtfText()
    for count, token in enumerate(tokens_of(file.read(MOST_BYTES).lstrip(b"\xef\xbb\xbf \t\r\n"))):
        if count % PAUSE == 0:
            file.pause()
        text.read(token)
    text.finish()
    return Document(
        paragraphs=tuple(text.builder.paragraphs),
        title=text.properties.get("title"),
        author=text.properties.get("author"),
        warnings=text.left_out.warnings,
    )
