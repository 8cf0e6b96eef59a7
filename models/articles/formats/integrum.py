"""Integrum, the Russian archive of media: its articles as the rows of a workbook."""

import re
import warnings
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook

from models.articles.databases.record import Record, draft_of, printed, said
from models.articles.dates import read_date
from models.articles.draft import Draft
from models.articles.formats.format import Format
from models.articles.input_file import InputFile
from models.articles.refusals import refuse
from models.errors import UnreadableArticle
from models.translation import _

MOST_BYTES = 50 * 2**20
LARGEST_UNPACKED = 200 * 2**20
"""Bytes that the parts of a workbook may have when they are unpacked."""

OUTLET, DATE, TITLE, BYLINE, TEXTS = "источник", "дата", "заголовок", "автор", ("оригинал", "текст", "анонс")
"""The names of columns."""

SHORT_YEAR = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{2})")
DAMAGED = (
    BadZipFile,
    zlib.error,
    EOFError,
    RuntimeError,
    SyntaxError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
)
"""What openpyxl raises for parts that are missing, cut, encrypted or not what they say they are."""

warnings.filterwarnings("ignore", module="openpyxl")  # what it says of styles and links is of no use to anybody here


def recognise(file: InputFile) -> bool:
    """Return whether a file is a workbook whose first row has the names of columns of this archive."""
    if not file.head.startswith(b"PK\x03\x04"):
        return False
    try:
        return _is_header(next(_rows(file), ()))
    except (*DAMAGED, OSError, UnreadableArticle):
        return False


def _is_header(names: Sequence[str]) -> bool:
    return {OUTLET, DATE, TITLE} <= set(_lower(names)) and any(text in _lower(names) for text in TEXTS)


def _lower(names: Sequence[str]) -> list[str]:
    return [name.strip().lower() for name in names]


def _rows(file: InputFile) -> Iterator[Sequence[str]]:
    """Yield the rows of the first sheet that are not empty."""
    with file.opened() as raw, ZipFile(raw) as parts:
        is_workbook = "xl/workbook.xml" in parts.namelist()
        if not is_workbook or sum(each.file_size for each in parts.infolist()) > LARGEST_UNPACKED:
            return
    book = load_workbook(BytesIO(file.read(MOST_BYTES)), read_only=True, data_only=True)
    try:
        sheet: Any = book.worksheets[0]
        sheet.reset_dimensions()  # what a file says of its size need not be true
        for cells in sheet.iter_rows(values_only=True):
            if any(cell is not None for cell in cells):
                yield ["" if cell is None else str(cell) for cell in cells]
    finally:
        book.close()


def read(file: InputFile) -> Iterator[Draft | UnreadableArticle]:
    """Yield an article for each row."""
    rows = _rows(file)
    try:
        names = _lower(next(rows))
        for row in rows:
            yield draft_of(_record(dict(zip(names, row, strict=False))), file.named)
    except DAMAGED as error:
        raise refuse(file.path, _("“{name}” is damaged."), _("Export it again.")) from error


def _record(told: dict[str, str]) -> Record:
    title = " ".join(told.get(TITLE, "").split())
    text = max((told.get(name, "").strip() for name in TEXTS), key=len)
    # The text begins with the title again.
    lines = text.split("\n")
    body = lines[1:] if " ".join(lines[0].split()) == title else lines
    date = told.get(DATE, "")
    about = [f"{name.capitalize()}: {value}" for name, value in told.items() if value and name not in (TITLE, *TEXTS)]
    return Record(
        pieces=(*printed([title]), *(piece for line in about for piece in said(line)), *printed(body)),
        source="\n".join(f"{name}: {value}" for name, value in told.items()),
        title=title or None,
        outlet=told.get(OUTLET, "").strip() or None,
        byline=told.get(BYLINE, "").strip() or None,
        published=read_date(_full_year(date)),
    )


def _full_year(date: str) -> str:
    """Return a date with its century: the archive begins in the nineties."""
    match = SHORT_YEAR.fullmatch(date.strip())
    if match is None:
        return date
    day, month, year = match.groups()
    return f"{day}.{month}.{'19' if int(year) >= 70 else '20'}{year}"


INTEGRUM = Format(_("a workbook of Integrum"), (".xlsx",), recognise, read, only_recognised=True)
