"""A file on the disk becomes a draft, or an error that says in a sentence why not."""

import re
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from models.articles.archives import page_of_archive
from models.articles.decoding import Decoded, decode
from models.articles.draft import Draft
from models.articles.plain_text import from_text
from models.articles.refusals import INSTEAD, is_binary, kind_of, name_of, refuse
from models.articles.web_pages import from_html

READABLE = (".txt", ".html", ".htm", ".mhtml", ".mht")
"""The endings of files that can be read as articles."""

MOST_BYTES = 20 * 2**20
MOST_TEXT = 5 * 2**20
"""Limits: a file of 20 MB (pages carry much beside their text), of which 5 million letters are text."""

MARKUP = re.compile(
    r"\s*+(?:(?:(?><!--.*?-->)|<\?xml[^>]*+>)\s*+)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
"""How a page begins. Nothing is taken back once it matched, or a text that begins with comments would take for ever."""


def read_file(path: Path) -> Draft:
    """Read one file as an article. Raises UnreadableArticle for whatever is none."""
    data = _bytes_of(path)
    if kind := kind_of(data):
        raise refuse(path, f"looks like {kind}, not like text")
    if path.suffix.lower() not in READABLE:
        raise refuse(path, f"is of a kind ({path.suffix or 'without an ending'}) that cannot be read yet")
    archived = page_of_archive(data)
    decoded = _text_of(path, archived.html if archived else data)
    draft = _draft_of(path, decoded.text, is_page=archived is not None or _is_page(path, decoded.text))
    return replace(
        draft,
        address=draft.address or (archived.address if archived else None),
        file_name=name_of(path),
        original=data,
        encoding=decoded.encoding,
        warnings=(decoded.warning,) if decoded.warning else (),
    )


def read_folder_or_file(path: Path) -> Iterator[Path]:
    """The files under a folder that can be read as articles, sorted by name; anything but a folder gives itself."""
    if not _is_folder(path):
        yield path
        return
    for below in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in below.relative_to(path).parts)
        # What is no ordinary file is given too, so that it is refused by its name and not passed over in silence.
        if below.suffix.lower() in READABLE and not hidden and not _is_folder(below):
            yield below


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # in a folder that may not be looked into: it is refused by its name when it is read
        return False


def _bytes_of(path: Path) -> bytes:
    """All bytes of a file of reasonable size."""
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise refuse(path, "is a folder, not a file", "Import the folder to read every article in it.")
        if not stat.S_ISREG(about.st_mode):
            # A pipe or a device would be read for ever.
            raise refuse(path, "is not an ordinary file")
        if about.st_size == 0:
            # Not read to make sure: the files in which Linux describes itself have no size, and some never end.
            raise refuse(path, "is empty", "Check whether it was saved completely.")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise refuse(path, "does not exist", "Check the name for a typing error.") from error
    except PermissionError as error:
        raise refuse(path, "may not be read by you", "Ask its owner for permission, or copy its text.") from error
    except OSError as error:
        raise refuse(path, f"cannot be read ({error.strerror})", "Try again, or copy it to another place.") from error
    except ValueError as error:
        raise refuse(path, "does not exist: there is a NUL in its name", "Check the name.") from error
    if len(data) > MOST_BYTES:
        raise refuse(path, "is larger than 20 MB, which is more than an article can be", "Cut it into parts.")
    return data


def _text_of(path: Path, data: bytes) -> Decoded:
    decoded = decode(data)
    if decoded is None or is_binary(decoded.text):
        raise refuse(path, "does not hold text that can be read", INSTEAD)
    if not decoded.text.strip("\ufeff").strip():
        raise refuse(path, "holds only blanks", "Check whether it was saved completely.")
    return decoded


def _draft_of(path: Path, text: str, *, is_page: bool) -> Draft:
    """The article in a text. A page may be longer than an article, since it carries much beside it."""
    if not is_page:
        _refuse_too_long(path, text)
        return from_text(text, named=f"“{name_of(path)}”")
    draft = from_html(text, named=f"“{name_of(path)}”")
    _refuse_too_long(path, draft.text)
    return draft


def _refuse_too_long(path: Path, text: str) -> None:
    if len(text) > MOST_TEXT:
        raise refuse(
            path,
            "has more than 5 million letters of text, which is more than an article can have",
            "Cut it into parts.",
        )


def _is_page(path: Path, text: str) -> bool:
    """Whether it is a web page by its name or, when saved under a name of text, by its beginning."""
    return path.suffix.lower() != ".txt" or bool(MARKUP.match(text))
