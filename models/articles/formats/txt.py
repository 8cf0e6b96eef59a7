"""Plain text: an article that was copied into a file, or that a news database wrote as text."""

from collections.abc import Iterator

from models.articles.decoding import Decoded
from models.articles.documents.txt import document_of
from models.articles.draft import Draft
from models.articles.formats.articles_of_document import articles_of
from models.articles.formats.format import Format
from models.articles.input_file import InputFile
from models.articles.plain_text import from_text
from models.errors import UnreadableArticle
from models.translation import _

MOST_BYTES = 20 * 2**20


def recognise(_file: InputFile) -> bool:
    """Return whether the file may be text: by its suffix alone, since any bytes may be text."""
    return False


def read(file: InputFile) -> Iterator[Draft | UnreadableArticle]:
    """Yield the articles of a text: one, or those of an export."""
    data = file.read(MOST_BYTES)
    decoded = file.decoded(data)
    yield from articles_of(document_of(decoded), lambda: _the_one(file, data, decoded), file.named, file.how)


def _the_one(file: InputFile, data: bytes, decoded: Decoded) -> Draft:
    file.refuse_too_long(decoded.text)  # before it is read, which takes long
    return file.completed(from_text(decoded.text, named=file.named), data, decoded)


TXT = Format(_("a text"), (".txt",), recognise, read)
