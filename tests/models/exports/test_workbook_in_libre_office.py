"""LibreOffice opens the workbook of a project and has the same values as the CSV tables.

Without it these tests are skipped; on Debian, `apt-get install --no-install-recommends libreoffice-calc` brings it.
"""

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from xlsxwriter.workbook import Workbook

from models.attributes.cell_kinds import CellKind
from models.edits import Edit, changed
from models.exports.delivery import export
from models.exports.typed_files.sheet import Sheet, Title
from models.exports.typed_files.sheet_cells import Formats
from models.exports.typed_files.workbook import Xlsx
from tests.example import Example, put, signed
from tests.models.codebook.nine_kinds import nine_kinds
from tests.models.exports.libre_office import read_sheets
from tests.models.exports.reading import read_table

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed, so nothing can open the workbook"
)

NASTY = (
    *("=1+1", "+49 30 1234", "-x", "@sum", "'quoted", "007", "3.10", "1,000", "1e5", "-0", "2015-01-23", "10-15"),
    *("1/2", "12:30", "50%", "one line\nand another\n\nand the last", 'he said "no"', '"all of it"', '"', 'a\n"b"'),
    *(" blanks ", "Größe", "Ø é ŝ", "🌊", "الجدار سوف يكلف", "<b>&amp;</b>", "1234567890123456789", "TRUE", "0"),
    *("tab\tbed", "http://example.org", "_x0041_", "a\u2028b", "\x01\x1f", "\ufeffa", "who?"),
)


@pytest.fixture
def nasty(example: Example) -> Example:
    """Return the example with texts that a spreadsheet could take for something else, one to a statement."""
    study = nine_kinds(example)
    for name, text in (("term", "=SUM(A1:A9)"), ("reason", 'Größe "L"\nund noch eine')):
        study.answer(name, example.cost, text)
    example.store.apply(signed(put(example.article, "published", "2015-01-23T10:30")))
    example.store.apply(signed(put(example.other, "published", "1850-01-23")))
    example.store.apply(signed(Edit("Value", (changed(example.berths, value=-3.25),))))
    return example


def test_every_sheet_has_the_values_of_its_table(nasty: Example, tmp_path: Path) -> None:
    export(nasty.store, tmp_path)
    report = export(nasty.store, tmp_path, Xlsx())
    found = read_sheets(tmp_path / "tables.xlsx", tmp_path)
    assert found.keys() == {*(file.table for file in report.files), "columns"}
    for file in report.files:
        rows, (header, *lines) = read_table(tmp_path, file.table or ""), found[file.table or ""]
        assert header == [*rows[0]]
        assert len(lines) == file.rows
        for row, line in zip(rows, lines, strict=True):
            assert line == [as_shown(cell) for cell in row.values()]


def as_shown(cell: str | None) -> str:
    """Return a cell of a CSV table as LibreOffice writes it: dates with seconds, and times without a zone."""
    if cell is None or len(cell) < len("2015-01-23T10:30") or "T" not in cell:
        return cell or ""
    try:
        moment = datetime.fromisoformat(cell)
    except ValueError:
        return cell
    return f"{moment:%Y-%m-%d %H:%M:%S}" + (".000" if moment.tzinfo else "")


def test_every_text_that_a_spreadsheet_could_take_for_something_else_is_the_same(tmp_path: Path) -> None:
    book = Workbook(tmp_path / "texts.xlsx", {"constant_memory": True})
    sheet = Sheet(book, Formats(book), "texts", (Title("text", CellKind.TEXT), Title("place", CellKind.INTEGER)))
    sheet.write((text, place) for place, text in enumerate(NASTY))
    sheet.finish()
    book.close()
    found = read_sheets(tmp_path / "texts.xlsx", tmp_path)
    assert found == {"texts": [["text", "place"], *([text, str(place)] for place, text in enumerate(NASTY))]}
