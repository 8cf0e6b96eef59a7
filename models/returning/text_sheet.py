"""A table as a file holds it, before anybody knows which table it is."""

from collections.abc import Iterable
from dataclasses import dataclass

Row = tuple[str | None, ...]
"""The cells of a row as texts; None for a cell that the row does not reach, "" for an empty one."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of texts: its first row, and the others with their numbers, from 1 as a spreadsheet counts them.

    The rows can be read only once. `name` is that of the file or of the sheet. Numbers in cells that are `typed` have a
    point before their decimals; in others it is not known. `encoding` names one that cannot write all characters.
    `remarks` are sentences for people.
    """

    name: str
    header: Row
    rows: Iterable[tuple[int, Row]]
    typed: bool = False
    encoding: str | None = None
    remarks: tuple[str, ...] = ()
