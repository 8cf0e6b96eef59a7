"""Read workbooks (.xlsx) as Excel and LibreOffice save them; what cells show of formulas is read, and no link."""

import re
import warnings
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook

from models.quantities.writing import plain
from models.returning.not_returned import NotReturned
from models.returning.text_sheet import Row, Sheet
from models.translation import _

LARGEST_UNPACKED = 1 << 30
"""Bytes that the parts of a workbook may have when they are unpacked."""

ESCAPED = re.compile(r"_x(005F(?=_x[0-9A-Fa-f]{4}_)|00[01][0-9A-Fa-f]|007F|00[89][0-9A-Fa-f]|FFF[EF])_")
"""A character that XML cannot hold, as workbooks write it, and the underscore before what only looks like one."""

UNREADABLE = (
    *(BadZipFile, zlib.error, EOFError, RuntimeError, SyntaxError),
    *(ValueError, LookupError, TypeError, AttributeError, ArithmeticError),
)
"""What openpyxl raises for parts that are missing, cut, encrypted or not what they say they are."""

warnings.filterwarnings("ignore", module="openpyxl")  # what it says of styles and links is of no use to anybody here


def read_workbook(name: str, data: bytes) -> Sequence[Sheet]:
    """Return the sheets of a workbook that have rows. Raises NotReturned; their rows raise it too."""
    try:
        with ZipFile(BytesIO(data)) as parts:
            unpacked = sum(each.file_size for each in parts.infolist())
            names = {*parts.namelist()}
        if "xl/workbook.xml" not in names:
            raise NotReturned(
                _("“{name}” is not an Excel workbook.").format(name=name), _("Save it as .xlsx or as .csv.")
            )
        if unpacked > LARGEST_UNPACKED:
            raise NotReturned(
                _("“{name}” is too large when it is unpacked: {size:,} MB.").format(name=name, size=unpacked >> 20),
                _("Save the table that you have changed as .csv."),
            )
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        return [sheet for each in book.worksheets if (sheet := _sheet(name, each)) is not None]
    except UNREADABLE as error:
        raise _unreadable(name, error) from error


def _unreadable(name: str, error: Exception) -> NotReturned:
    return NotReturned(
        _("“{name}” is damaged, or has a password: {reason}.").format(name=name, reason=error),
        _("Save it again as .xlsx or as .csv."),
    )


def _sheet(name: str, sheet: Any) -> Sheet | None:
    sheet.reset_dimensions()  # what a file says of its size need not be true
    rows = _rows(name, sheet.iter_rows(values_only=True))
    header = next(rows, None)
    return Sheet(sheet.title, header[1], rows, typed=True) if header else None


def _rows(name: str, rows: Iterable[Sequence[Any]]) -> Iterator[tuple[int, Row]]:
    """Yield the rows that are not empty, with their numbers."""
    try:
        for number, cells in enumerate(rows, start=1):
            if any(cell is not None for cell in cells):
                yield number, tuple(map(_text, cells))
    except UNREADABLE as error:
        raise _unreadable(name, error) from error


def _text(cell: Any) -> str:
    """Return what a cell holds as a text: numbers with a point, dates by ISO 8601."""
    match cell:
        case None:
            return ""
        case str():
            return ESCAPED.sub(lambda found: chr(int(found[1], 16)), cell) if "_x" in cell else cell
        case bool():
            return str(cell).upper()
        case int() | float():
            return plain(float(cell))
        case datetime():
            whole = cell.time() == time()
            return cell.date().isoformat() if whole else cell.isoformat(timespec="auto" if cell.second else "minutes")
        case _:
            return str(cell)
