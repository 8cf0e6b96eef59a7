"""A page in one file with its pictures (MHTML), as browsers save it, whatever the name of the file."""

import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message

HEAD = re.compile(rb"(?im)^(?:snapshot-content-location:|content-type:\s*multipart/related)")
HEAD_BYTES = 4000


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """The bytes of the page itself, and where it is from, if that is said."""

    html: bytes
    address: str | None


def page_of_archive(data: bytes) -> ArchivedPage | None:
    """The page in an archive; None if the bytes are no archive or hold no page."""
    head = data[:HEAD_BYTES]
    if b"MIME-Version:" not in head or not HEAD.search(head):
        return None
    archive = message_from_bytes(data)
    page = next((part for part in archive.walk() if part.get_content_type() == "text/html"), None)
    content = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(content, bytes):
        return None
    return ArchivedPage(content, _address(archive) or _address(page))


def _address(part: Message) -> str | None:
    said = str(part["Snapshot-Content-Location"] or part["Content-Location"] or "").strip()
    return said if said.startswith(("http://", "https://")) else None
