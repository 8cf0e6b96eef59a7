"""Tables as CSV: RFC 4180, with nothing for what is absent and every text as it is."""

import csv
import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, TypeVar

from models.exports.columns import Group, Kind, Table
from models.exports.spreadsheets import Risk, risk

T = TypeVar("T")

BUFFER = 1 << 20
"""Bytes that are gathered before they go to the disk."""


class _Echo:
    """A file for csv.writer that hands back what is written."""

    def write(self, text: str) -> str:
        return text


class Block(Generic[T]):
    """The cells of one group as text. They are made again only for another record: most rows share an article and
    many a claim. `risks` counts the cells of all rows that a spreadsheet would not leave as they are."""

    def __init__(self, group: Group[T]) -> None:
        self.risks = Counter[Risk]()
        self._of = group.of
        self._cells = [column.write for column in group.columns]
        self._texts = [at for at, column in enumerate(group.columns) if column.kind in (Kind.TEXT, Kind.LIST)]
        self._writer = csv.writer(_Echo())
        self._record: Any = None
        self._text = ""
        self._risky: list[Risk] = []

    def text(self, row: T) -> str:
        """The group's part of a row."""
        record = self._of(row)
        if record is not self._record:
            self._record = record
            self._render(record)
        if self._risky:
            self.risks.update(self._risky)
        return self._text

    def _render(self, record: Any) -> None:
        cells = [write(record) for write in self._cells]
        # The empty cell at the end keeps the writer from quoting a single absent one; it goes with its comma and CRLF.
        self._text = self._writer.writerow((*cells, None))[:-3]
        texts = [cell for at in self._texts if isinstance(cell := cells[at], str)]
        self._risky = [found for text in texts if (found := risk(text))]


class CsvFile(Generic[T]):
    """One table being written; `rows` counts them. Raises OSError when the disk refuses.

    Python's own csv module gives the form: quotes where a cell holds a comma, a quote or the end of a line, and CRLF.
    An empty cell is None: the project has no empty text.
    """

    def __init__(self, folder: Path, table: Table[T], *, bom: bool) -> None:
        self.path, self.rows = folder / f"{table.name}.csv", 0
        self._blocks = [Block(group) for group in table.groups]
        self._file = self.path.open("w", BUFFER, "utf-8-sig" if bom else "utf-8", newline="")
        csv.writer(self._file).writerow([column.name for column in table.columns])

    @property
    def risks(self) -> Counter[Risk]:
        """How many cells a spreadsheet would not leave as they are."""
        return sum((block.risks for block in self._blocks), Counter())

    def write(self, rows: Iterable[T]) -> None:
        """Write some more rows."""
        texts = [block.text for block in self._blocks]
        for row in rows:
            self._file.write(",".join([text(row) for text in texts]) + "\r\n")
            self.rows += 1

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
