"""The names of the files inside a zip file, from which its kind is recognised."""

import struct
from typing import IO
from zipfile import BadZipFile, ZipFile

END = struct.Struct("<4s4H2LH")
"""The record at the end of a zip file: its signature, disks and counts, and the size of the list of names."""

LONGEST_COMMENT = 2**16
LARGEST_LIST = 8 * 2**20
"""Bytes of the longest list of names that is read, which are some ten thousand."""


def names_in(opened: IO[bytes]) -> tuple[str, ...]:
    """Return the names in their order; none if the file is damaged, or its list of names is too long to be honest."""
    try:
        if not 0 < _size_of_list(opened) <= LARGEST_LIST:
            return ()
        with ZipFile(opened) as archive:
            return tuple(archive.namelist())
    except (BadZipFile, OSError, ValueError, NotImplementedError, OverflowError):
        return ()


def _size_of_list(opened: IO[bytes]) -> int:
    size = opened.seek(0, 2)
    opened.seek(max(0, size - LONGEST_COMMENT - END.size))
    tail = opened.read()
    at = tail.rfind(b"PK\5\6")
    return int(END.unpack_from(tail, at)[5]) if 0 <= at <= len(tail) - END.size else 0
