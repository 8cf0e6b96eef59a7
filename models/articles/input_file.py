"""A file from which articles are read: its first bytes, from which its format is recognised, and its content."""

import stat
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import IO

from models.articles.decoding import Decoded, decode, decode_as
from models.articles.draft import Draft
from models.articles.file_kinds import is_binary
from models.articles.how_to_read import AS_FOUND, HowToRead
from models.articles.refusals import name_of, refuse
from models.articles.zip_names import names_in
from models.errors import Interrupted, UnreadableArticle
from models.translation import _

HEAD = 2**16
"""Bytes at the beginning of a file from which its format is recognised."""

MOST_TEXT = 5 * 2**20
"""Code points of the longest article."""

CUT = _("Split it into smaller files.")


def always() -> bool:
    """Return that a file is still wanted."""
    return True


@dataclass(frozen=True)
class InputFile:
    """A file that exists and is not empty, with its first bytes; `content` is that of a file inside another.

    `go_on` is asked while the file is read, and returns whether it is still wanted. `how` is what the coder said.
    """

    path: Path
    head: bytes
    content: bytes | None = None
    go_on: Callable[[], bool] = always
    how: HowToRead = AS_FOUND

    @classmethod
    def open(cls, path: Path, go_on: Callable[[], bool] = always, how: HowToRead = AS_FOUND) -> "InputFile":
        """Look at a file. Raises UnreadableArticle if it is not a file, is empty or cannot be read."""
        with _explained(path):
            about = path.stat()
            if stat.S_ISDIR(about.st_mode):
                raise refuse(path, _("“{name}” is a folder, not a file."), _("Import the folder with all its files."))
            if not stat.S_ISREG(about.st_mode):
                # A pipe or a device would be read without end.
                raise refuse(path, _("“{name}” is not an ordinary file."))
            if about.st_size == 0:
                # Not read to make sure: the files in which Linux describes itself have no size, and some never end.
                raise refuse(path, _("“{name}” is empty."), _("Check whether it was saved completely."))
            with path.open("rb") as file:
                return cls(path, file.read(HEAD), go_on=go_on, how=how)

    def inside(self, name: str, content: bytes) -> "InputFile":
        """Return a file that is inside this one. Raises UnreadableArticle if it is empty."""
        if not content:
            raise refuse(Path(name), _("“{name}” is empty."), _("Check whether it was saved completely."))
        return InputFile(Path(name), content[:HEAD], content, self.go_on, self.how)

    def pause(self) -> None:
        """Raise Interrupted if the file is no longer wanted."""
        if not self.go_on():
            raise Interrupted

    @property
    def named(self) -> str:
        """Return the name of the file in quotation marks, for a sentence."""
        return f"“{name_of(self.path)}”"

    @cached_property
    def start(self) -> str:
        """Return the first characters, of which only those in ASCII are certain: markup, labels and braces."""
        return self.head.decode("latin-1").replace("\0", "").lstrip("ï»¿ÿþ")

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the names of the files inside a zip file; none for other files."""
        if not self.head.startswith(b"PK"):
            return ()
        with self.explained(), self.opened() as file:
            return names_in(file)

    def opened(self) -> IO[bytes]:
        """Return the content, open for reading. Raises OSError."""
        return self.path.open("rb") if self.content is None else BytesIO(self.content)

    def read(self, most: int) -> bytes:
        """Return all bytes. Raises UnreadableArticle if they are more than `most`."""
        with self.explained(), self.opened() as file:
            data = file.read(most + 1)
        if len(data) > most:
            raise self._too_large(most)
        return data

    def pieces(self, size: int) -> Iterator[bytes]:
        """Yield the bytes in pieces of one size, the last perhaps shorter."""
        with self.explained(), self.opened() as file:
            while piece := file.read(size):
                yield piece

    def explained(self) -> AbstractContextManager[None]:
        """Return a context in which a system error is explained in a sentence for people."""
        return _explained(self.path)

    def lines(self, most: int) -> Iterator[bytes]:
        """Yield the lines one by one. Raises UnreadableArticle for a line of more than `most` bytes."""
        with self.explained(), self.opened() as file:
            while line := file.readline(most + 1):
                if len(line) > most:
                    raise self._too_large(most)
                yield line

    def _too_large(self, most: int) -> UnreadableArticle:
        what = _("“{name}” is larger than {megabytes} MB, which is more than an article can be.")
        return refuse(self.path, what, CUT, megabytes=most >> 20)

    def decoded(self, data: bytes) -> Decoded:
        """Return bytes of this file as text. Raises UnreadableArticle if they are not text, or only blanks."""
        decoded = decode_as(data, self.how.encoding) if self.how.encoding else decode(data)
        if decoded is None or is_binary(decoded.text):
            raise refuse(self.path, _("“{name}” contains no text that can be read."))
        if not decoded.text.strip("\ufeff").strip():
            raise refuse(self.path, _("“{name}” contains only blanks."), _("Check whether it was saved completely."))
        return decoded

    def completed(self, draft: Draft, data: bytes, decoded: Decoded) -> Draft:
        """Return a draft with the bytes that it comes from. Raises UnreadableArticle if it is too long."""
        self.refuse_too_long(draft.text)
        warnings = (decoded.warning,) if decoded.warning else ()
        warnings = (*warnings, *draft.warnings)
        return replace(draft, original=data, encoding=decoded.encoding, warnings=warnings)

    def refuse_too_long(self, text: str) -> None:
        """Raise UnreadableArticle if a text is longer than an article can be."""
        if len(text) > MOST_TEXT:
            what = _("“{name}” has more than {millions} million characters of text, too many for an article.")
            raise refuse(self.path, what, CUT, millions=MOST_TEXT >> 20)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Explain a system error about a file in a sentence for people."""
    try:
        yield
    except FileNotFoundError as error:
        raise refuse(path, _("“{name}” does not exist."), _("Check the name for a typing error.")) from error
    except PermissionError as error:
        do = _("Ask its owner for permission, or copy its text and paste it.")
        raise refuse(path, _("You have no permission to read “{name}”."), do) from error
    except OSError as error:
        do = _("Try again, or copy it to another place.")
        raise refuse(path, _("“{name}” cannot be read ({reason})."), do, reason=error.strerror) from error
    except ValueError as error:
        raise refuse(path, _("“{name}” does not exist: there is a NUL in its name."), _("Check the name.")) from error
