"""A table of texts as a file holds it, before anybody knows what its columns say."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice

from models.articles.addresses import is_address
from models.articles.dates import read_date
from models.errors import UnreadableArticle
from models.translation import _

SAMPLE = 50
"""Rows at the beginning of a table by which its columns are known."""

NEAR = 10
"""Rows at the beginning that may come before the names of the columns."""

LONGEST_NAME = 100
"""Code points of the name of a column; what is longer is a text."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number, from 1 as the file counts its lines, its cells, and what the file has of it as JSON."""

    number: int
    cells: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the names of its columns, its first rows, and all rows, which can be read once.

    A row that cannot be read is a refusal. `epoch` is the day from which a workbook counts; `sheet` is the name of its
    sheet. `warnings` are about every row.
    """

    names: tuple[str, ...]
    sample: tuple[Row, ...]
    rows: Iterator[Row | UnreadableArticle]
    sheet: str | None = None
    epoch: datetime | None = None
    warnings: tuple[str, ...] = ()

    def column(self, name: str) -> list[str]:
        """Return the cells of a column in the first rows that are not blank, without its name if that is repeated."""
        at = self.names.index(name)
        return [cell for row in self.sample if row.cells != self.names and (cell := row.cells[at].strip())]


Numbered = tuple[int, Sequence[str]]
"""The number of a row, from 1, and its cells."""


def table_of(
    numbered: Iterable[Numbered | UnreadableArticle],
    named: str,
    sheet: str | None = None,
    epoch: datetime | None = None,
    warnings: tuple[str, ...] = (),
) -> Table | None:
    """Return the table in some rows, or None if there are none. The name is that of the file, for sentences.

    What comes before the names of the columns, such as a title, is left out.
    """
    rows = iter(numbered)
    first = list(islice(rows, NEAR))
    beginning = [each for each in first if not isinstance(each, UnreadableArticle)]
    if not beginning:
        return None
    header = next((row for row in beginning if _filled(row) > 1), beginning[0])
    names = _names(header[1])
    start = first.index(header) + (names is not None)
    names = names or tuple(str(at) for at in range(1, len(header[1]) + 1))
    whole = (_row(each, names, named) for each in chain(first[start:], rows))
    sample = list(islice(whole, SAMPLE))
    return Table(
        names=names,
        sample=tuple(each for each in sample if isinstance(each, Row)),
        rows=chain(sample, whole),
        sheet=sheet,
        epoch=epoch,
        warnings=warnings,
    )


def _filled(row: Numbered) -> int:
    return sum(1 for cell in row[1] if cell.strip())


def _names(cells: Sequence[str]) -> tuple[str, ...] | None:
    """Return the names of columns, each different; None if these cells are no names but the first row."""
    names: list[str] = []
    for at, cell in enumerate(cells, 1):
        name = " ".join(cell.split()) or str(at)
        if len(name) > LONGEST_NAME or is_address(name) or read_date(name):
            return None
        names.append(name if name not in names else f"{name} ({at})")
    return tuple(names)


def _row(each: Numbered | UnreadableArticle, names: tuple[str, ...], named: str) -> Row | UnreadableArticle:
    if isinstance(each, UnreadableArticle):
        return each
    number, cells = each
    if any(cell.strip() for cell in cells[len(names) :]):
        what = _("Line {number} of {file} has {cells} cells, but the table has {columns} columns.")
        return UnreadableArticle(
            what.format(number=number, file=named, cells=len(cells), columns=len(names)),
            _("It was left out."),
            _("Save the table again, with quotation marks around texts."),
        )
    whole = (*cells[: len(names)], *[""] * (len(names) - len(cells)))
    told = {name: cell for name, cell in zip(names, whole, strict=True) if cell}
    return Row(number, whole, json.dumps(told, ensure_ascii=False))
