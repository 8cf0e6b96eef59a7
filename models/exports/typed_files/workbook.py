"""Write tables as one workbook (XLSX), a sheet for each, with a sheet that says what every column means."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.workbook import Workbook

from models.attributes.cell_kinds import CellKind
from models.exports.beginning import Beginning
from models.exports.first_lines import every_table
from models.exports.lines import pick
from models.exports.report import File
from models.exports.source import Source
from models.exports.table import Table, Tables
from models.exports.target import WORKING, Written
from models.exports.typed_files.reading_workbook import rows_of
from models.exports.typed_files.sheet import MOST_ROWS, Sheet, Title
from models.exports.typed_files.sheet_cells import Altered, Formats
from models.store.exported_cells import Cells
from models.text.name_lists import join_names
from models.translation import _, counted

CREATED = datetime(1980, 1, 1)
"""The time that a workbook says it was created at, so that the same records give the same bytes. Like the times of its
parts, it is the first day that a zip file knows."""

DESCRIPTION = ("table", "column", "kind", "unit", "description", "choices", "refers_to")
"""The columns of the sheet that describes all others."""


class Xlsx:
    """A target: a workbook with a sheet for each table. Rows are written to the disk as they come."""

    names: tuple[str, ...] = ("tables.xlsx",)

    def write(self, source: Source, place: Path) -> Written:
        """Write every table in one pass through the project. Raises OSError if the disk refuses."""
        path = place / self.names[0]
        with _workbook(path, place / WORKING) as book:
            formats = Formats(book)
            sheets = [_TableSheet(book, formats, table) for table in source.tables]
            for some in source.lines():
                for each in sheets:
                    each.write(some.get(each.table.lines, ()))
            for each in sheets:
                each.sheet.finish()
            _describe(book, formats, source.tables)
        files = tuple(File(path, each.table.name, each.sheet.rows) for each in sheets)
        return Written(files, tuple(_remarks([each.sheet for each in sheets])))

    def first(self, source: Source) -> Beginning:
        """Return the first rows of every table."""
        return Beginning(tuple(every_table(source, self.names[0])))

    def count(self, file: File) -> int:
        """Read the sheets of a table and return how many rows they have. Raises OSError and ValueError."""
        return rows_of(file.path, file.table or "")


class _TableSheet:
    """A table with the sheet into which its lines are written."""

    def __init__(self, book: Workbook, formats: Formats, table: Table) -> None:
        self.table = table
        self.sheet = Sheet(book, formats, table.name, tuple(Title(each.name, each.kind) for each in table.columns))
        self._pick = pick([column.field for column in table.columns])

    def write(self, lines: Iterable[Cells]) -> None:
        """Write some more lines."""
        self.sheet.write(map(self._pick, lines))


@contextmanager
def _workbook(path: Path, working: Path) -> Iterator[Workbook]:
    """Yield a workbook, which is written when all is done. Until then, its rows are in files of the folder `working`.

    Raises OSError if the disk refuses.
    """
    working.mkdir()
    book = Workbook(path, {"constant_memory": True, "tmpdir": str(working), "use_zip64": True})
    book.set_properties({"created": CREATED})
    try:
        yield book
        book.close()
    except FileCreateError as error:
        raise error.args[0] from error
    finally:
        for sheet in book.worksheets():
            sheet.row_data_fh.close()


def _describe(book: Workbook, formats: Formats, tables: Tables) -> None:
    """Add a sheet that says what a row of each table is, and what each column means."""
    sheet = Sheet(book, formats, "columns", tuple(Title(name, CellKind.TEXT) for name in DESCRIPTION))
    for table in tables:
        sheet.write([(table.name, None, None, None, table.description, None, None)])
        for each in table.columns:
            choices = join_names(each.choices) or None
            sheet.write([(table.name, each.name, each.kind, each.unit, each.description, choices, each.refers)])
    sheet.finish()


def _remarks(sheets: Iterable[Sheet]) -> Iterator[str]:
    """Yield a sentence for each thing that differs from the project because sheets are as they are."""
    altered = sum((sheet.altered for sheet in sheets), Counter[Altered]())
    said = {
        Altered.CUT: counted(
            "{count:,} cell is longer than the 32,767 characters that a sheet keeps, and is cut there; CSV keeps it "
            "whole.",
            "{count:,} cells are longer than the 32,767 characters that a sheet keeps, and are cut there; CSV keeps "
            "them whole.",
            altered[Altered.CUT],
        ),
        Altered.NUMBER_AS_TEXT: counted(
            "{count:,} number has more digits than a sheet keeps and is written as text.",
            "{count:,} numbers have more digits than a sheet keeps and are written as text.",
            altered[Altered.NUMBER_AS_TEXT],
        ),
        Altered.DATE_AS_TEXT: counted(
            "{count:,} date is before March 1900 or has a time zone and is written as text.",
            "{count:,} dates are before March 1900 or have a time zone and are written as text.",
            altered[Altered.DATE_AS_TEXT],
        ),
    }
    yield from (said[kind] for kind in Altered if altered[kind])
    goes_on = _("“{table}” has more rows than the {most:,} of a sheet and goes on in the sheet “{table} 2”.")
    yield from (goes_on.format(table=sheet.name, most=MOST_ROWS) for sheet in sheets if sheet.sheets > 1)
