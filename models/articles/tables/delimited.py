"""Read tables whose cells are separated by a mark (CSV, TSV), in any encoding, row by row."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from models.articles.input_file import MOST_TEXT, InputFile
from models.articles.refusals import refuse
from models.articles.tables.dialects import Dialect, dialect_of
from models.articles.tables.streamed_text import encoding_of, text_lines
from models.articles.tables.table import Numbered, Table, table_of
from models.errors import UnreadableArticle
from models.translation import _

BEGINNING = 2**17
"""Code points from which the dialect is recognised."""

MOST = 2 * MOST_TEXT
"""Code points of one row."""


def read(file: InputFile) -> Table | None:
    """Return the table of a file, or None if it is empty. Raises UnreadableArticle if it is no text."""
    encoded = encoding_of(file)
    lines = text_lines(file, encoded, MOST)
    first, is_cut = _first_lines(lines)
    first[:1] = [line.removeprefix("\ufeff") for line in first[:1]]
    named = first[0].strip("\r\n ") if first and first[0].lower().startswith("sep=") else ""
    body = first[1:] if named else first
    found = dialect_of("".join(body), is_cut=is_cut)
    if len(named) > len("sep="):  # Excel's own way to name the separator
        found = replace(found, separator=named[len("sep=")])
    rows = _rows(file, found, chain(body, lines), int(bool(named)))
    return table_of(rows, file.named, warnings=(encoded.warning,) if encoded.warning else ())


def _first_lines(lines: Iterator[str]) -> tuple[list[str], bool]:
    """Return the first lines, and whether there are more."""
    first: list[str] = []
    size = 0
    for line in lines:
        first.append(line)
        size += len(line)
        if size > BEGINNING:
            return first, True
    return first, False


class _Watched:
    """The lines of a table, counted; they end in an error if one row has too many."""

    def __init__(self, file: InputFile, lines: Iterable[str], before: int) -> None:
        self._file, self._lines = file, lines
        self.number, self.size = before, 0

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.number += 1
            self.size += len(line)
            if self.size > MOST:
                what = _("A cell of “{name}” seems to go on for millions of characters: a quotation mark is missing.")
                raise refuse(self._file.path, what, _("Save the table again."))
            yield line


def _rows(
    file: InputFile, dialect: Dialect, lines: Iterable[str], before: int
) -> Iterator[Numbered | UnreadableArticle]:
    """Yield the rows that are not blank, each with the number of its first line; a refusal ends the table."""
    watched = _Watched(file, lines, before)
    number = before + 1
    try:
        for cells in dialect.rows(watched):
            if any(map(str.strip, cells)):
                file.pause()
                yield number, cells
            number, watched.size = watched.number + 1, 0
    except csv.Error as error:
        what = _("“{name}” is not a table from line {number} on: a quotation mark is missing or too many ({reason}).")
        yield UnreadableArticle(
            what.format(name=file.path.name, number=number, reason=error),
            _("The rows before it were read."),
            _("Save the table again, with quotation marks around texts."),
        )
