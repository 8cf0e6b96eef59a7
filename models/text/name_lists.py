"""Write several names in one line, "Mr Kerry; the Secretary", and read them back.

The rules are those of CSV with a semicolon for the comma: a name that contains a semicolon is in double quotes.
"""

import csv
import re
from collections.abc import Iterable

from models.text.typed_text import typed_line

_AMBIGUOUS = re.compile(r'[;\r\n]|^["\s]')
"""Matches names that have to be quoted to be read back unchanged."""


def join_names(names: Iterable[str]) -> str:
    """Return the names separated by a semicolon and a blank; without names, an empty text."""
    return "; ".join([_quoted(name) if _AMBIGUOUS.search(name) else name for name in names])


def split_names(text: str) -> tuple[str, ...]:
    """Return the names in a line, each once, in their order; empty ones are left out."""
    cells = next(csv.reader([typed_line(text) or ""], delimiter=";", skipinitialspace=True), [])
    return tuple(dict.fromkeys(name for name in map(typed_line, cells) if name))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
