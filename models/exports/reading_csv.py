"""Read a CSV table that was written here, row by row."""

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

csv.field_size_limit(2**31 - 1)  # otherwise Python refuses to read cells of more than 131,072 characters

BOM = "\N{BYTE ORDER MARK}"
"""Begins a file; the encoding "utf-8-sig" writes the same, but runs Python code for each row."""

BLOCK = 1 << 20
"""Bytes that are read from the disk at a time.

A thread that reads less at a time, as from a file of text, does so so often that the event loop hardly gets its turn.
"""


@contextmanager
def rows_of(path: Path) -> Iterator[Iterator[list[str]]]:
    """Yield the rows of a table, the names of its columns first. Raises OSError, and ValueError if it is no table."""
    with path.open("rb", BLOCK) as file:
        lines = map(bytes.decode, file)
        first = next(lines, "").removeprefix(BOM)
        try:
            yield csv.reader(chain((first,), lines), delimiter=_separator(first), strict=True)
        except csv.Error as error:
            raise ValueError(str(error)) from error


def _separator(line: str) -> str:
    """Return what separates the cells of a table: what follows the name of its first column."""
    if found := re.match(r"\w+(\W)", line):
        return found[1]
    raise ValueError("it does not begin with the names of its columns")
