"""A mail (.eml), such as a newsletter: the page or text that it contains, under its subject."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from models.articles.decoding import Decoded
from models.articles.draft import Draft
from models.articles.formats.format import Format
from models.articles.input_file import InputFile
from models.articles.plain_text import from_text
from models.articles.refusals import refuse
from models.articles.whole_page import draft_of_page
from models.errors import UnreadableArticle
from models.text.folding import folded
from models.translation import _, counted

MOST_BYTES = 50 * 2**20

HEADER = re.compile(r"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
SURE = re.compile(r"(?im)^(?:message-id|mime-version|received|return-path|dkim-signature)[ \t]*:")
FROM = re.compile(r"(?im)^from[ \t]*:")
FORWARDED = re.compile(r"(?i)\s*(?:fwd?|wg|tr|rv|i|doorst|pd|enc|re|aw|antw|sv|vs)\s*:")


def recognise(file: InputFile) -> bool:
    """Return whether a file begins with the header of a mail, as a program that sends mails writes it."""
    header = HEADER.match(file.start.replace("\r\n", "\n"))
    return header is not None and bool(SURE.search(header[0]) and FROM.search(header[0]))


def read(file: InputFile) -> Iterator[Draft]:
    """Yield the article of a mail. Raises UnreadableArticle if it has no text."""
    data = file.read(MOST_BYTES)
    mail = message_from_bytes(data)
    parts = [part for part in mail.walk() if not part.is_multipart()]
    shown = [part for part in parts if part.get_content_disposition() != "attachment"]
    draft = _of_page(file, shown) or _of_text(file, shown)
    if draft is None:
        raise refuse(file.path, _("“{name}” is a mail without any text."), _("Import its attachments instead."))
    subject = " ".join(_words(mail["Subject"]).split())
    yield replace(
        draft,
        title=subject if subject and not FORWARDED.match(subject) else draft.title,
        outlet=draft.outlet or _newsletter(mail),
        published=draft.published or _sent(mail, subject),
        original=data,
        warnings=(*draft.warnings, *_left_out(parts)),
    )


def _of_page(file: InputFile, parts: list[Message]) -> Draft | None:
    """Return the draft of the first page in a mail, or None if there is none with an article."""
    page = next((found for part in parts if (found := _decoded(file, part, "text/html"))), None)
    try:
        return _completed(draft_of_page(page.text, named=file.named), page) if page else None
    except UnreadableArticle:
        return None


def _of_text(file: InputFile, parts: list[Message]) -> Draft | None:
    text = next((found for part in parts if (found := _decoded(file, part, "text/plain"))), None)
    if text is None:
        return None
    file.refuse_too_long(text.text)
    return _completed(from_text(text.text, named=file.named), text)


def _completed(draft: Draft, decoded: Decoded) -> Draft:
    warnings = (decoded.warning,) if decoded.warning else ()
    return replace(draft, encoding=decoded.encoding, warnings=(*warnings, *draft.warnings))


def _decoded(file: InputFile, part: Message, kind: str) -> Decoded | None:
    """Return the text of a part of a kind, or None if it is of another kind or blank."""
    content = part.get_payload(decode=True) if part.get_content_type() == kind else None
    if not isinstance(content, bytes) or not content.strip():
        return None
    try:
        name = part.get_content_charset() or "utf-8"
        return Decoded(content.decode(name), name)
    except (LookupError, UnicodeError, ValueError):
        return file.decoded(content)


def _words(header: object) -> str:
    """Return what a header says, decoded; as it is if it cannot be decoded."""
    said = "" if header is None else str(header)
    try:
        return str(make_header(decode_header(said)))
    except (LookupError, UnicodeError, MessageError, ValueError):
        return said


def _is_newsletter(mail: Message) -> bool:
    return mail["List-Unsubscribe"] is not None or mail["List-Id"] is not None


def _newsletter(mail: Message) -> str | None:
    """Return the name of the sender of a newsletter, if the address is of a site with that name."""
    name, address = parseaddr(_words(mail["From"]))
    site = "".join(filter(str.isalnum, folded(address.rpartition("@")[2].rpartition(".")[0])))
    plain = "".join(filter(str.isalnum, folded(name)))
    known = len(plain) > 2 and (plain in site or plain.removeprefix("the") in site)
    return " ".join(name.split()) if known and _is_newsletter(mail) else None


def _sent(mail: Message, subject: str) -> str | None:
    """Return the day of a newsletter, which is published when it is sent; of other mails only who sent it knows."""
    if not _is_newsletter(mail) or FORWARDED.match(subject):
        return None
    try:
        return parsedate_to_datetime(str(mail["Date"] or "")).date().isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _left_out(parts: list[Message]) -> tuple[str, ...]:
    count = sum(part.get_content_disposition() == "attachment" for part in parts)
    one, many = "{count:,} attachment was left out.", "{count:,} attachments were left out."
    return (counted(one, many, count),) if count else ()


EML = Format(_("a mail"), (".eml",), recognise, read)
