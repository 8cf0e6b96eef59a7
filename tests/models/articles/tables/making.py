"""Make workbooks."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    """Write a workbook with the rows of some sheets."""
    book = Workbook()
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    del book["Sheet"]
    book.save(path)
    return path
