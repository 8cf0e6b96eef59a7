"""Read the articles of a fetched page, by its content like any file; the bytes as they were fetched are kept."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from models.articles.decoding import DECLARATION, codec_of, decode
from models.articles.draft import Draft
from models.articles.formats import format_of
from models.articles.how_to_read import AS_FOUND
from models.articles.input_file import HEAD, InputFile, always
from models.articles.printed_dates import dated
from models.articles.web.fetching import FetchedPage
from models.articles.web.refusals import not_fetched
from models.errors import UnreadableArticle
from models.translation import _

SUFFIXES = {"text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf", "text/plain": ".txt"}
"""The suffixes of names by which a page without a recognisable beginning is read."""


def articles_of_page(page: FetchedPage, go_on: Callable[[], bool] = always) -> Iterator[Draft | UnreadableArticle]:
    """Yield every article of a page, with its address. Refusals are yielded too, never raised."""
    try:
        file = InputFile(Path(_name(page)), page.data[:HEAD], page.data, go_on)
        file = replace(file, how=replace(AS_FOUND, encoding=_encoding(page)))
        for found in format_of(file).read(file):
            if isinstance(found, Draft):
                yield dated(replace(found, address=found.address or page.address), file.how)
            else:
                yield found
    except UnreadableArticle as refusal:
        yield refusal
    except RecursionError:
        yield not_fetched(_("The page is nested too deeply to be read."))


def _name(page: FetchedPage) -> str:
    """Return a name for a page: the last part of its address, or else its host."""
    parts = urlsplit(page.address)
    named = PurePosixPath(unquote(parts.path)).name or parts.hostname or page.address
    suffix = SUFFIXES.get(page.media_type, "")
    return named if not suffix or named.lower().endswith((suffix, ".htm")) else f"{named}{suffix}"


def _encoding(page: FetchedPage) -> str | None:
    """Return the encoding that the host declares, if the page itself leaves it open."""
    if page.encoding is None or DECLARATION.search(page.data[:HEAD]):
        return None
    decoded = decode(page.data)
    return page.encoding if decoded and decoded.warning and codec_of(page.encoding) else None
