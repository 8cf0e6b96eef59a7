"""Recognise by its content a file without an article, and say what to do with it instead."""

from collections.abc import Sequence
from dataclasses import dataclass

from puremagic import PureError, magic_string

from models.translation import _

CONTROLS = frozenset(range(32)) - {9, 10, 12, 13, 27}
"""Control characters that do not occur in text."""

PRINTABLE = ("application/pdf",)
"""Kinds of files that begin like text. Other signatures in plain ASCII could be the first word of an article."""

LEAST_CERTAIN = 0.3
"""The certainty that puremagic gives a signature of three bytes; shorter ones match by chance."""

COMPRESSED = ("x-gzip", "x-bzip2", "x-xz", "zstd", "x-7z-compressed", "x-rar-compressed", "zip")
"""Subtypes of the media types of files that contain others."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: what a sentence calls it ("a PDF"), and what to do to get the article out of it."""

    name: str
    do: str


COPY = _("Open it and copy the text of the article, then paste it.")
SAVE = _("Open it and save it as plain text or as a web page, or copy the text of the article and paste it.")
UNPACK = _("Unpack it, and import what is in it.")

KINDS = (
    ("application/pdf", Kind(_("a PDF"), COPY)),
    ("application/msword", Kind(_("an old Word, Excel or Outlook file"), SAVE)),
    ("image/", Kind(_("a picture"), _("Type the text of the article, or find it on the web and copy it."))),
    ("video/", Kind(_("a film"), _("Type out what is said in it, and paste that text."))),
    ("audio/", Kind(_("a sound recording"), _("Type out what is said in it, and paste that text."))),
    ("application/x-plist", Kind(_("a web archive of Safari"), _("In Safari, save the page as its source (.html)."))),
    ("application/vnd.microsoft", Kind(_("a program"), COPY)),
    *((f"application/{name}", Kind(_("a compressed file"), UNPACK)) for name in COMPRESSED),
)
"""The beginning of a media type, and the kind of its files."""

PACKED = (
    ("word/", Kind(_("a Word document"), SAVE)),
    ("xl/", Kind(_("an Excel workbook"), COPY)),
    ("ppt/", Kind(_("a PowerPoint presentation"), COPY)),
    ("META-INF/container.xml", Kind(_("an electronic book"), COPY)),
    ("META-INF/manifest.xml", Kind(_("an OpenDocument file"), SAVE)),
)
"""The beginning of the name of a file inside a zip file, and the kind that contains it."""

OURS = (
    (b"SQLite format 3\0", Kind(_("a database or an Onrecord project"), _("If it is a project, open it (Ctrl+O)."))),
)
"""Beginnings that puremagic knows in one version only."""


ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The name of the part that has the content of a Word document with a password."""


def kind_of(head: bytes, names: Sequence[str]) -> Kind | None:
    """Return the kind of a file that is not text, or None if it may be text.

    It is recognised by its first bytes and, if it is a zip file, by the names of the files inside.
    """
    if head.startswith(b"PK\3\4"):
        return packed_kind(names) or Kind(_("a zipped file"), UNPACK)
    if ENCRYPTED in head:
        return Kind(_("a document with a password"), _("Open it with its password, and save it without."))
    if known := next((kind for start, kind in OURS if head.startswith(start)), None):
        return known
    return next((kind for found in _media_types(head) for media, kind in KINDS if found.startswith(media)), None)


def packed_kind(names: Sequence[str]) -> Kind | None:
    """Return the kind of document that a zip file with some names is, or None if it only contains other files."""
    return next((kind for start, kind in PACKED if any(name.startswith(start) for name in names)), None)


def _media_types(head: bytes) -> list[str]:
    """Return the media types that the first bytes may have; for text, only those whose signature is plain ASCII."""
    try:
        found = [match.mime_type for match in magic_string(head) if match.confidence >= LEAST_CERTAIN]
    except PureError:
        return []
    return [media for media in found if media in PRINTABLE] if CONTROLS.isdisjoint(head) else found


def is_binary(text: str) -> bool:
    """Return whether decoded bytes are not writing: more than 1 in 100 characters is a control or unreadable."""
    odd = sum(text.count(chr(code)) for code in CONTROLS) + text.count("\ufffd")
    return odd > 0.01 * len(text)
