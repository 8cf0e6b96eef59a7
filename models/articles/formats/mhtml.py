"""A web page in one file with its pictures, as browsers save it (MHTML)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import Message

from models.articles.draft import Draft
from models.articles.formats.format import Format
from models.articles.formats.html import MOST_BYTES, from_page
from models.articles.input_file import InputFile
from models.articles.refusals import refuse
from models.translation import _

HEADER = re.compile(r"(?im)^(?:snapshot-content-location:|content-type:\s*multipart/related)")
HEADER_LENGTH = 4000


def recognise(file: InputFile) -> bool:
    """Return whether a file begins with the header of such an archive."""
    header = file.start[:HEADER_LENGTH]
    return "MIME-Version:" in header and HEADER.search(header) is not None


def read(file: InputFile) -> Iterator[Draft]:
    """Yield the article of the page in the archive."""
    data = file.read(MOST_BYTES)
    archive = message_from_bytes(data)
    page = next((part for part in archive.walk() if part.get_content_type() == "text/html"), None)
    content = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(content, bytes):
        raise refuse(file.path, _("“{name}” contains no web page."))
    draft = from_page(file, content, data)
    yield replace(draft, address=draft.address or _address(archive) or _address(page))


def _address(part: Message) -> str | None:
    address = str(part["Snapshot-Content-Location"] or part["Content-Location"] or "").strip()
    return address if address.startswith(("http://", "https://")) else None


MHTML = Format(_("a web page with its pictures"), (".mhtml", ".mht"), recognise, read)
