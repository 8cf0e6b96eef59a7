"""Tables as CSV: RFC 4180, with nothing for what is absent and every text as it is."""

import csv
import os
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Generic, TypeVar

from models.exports.columns import Cell, Kind, Table

T = TypeVar("T")

FORMULA_STARTS = frozenset("=+-@\t\r")
"""A spreadsheet takes text that begins so for a formula, or cuts the sign off."""

BUFFER = 1 << 20
"""Bytes that are gathered before they are written."""


class CsvFile(Generic[T]):
    """One table being written: `rows` and `formulas` (cells that a spreadsheet would take for one) are counted.

    Every method raises OSError when the disk refuses. Python's own csv module writes the form: CRLF, and quotes
    where a cell holds a comma, a quote or the end of a line. An empty cell means None: the project has no empty text.
    """

    def __init__(self, folder: Path, table: Table[T], *, bom: bool) -> None:
        self.path, self.rows, self.formulas = folder / f"{table.name}.csv", 0, 0
        self._file = self.path.open("w", BUFFER, "utf-8-sig" if bom else "utf-8", newline="")
        self._writer = csv.writer(self._file)
        self._writer.writerow(table.header)
        self._cells = [column.write for column in table.columns]
        texts = (Kind.TEXT, Kind.LIST)
        self._texts = [place for place, column in enumerate(table.columns) if column.kind in texts]

    def write(self, rows: Iterable[T]) -> None:
        """Write some more rows."""
        self._writer.writerows(map(self._row, rows))

    def _row(self, row: T) -> list[Cell]:
        cells = [write(row) for write in self._cells]
        self.rows += 1
        for place in self._texts:
            text = cells[place]
            if text is not None and text[0] in FORMULA_STARTS:  # type: ignore[index]  # its kind is text
                self.formulas += 1
        return cells

    def finish(self) -> None:
        """See that every byte is on the disk before the file gets its name."""
        self._file.flush()
        os.fsync(self._file.fileno())

    def __enter__(self) -> "CsvFile[T]":
        """Use it for the length of a block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the file."""
        self._file.close()
