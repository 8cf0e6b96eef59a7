"""Tables as CSV: RFC 4180 by Python's own csv module, with nothing for an absent cell and every text as it is."""

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TextIO, TypeVar

from models.exports.columns import Cell, Kind
from models.exports.report import File
from models.exports.spreadsheets import Risk, risk, sentences
from models.exports.table import Group, Recorded, Table
from models.exports.target import Tables, Written

T = TypeVar("T")

BUFFER = 1 << 20
"""Bytes that are gathered before they go to the disk."""


@dataclass(frozen=True, slots=True)
class Csv:
    """A target: one CSV file for each table, in UTF-8, by default with the byte order mark by which Excel knows it."""

    bom: bool = True

    def names(self, tables: Tables) -> tuple[str, ...]:
        """Return the names of the files that hold these tables."""
        return tuple(f"{table.name}.csv" for table in tables)

    def write(self, recorded: Recorded, tables: Tables, place: Path) -> Written:
        """Write every table in one walk through the articles. Raises OSError when the disk refuses."""
        with ExitStack() as open_files:
            files = [
                CsvFile(table, open_files.enter_context(self._open(place / name)))
                for table, name in zip(tables, self.names(tables), strict=True)
            ]
            for file in files:
                file.write(file.table.of_project(recorded))
            for article in recorded.articles:
                for file in files:
                    file.write(file.table.of_article(article, recorded.registry))
        risks = sum((file.risks for file in files), Counter[Risk]())
        written = tuple(File(Path(file.name), file.table.name, file.rows) for file in files)
        return Written(written, tuple(sentences(risks)))

    def _open(self, path: Path) -> TextIO:
        return path.open("w", BUFFER, "utf-8-sig" if self.bom else "utf-8", newline="")


class CsvFile(Generic[T]):
    """One table being written. `rows` counts them; `risks` counts the cells that a spreadsheet would alter."""

    def __init__(self, table: Table[T], file: TextIO) -> None:
        self.table, self.name, self.rows = table, file.name, 0
        self._blocks = [Block(group) for group in table.groups]
        self._writer = csv.writer(file)
        self._writer.writerow([column.name for column in table.columns])

    @property
    def risks(self) -> Counter[Risk]:
        """Count the cells that a spreadsheet would not leave as they are."""
        return sum((block.risks for block in self._blocks), Counter())

    def write(self, rows: Iterable[T]) -> None:
        """Write some more rows."""
        self._writer.writerows(self._cells(rows))

    def _cells(self, rows: Iterable[T]) -> Iterator[list[Cell]]:
        blocks = [(block, block.of) for block in self._blocks]
        for row in rows:
            self.rows += 1
            cells: list[Cell] = []
            for block, of in blocks:
                record = of(row)
                if record is not block.record:
                    block.read(record)
                if block.risky:
                    block.risks.update(block.risky)
                cells += block.cells
            yield cells


class Block(Generic[T]):
    """The cells of one group, read again only for another record: most rows share an article and many a claim."""

    def __init__(self, group: Group[T]) -> None:
        self.of: Callable[[T], Any] = group.of
        self.record: Any = None
        self.cells: list[Cell] = [None] * len(group.columns)
        self.risky: list[Risk] = []
        self.risks = Counter[Risk]()
        self._reads = [column.write for column in group.columns]
        self._texts = [at for at, column in enumerate(group.columns) if column.kind in (Kind.TEXT, Kind.LIST)]

    def read(self, record: Any) -> None:
        """Read the cells of a record, all of them empty where there is none, and find those at risk."""
        self.record = record
        self.cells = [None] * len(self._reads) if record is None else [read(record) for read in self._reads]
        texts = [self.cells[at] for at in self._texts]
        self.risky = [found for text in texts if isinstance(text, str) and (found := risk(text))]
