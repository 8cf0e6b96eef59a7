"""Write a table into a sheet of a workbook, and on into further sheets if it has more rows than a sheet holds."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from xlsxwriter.workbook import Workbook

from models.attributes.cell_kinds import CellKind
from models.exports.typed_files.sheet_cells import Altered, Formats, SheetCells
from models.store.exported_cells import Cells

MOST_ROWS = 1_048_576
"""The rows of a sheet, its header included."""

MEASURED = 200
"""The first rows of a sheet, by whose texts the width of a column is chosen."""

NARROW, WIDE = 8, 60
"""The least and the greatest width of a column, in characters."""

WIDTHS = {CellKind.ID: 12, CellKind.TIME: 23, CellKind.DATE: 16}
"""The widths of columns whose cells are all alike; ids are shown as far as they tell records apart."""


class Title(NamedTuple):
    """The name of a column, and the kind of its cells."""

    name: str
    kind: CellKind


class Sheet:
    """A table that is being written. `rows` counts its rows without headers, and `sheets` the sheets that they fill."""

    def __init__(self, book: Workbook, formats: Formats, name: str, titles: tuple[Title, ...]) -> None:
        self.name, self.rows, self.sheets, self.altered = name, 0, 0, Counter[Altered]()
        self._book, self._formats, self._titles = book, formats, titles
        self._begin()

    def write(self, lines: Iterable[Cells]) -> None:
        """Write some more rows."""
        for cells in lines:
            if self._next == MOST_ROWS:
                self.finish()
                self._begin()
            self._write_row(cells)

    def finish(self) -> None:
        """Give the columns their widths and filters, when all rows are written."""
        for at, width in enumerate(self._widths):
            self._format_column(at, width + 2)
        self._sheet.autofilter(0, 0, self._next - 1, len(self._titles) - 1)
        self._sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{MOST_ROWS}"})

    def _begin(self) -> None:
        """Begin a sheet with the header. The looks of columns are set before their cells, which take them on."""
        self.sheets += 1
        self._sheet = self._book.add_worksheet(f"{self.name} {self.sheets}" if self.sheets > 1 else self.name)
        self._sheet.freeze_panes(1, 0)
        cells = SheetCells(self._sheet, self._formats, self.altered)
        self._writers = [cells.writer(title.kind) for title in self._titles]
        self._widths = [len(title.name) for title in self._titles]
        for at, title in enumerate(self._titles):
            self._format_column(at, NARROW)
            self._sheet.write_string(0, at, title.name, self._formats.header)
        self._next = 1

    def _format_column(self, at: int, width: int) -> None:
        kind = self._titles[at].kind
        width = WIDTHS.get(kind, min(max(width, NARROW), WIDE))
        self._sheet.set_column(at, at, width, self._formats.of(kind))

    def _write_row(self, cells: Cells) -> None:
        row = self._next
        for at, cell in enumerate(cells):
            if cell is not None:
                self._writers[at](row, at, cell)
        if row <= MEASURED:
            self._widths = [max(width, _length(cell)) for width, cell in zip(self._widths, cells, strict=True)]
        self._next += 1
        self.rows += 1


def _length(cell: Any) -> int:
    return len(cell) if isinstance(cell, str) else NARROW
