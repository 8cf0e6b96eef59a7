"""Read the sheets of a workbook (.xlsx) as tables, row by row: what cells show of formulas is read, and no link."""

import re
import warnings
import zlib
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook

from models.articles.documents.zipped_parts import ZippedParts
from models.articles.input_file import InputFile
from models.articles.refusals import refuse
from models.articles.tables.table import Numbered, Table, table_of
from models.errors import UnreadableArticle
from models.translation import _

MAIN = "xl/workbook.xml"
MOST_BYTES = 200 * 2**20

MOST_ROWS = 2**20
"""Rows that a sheet can have; a damaged file may count further."""

ESCAPED = re.compile(r"_x(005F(?=_x[0-9A-Fa-f]{4}_)|00[01][0-9A-Fa-f]|007F|00[89][0-9A-Fa-f]|FFF[EF])_")
"""A character that XML cannot hold, as workbooks write it, and the underscore before what only looks like one."""

DAMAGED = (
    *(BadZipFile, zlib.error, EOFError, RuntimeError, SyntaxError, OSError),
    *(ValueError, LookupError, TypeError, AttributeError, ArithmeticError),
)
"""What openpyxl raises for parts that are missing, cut, encrypted or not what they say they are."""

AGAIN = _("Save it again as .xlsx or as .csv.")

warnings.filterwarnings("ignore", module="openpyxl")  # what it says of styles and links is of no use to anybody here


def read(file: InputFile) -> Iterator[Table]:
    """Yield the table of each sheet that has rows; its rows end in a refusal where the file is damaged."""
    with ZippedParts(file):  # refuses a bomb
        pass
    try:
        book = load_workbook(BytesIO(file.read(MOST_BYTES)), read_only=True, data_only=True)
    except DAMAGED as error:
        raise _damaged(file) from error
    try:
        sheets = book.worksheets
        for sheet in sheets:
            name = sheet.title if len(sheets) > 1 else None
            if table := table_of(_rows(file, sheet), file.named, name, epoch=book.epoch):
                yield table
    finally:
        book.close()


def _damaged(file: InputFile) -> UnreadableArticle:
    return refuse(file.path, _("“{name}” is damaged, or has a password."), AGAIN)


def _rows(file: InputFile, sheet: Any) -> Iterator[Numbered | UnreadableArticle]:
    """Yield the rows that are not empty, with their numbers."""
    try:
        sheet.reset_dimensions()  # what a file says of its size need not be true
        for number, cells in enumerate(sheet.iter_rows(values_only=True, max_row=MOST_ROWS), start=1):
            texts = _trimmed([text_of(cell) for cell in cells])
            if texts:
                file.pause()
                yield number, texts
    except DAMAGED:
        yield _damaged(file)


def _trimmed(cells: Sequence[str]) -> Sequence[str]:
    """Return cells without blank ones at the end, which a sheet has by the thousand where a column is formatted."""
    last = next((at for at in range(len(cells), 0, -1) if cells[at - 1].strip()), 0)
    return cells[:last]


def text_of(cell: Any) -> str:
    """Return what a cell holds as a text: whole numbers without decimals, dates by ISO 8601."""
    match cell:
        case None:
            return ""
        case str():
            return ESCAPED.sub(lambda found: chr(int(found[1], 16)), cell) if "_x" in cell else cell
        case float():
            return str(int(cell)) if cell.is_integer() else str(cell)
        case datetime():
            return cell.date().isoformat() if cell.time() == time() else cell.isoformat(timespec="minutes")
        case _:
            return str(cell)
