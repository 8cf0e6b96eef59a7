"""Write the cells of a sheet by their kinds. No text is ever taken for a formula, a link or a number.

A number or date that a sheet cannot keep exactly is written as text, and counted.
"""

import math
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum, auto
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from models.attributes.cell_kinds import CellKind
from models.exports.spreadsheets import LONGEST
from models.exports.typed_files.dates import in_utc, read_date
from models.quantities.writing import plain

CUT = "…"
"""Ends a text that is cut."""

FIRST_DAY = date(1900, 3, 1)
"""Before this day, spreadsheets disagree about which day a number is."""


class Altered(Enum):
    """What became of a cell that a sheet cannot keep as it is."""

    CUT = auto()
    NUMBER_AS_TEXT = auto()
    DATE_AS_TEXT = auto()


class Formats:
    """The looks of cells in a workbook."""

    def __init__(self, book: Workbook) -> None:
        self.header: Format = book.add_format({"bold": True, "bottom": 1, "num_format": "@"})
        self.text: Format = book.add_format({"num_format": "@"})
        self.number: Format = book.add_format()
        self.day: Format = book.add_format({"num_format": "yyyy-mm-dd"})
        self.minute: Format = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        self.moment: Format = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss.000"})

    def of(self, kind: CellKind) -> Format:
        """Return the look of the cells of a kind."""
        match kind:
            case CellKind.INTEGER | CellKind.NUMBER:
                return self.number
            case CellKind.DATE:
                return self.day
            case CellKind.TIME:
                return self.moment
        return self.text


class SheetCells:
    """Writes cells into one sheet; `altered` counts those that the sheet cannot keep as they are."""

    def __init__(self, sheet: Worksheet, formats: Formats, altered: Counter[Altered]) -> None:
        self._sheet, self._formats, self._altered = sheet, formats, altered

    def writer(self, kind: CellKind) -> Callable[[int, int, Any], object]:
        """Return the function that writes a cell of a kind, given its row, its column (both from 0) and its content."""
        match kind:
            case CellKind.INTEGER | CellKind.NUMBER:
                return self._write_number
            case CellKind.DATE:
                return self._write_date
            case CellKind.TIME:
                return self._write_time
        return self._write_text

    def _write_text(self, row: int, at: int, text: str) -> None:
        kept = cut(text)
        self._altered[Altered.CUT] += kept is not text
        self._sheet.write_string(row, at, kept, self._formats.text)

    def _write_number(self, row: int, at: int, value: float | str) -> None:
        if isinstance(value, str):
            self._write_text(row, at, value)
        elif keeps(value):
            self._sheet.write_number(row, at, value)
        else:
            self._altered[Altered.NUMBER_AS_TEXT] += 1
            self._write_text(row, at, plain(value))

    def _write_date(self, row: int, at: int, cell: str) -> None:
        found = read_date(cell)
        if isinstance(found, datetime) and _keeps_moment(found):
            whole = found.second or found.microsecond
            self._sheet.write_datetime(row, at, found, self._formats.moment if whole else self._formats.minute)
        elif isinstance(found, date) and not isinstance(found, datetime) and found >= FIRST_DAY:
            self._sheet.write_datetime(row, at, found, self._formats.day)
        else:
            self._altered[Altered.DATE_AS_TEXT] += found is not None
            self._write_text(row, at, cell)

    def _write_time(self, row: int, at: int, cell: str) -> None:
        """Write a moment that the program recorded; it is in UTC."""
        self._sheet.write_datetime(row, at, in_utc(datetime.fromisoformat(cell)), self._formats.moment)


def cut(text: str) -> str:
    """Return a text, or as much of it as a cell keeps, with CUT at its end."""
    if len(text) * 2 <= LONGEST:
        return text
    units = text.encode("utf-16-le")
    return text if len(units) <= 2 * LONGEST else units[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + CUT


def keeps(value: float) -> bool:
    """Return whether a sheet keeps a number exactly; it is written with 16 digits."""
    return math.isfinite(value) and float(f"{value:.16G}") == value


def _keeps_moment(moment: datetime) -> bool:
    """Return whether a sheet keeps a moment exactly: it has no time zones, and counts milliseconds."""
    return moment.tzinfo is None and moment.date() >= FIRST_DAY and moment.microsecond % 1000 == 0
