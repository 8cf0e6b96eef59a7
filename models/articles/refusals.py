"""What cannot be an article, known by its first bytes or by how many of them no text has."""

from pathlib import Path

from models.errors import UnreadableArticle

KINDS = (
    (b"%PDF", "a PDF"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a Word, Excel or other zipped file"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"SQLite format 3\0", "a database or an Onrecord project"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or Outlook file"),
    (b"{\\rtf", "a Rich Text file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ\0", "a compressed file"),
    (b"(\xb5/\xfd", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"OggS", "a sound recording"),
    (b"ID3", "a sound recording"),
    (b"fLaC", "a sound recording"),
    (b"RIFF", "a picture or a recording"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"bplist", "a property list or web archive"),
)
"""How a file begins, and what it then looks like."""

LEFT_ALONE = "The file was left as it is, and nothing was added."
INSTEAD = "Save the article as text (.txt) or as a web page (.html), or copy it and paste it."

CONTROLS = frozenset(range(32)) - {9, 10, 12, 13, 27}


def name_of(path: Path) -> str:
    """The name of a file as it can be shown and kept; what is not UTF-8 in it becomes �."""
    return path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def refuse(path: Path, why: str, do: str = INSTEAD) -> UnreadableArticle:
    """The error that says of a file why it is no article; for the caller to raise."""
    return UnreadableArticle(f"“{name_of(path) or path}” {why}.", LEFT_ALONE, do)


def kind_of(data: bytes) -> str | None:
    """What a file that is no text looks like ("a PDF"), or None if it may be text."""
    if data[4:8] == b"ftyp":
        return "a picture or a film"
    return next((kind for start, kind in KINDS if data.startswith(start)), None)


def is_binary(text: str) -> bool:
    """Whether what was decoded is no writing: more than one sign in a hundred is a control character or unreadable."""
    odd = sum(text.count(chr(code)) for code in CONTROLS) + text.count("\ufffd")
    return odd > 0.01 * len(text)
