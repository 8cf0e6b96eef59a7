"""Plain text: an article that was copied into a file or that a news database wrote as text."""

from collections.abc import Iterator

from models.articles.draft import Draft
from models.articles.formats.format import Format
from models.articles.plain_text import from_text
from models.articles.source import Source
from models.translation import _

MOST_BYTES = 20 * 2**20


def recognise(_source: Source) -> bool:
    """Tell whether the file may be text: by its suffix alone, since any bytes may be text."""
    return False


def read(source: Source) -> Iterator[Draft]:
    """Yield the one article of a text."""
    data = source.read(MOST_BYTES)
    decoded = source.decoded(data)
    source.refuse_too_long(decoded.text)  # before it is read, which takes long
    yield source.completed(from_text(decoded.text, named=source.named), data, decoded)


TXT = Format(_("a text"), (".txt",), recognise, read)
