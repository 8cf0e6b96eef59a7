"""A zip file whose parts are read within limits: it may be a bomb, lie about sizes, or name places outside itself."""

import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from lzma import LZMAError
from typing import Self
from zipfile import BadZipFile, ZipFile, ZipInfo

from models.articles.input_file import InputFile
from models.articles.refusals import refuse
from models.errors import UnreadableArticle
from models.translation import _

MOST_PARTS = 10_000
LARGEST_PART = 64 * 2**20
"""Bytes of one part when it is unpacked."""

LARGEST_UNPACKED, MOST_UNPACKED = 256 * 2**20, 100
"""Bytes of all parts when they are unpacked, as the file announces them, or this many times its own size."""

DAMAGED = (BadZipFile, zlib.error, LZMAError, EOFError, RuntimeError, NotImplementedError, OSError, ValueError)
"""What zipfile raises for a file that is cut, damaged, encrypted or packed in a way that it does not know."""

CHECK = _("Check whether it was saved completely.")


class ZippedParts:
    """The parts of a zip file by their names, while it is open. Nothing is ever unpacked to the disk."""

    def __init__(self, file: InputFile) -> None:
        """Open a zip file. Raises UnreadableArticle if it is damaged, or unpacks to more than any file of articles."""
        self._file = file
        self._opened = ExitStack()
        with self._explained():
            raw = self._opened.enter_context(file.opened())
            size = raw.seek(0, 2)
            self._zipped = self._opened.enter_context(ZipFile(raw))
        self._parts = {
            part.filename: part for part in self._zipped.infolist() if part.filename.rstrip("/") == part.filename != ""
        }
        unpacked = sum(part.file_size for part in self._parts.values())
        if len(self._parts) > MOST_PARTS or unpacked > max(LARGEST_UNPACKED, MOST_UNPACKED * size):
            self._opened.close()
            what = _("“{name}” may be an attack: unpacked, it would have {megabytes:,} MB in {parts:,} files.")
            do = _("Unpack it yourself, if you know where it comes from.")
            raise refuse(file.path, what, do, megabytes=unpacked >> 20, parts=len(self._parts))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the parts in the order of the file."""
        return tuple(self._parts)

    def refuse_unsafe(self) -> None:
        """Raise UnreadableArticle if a part is named as if it were outside the file, as no program names one."""
        if unsafe := next((name for name in self._parts if is_unsafe(name)), None):
            what = _("“{name}” may be an attack: a part of it is named “{part}”, as if it were outside.")
            raise refuse(
                self._file.path, what, _("Open it in the program that wrote it, if you trust it."), part=unsafe
            )

    def read(self, name: str, most: int = LARGEST_PART) -> bytes:
        """Return the bytes of a part. Raises UnreadableArticle if it is missing, damaged, encrypted or too large."""
        part = self._parts.get(name)
        if part is None:
            raise refuse(self._file.path, _("“{name}” is damaged: a part of it is missing ({part})."), CHECK, part=name)
        self._refuse_encrypted(part)
        with self._explained(), self._zipped.open(part) as opened:
            # What the file says of the size need not be true.
            data = opened.read(most + 1)
        if len(data) > most:
            what = _("A part of “{name}” ({part}) is larger than {megabytes} MB when it is unpacked.")
            raise refuse(self._file.path, what, part=name, megabytes=most >> 20)
        return data

    def _refuse_encrypted(self, part: ZipInfo) -> None:
        if part.flag_bits & 1:
            what = _("“{name}” is protected by a password.")
            raise refuse(self._file.path, what, _("Unpack or save it without a password."))

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except UnreadableArticle:
            raise
        except DAMAGED as error:
            self._opened.close()
            what = _("“{name}” is damaged and cannot be unpacked.")
            raise refuse(self._file.path, what, CHECK) from error


def is_unsafe(name: str) -> bool:
    """Return whether the name of a part points outside the zip file."""
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0]
