"""Write tables as CSV (RFC 4180, by Python's csv module); absent cells are empty, and no text is altered."""

import csv
from collections import Counter
from collections.abc import Iterable
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path
from typing import Any, TextIO

from models.attributes.cell_kinds import CellKind
from models.exports.columns import Column
from models.exports.lines import Answered, pick
from models.exports.report import File
from models.exports.source import Source
from models.exports.spreadsheets import Risk, risk, sentences
from models.exports.table import Table
from models.exports.tables import tables
from models.exports.target import Written
from models.quantities.writing import plain
from models.store.exported_cells import Cells

BUFFER = 1 << 20
"""Bytes that are collected before they are written to the disk."""


class Csv:
    """A target: one CSV file for each table, in UTF-8, by default with the byte order mark that Excel needs."""

    names = tuple(f"{table.name}.csv" for table in tables())

    def write(self, source: Source, place: Path) -> Written:
        """Write every table in one pass through the project. Raises OSError if the disk refuses."""
        with ExitStack() as open_files:
            files = [
                CsvFile(table, open_files.enter_context(_open(place / f"{table.name}.csv", source.options.bom)))
                for table in source.tables
            ]
            for some in source.lines():
                for file in files:
                    file.write(some.get(file.table.lines, ()))
        risks = sum((file.risks for file in files), Counter[Risk]())
        written = tuple(File(Path(file.name), file.table.name, file.count) for file in files)
        return Written(written, tuple(sentences(risks)))

    def count(self, file: File) -> int:
        """Read a table and return how many rows it has. Raises OSError, and ValueError if it is no table."""
        with file.path.open(encoding="utf-8-sig", newline="") as written:
            rows = csv.reader(written, strict=True)
            try:
                width = len(next(rows))
                return sum(_is_whole(row, width) for row in rows)
            except csv.Error as error:
                raise ValueError(str(error)) from error


def _open(path: Path, bom: bool) -> TextIO:
    return path.open("w", BUFFER, "utf-8-sig" if bom else "utf-8", newline="")


def _is_whole(row: list[str], width: int) -> bool:
    if len(row) != width:
        raise ValueError(f"a row has {len(row)} cells instead of {width}")
    return True


class CsvFile:
    """A table that is being written. `count` counts its lines, and `risks` the cells that a spreadsheet would alter."""

    def __init__(self, table: Table, file: TextIO) -> None:
        self.table, self.name, self.count = table, file.name, 0
        self.risks = Counter[Risk]()
        columns = [*enumerate(table.columns)]
        self._numbers = [at for at, column in columns if column.kind is CellKind.NUMBER]
        self._dates = {at for at, column in columns if column.kind is CellKind.DATE}
        self._texts = [at for at, column in columns if _has_texts(column)]
        self._risk = lru_cache(maxsize=1_000)(risk)  # most cells repeat those of the lines before
        self._pick = pick([column.field for column in table.columns])
        self._writer = csv.writer(file)
        self._writer.writerow([column.name for column in table.columns])

    def write(self, lines: Iterable[Cells]) -> None:
        """Write some more lines."""
        self._writer.writerows(map(self._cells, lines))

    def _cells(self, line: Cells) -> list[Any]:
        cells = list(self._pick(line))
        for at in self._texts:
            if isinstance(text := cells[at], str) and (found := self._risk(text)):
                self.risks[found] += found is not Risk.READ or at not in self._dates
        for at in self._numbers:
            if isinstance(value := cells[at], float | int):
                cells[at] = _number(value)
        self.count += 1
        return cells


def _has_texts(column: Column) -> bool:
    """Return whether cells of a column can be any text, as those of answers can: one that does not fit is kept."""
    return column.kind in (CellKind.TEXT, CellKind.LIST) or isinstance(column.field, Answered)


@lru_cache(maxsize=10_000)
def _number(value: float) -> str:
    return plain(value)
