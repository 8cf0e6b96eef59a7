"""Write tables as CSV (RFC 4180, by Python's csv module); absent cells are empty, and no text is altered."""

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import lru_cache
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from models.attributes.cell_kinds import CellKind
from models.exports.beginning import FIRST_CHARACTERS, Beginning, FirstLines, headings
from models.exports.first_lines import first_lines
from models.exports.lines import Answered, pick
from models.exports.options import DecimalMark, Options
from models.exports.reading_csv import BOM, rows_of
from models.exports.report import File
from models.exports.source import Source
from models.exports.spreadsheets import Risk, RiskOf, risk, risk_of_dates, risk_of_ranges, safe, sentences
from models.exports.table import Table
from models.exports.tables import tables
from models.exports.target import Written
from models.quantities.writing import plain
from models.store.exported_cells import Cells

BUFFER = 1 << 20
"""Bytes that are collected before they are written to the disk."""

AT_ONCE = 1_000
"""Lines that are in memory at a time; their cells are written column by column."""


class Csv:
    """A target: one CSV file for each table, in UTF-8, by default with the byte order mark that Excel needs."""

    names = tuple(f"{table.name}.csv" for table in tables())

    def write(self, source: Source, place: Path) -> Written:
        """Write every table in one pass through the project. Raises OSError if the disk refuses."""
        with ExitStack() as open_files:
            files = [
                CsvFile(
                    table, open_files.enter_context(_open(place / f"{table.name}.csv", source.options)), source.options
                )
                for table in source.tables
            ]
            for some in source.lines():
                for file in files:
                    file.write(some.get(file.table.lines, ()))
        risks = sum((file.risks for file in files), Counter[Risk]())
        written = tuple(File(place / f"{file.table.name}.csv", file.table.name, file.count) for file in files)
        return Written(written, tuple(sentences(risks)))

    def first(self, source: Source) -> Beginning:
        """Return the first rows of every table, read from the text that would be written."""
        found = first_lines(source)
        return Beginning(
            tuple(
                first_rows(table, f"{table.name}.csv", found[table.name], source.counts[table.name], source.options)
                for table in source.tables
            )
        )

    def count(self, file: File) -> int:
        """Read a table and return how many rows it has. Raises OSError, and ValueError if it is no table."""
        with rows_of(file.path) as rows:
            width = len(next(rows))
            return sum(_is_whole(row, width) for row in rows)


def first_rows(table: Table, name: str, lines: Iterable[Cells], count: int, options: Options) -> FirstLines:
    """Return the first rows of a file, and how it begins, as writing these lines gives them."""
    text = StringIO(newline="")
    CsvFile(table, text, options).write(lines)
    text.seek(0)
    _titles, *rows = csv.reader(text, delimiter=options.separator)
    begins = (BOM if options.bom else "") + text.getvalue()[:FIRST_CHARACTERS]
    return FirstLines(
        name, table.name, table.description, headings(table.columns), tuple(map(tuple, rows)), count, begins
    )


def _open(path: Path, options: Options) -> TextIO:
    file = path.open("w", BUFFER, "utf-8", newline="")
    file.write(BOM if options.bom else "")
    return file


def _is_whole(row: list[str], width: int) -> bool:
    if len(row) != width:
        raise ValueError(f"a row has {len(row)} cells instead of {width}")
    return True


class CsvFile:
    """A table that is being written. `count` counts its lines, and `risks` the cells that a spreadsheet would alter."""

    def __init__(self, table: Table, file: TextIO, options: Options) -> None:
        self.table, self.count = table, 0
        self.risks = Counter[Risk]()
        self._numbers = [at for at, column in enumerate(table.columns) if column.kind is CellKind.NUMBER]
        self._number = _written_by(options.decimal)
        self._texts = [*_texts_in(table, options.spreadsheet_safe)]
        self._pick = pick([column.field for column in table.columns])
        self._writer = csv.writer(file, delimiter=options.separator)
        self._writer.writerow([column.name for column in table.columns])

    def write(self, lines: Iterable[Cells]) -> None:
        """Write some more lines."""
        every = map(self._pick, lines)
        while some := [*islice(every, AT_ONCE)]:
            self.count += len(some)
            self._writer.writerows(self._written(some))

    def _written(self, lines: Sequence[Cells]) -> Iterable[Cells]:
        columns = [*zip(*lines, strict=True)]
        for at, risk_of, marks in self._texts:
            columns[at] = self._checked(columns[at], risk_of, marks)
        for at in self._numbers:
            columns[at] = tuple(map(self._number, columns[at]))
        return zip(*columns, strict=True)

    def _checked(self, cells: Cells, risk_of: RiskOf, marks: bool) -> Cells:
        """Count the texts in a column that are at risk, and return the column, with `marks` so that they are not."""
        marked: dict[str, str] = {}
        for text in set(cells):  # many cells of a column are the same
            if isinstance(text, str):
                found = risk_of(text)
                if marks and (written := safe(text, risk_of)) != text:
                    marked[text], found = written, Risk.MARKED
                if found:
                    self.risks[found] += cells.count(text)
        return tuple(marked.get(each, each) for each in cells) if marked else cells


def _written_by(mark: DecimalMark) -> Callable[[Any], Any]:
    """Return what writes the cells of a column of numbers: an answer that does not fit it is a text, and stays."""

    @lru_cache(maxsize=10_000)
    def written(cell: Any) -> Any:
        return plain(cell).replace(DecimalMark.POINT, mark) if isinstance(cell, float | int) else cell

    return written


def _texts_in(table: Table, spreadsheet_safe: bool) -> Iterator[tuple[int, RiskOf, bool]]:
    """Yield the columns that can have any text, as those of answers can, since one that does not fit is kept.

    Yielded are the place of the column, what finds a risk there, and whether its texts are made safe.
    """
    for at, column in enumerate(table.columns):
        if column.kind in (CellKind.TEXT, CellKind.LIST) or isinstance(column.field, Answered):
            yield at, risk_of_dates if column.kind is CellKind.DATE else risk, spreadsheet_safe
        elif column.kind is CellKind.RANGES:
            yield at, risk_of_ranges, False
