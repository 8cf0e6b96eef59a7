"""A workbook has a sheet for each table, in which every text stays a text, and numbers and dates are what they are."""

import shutil
import tracemalloc
import zipfile
from datetime import datetime
from itertools import repeat
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from openpyxl.utils.escape import unescape
from xlsxwriter.workbook import Workbook

from models.attributes.cell_kinds import CellKind
from models.edits import Edit, changed, made
from models.exports.delivery import export
from models.exports.report import File, Report
from models.exports.spreadsheets import LONGEST
from models.exports.typed_files import sheet as sheets
from models.exports.typed_files import workbook as workbooks
from models.exports.typed_files.sheet import Sheet, Title
from models.exports.typed_files.sheet_cells import Formats
from models.exports.typed_files.workbook import Xlsx
from models.store import Store
from tests.example import Example, content, put, signed
from tests.models.codebook.nine_kinds import nine_kinds
from tests.models.exports.reading import read_table
from tests.models.exports.test_round_trip import Records, projects
from tests.thorough import examples

Rows = list[dict[str, Any]]


def exported(example: Example, folder: Path) -> Report:
    """Export a project as a workbook."""
    return export(example.store, folder, Xlsx())


def read_sheet(folder: Path, name: str) -> Rows:
    """Return the rows of a sheet by column, as another library than wrote them reads them."""
    book = openpyxl.load_workbook(folder / "tables.xlsx")
    try:
        header, *rows = book[name].iter_rows(values_only=True)
    finally:
        book.close()
    return [dict(zip(map(str, header), map(_unescaped, row), strict=True)) for row in rows]


def _unescaped(cell: Any) -> Any:
    return unescape(cell) if isinstance(cell, str) else cell


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty project, closed."""
    path = tmp_path_factory.mktemp("empty") / "empty.onrecord"
    Store.create(path).close()
    return path


@settings(max_examples=examples(8))
@given(records=projects())
def test_every_text_and_value_is_the_same_in_the_workbook(empty: Path, records: Records) -> None:
    with TemporaryDirectory() as place:
        rows = (records.article, records.speaker, records.claim, records.number, *records.spans.values())
        with Store.open(Path(shutil.copy(empty, place))) as store:
            store.apply(signed(Edit("Make", tuple(made(row) for row in rows), (content(records.text),))))
            export(store, Path(place), Xlsx())
        (row,) = read_sheet(Path(place), "statements")
        article, speaker, claim, number = records.article, records.speaker, records.claim, records.number
        assert (row["title"], row["outlet"], row["byline"]) == (article.title, article.outlet, article.byline)
        assert (row["speaker_name"], row["speaker_role"]) == (speaker.name, speaker.role)
        assert (row["summary"], row["claim_note"]) == (claim.summary, claim.note)
        assert (row["unit"], row["counted"], row["number_note"]) == (number.unit, number.counted, number.note)
        assert (_number(row["value"]), _number(row["upper"])) == (number.value, number.upper)


def _number(cell: object) -> float | None:
    return None if cell is None else float(str(cell))


def test_the_sheets_have_the_rows_of_the_tables(example: Example, tmp_path: Path) -> None:
    nine_kinds(example)
    export(example.store, tmp_path)
    report = exported(example, tmp_path)
    assert {file.path.name for file in report.files} == {"tables.xlsx"}
    for file in report.files:
        rows, written = read_table(tmp_path, file.table or ""), read_sheet(tmp_path, file.table or "")
        assert len(rows) == len(written) == file.rows
        for row, of_sheet in zip(rows, written, strict=True):
            assert row.keys() == of_sheet.keys()
            assert {name: as_in_csv(cell, row[name]) for name, cell in of_sheet.items()} == row


def as_in_csv(cell: Any, expected: str | None) -> str | None:
    """Return a cell of a sheet as CSV has it; a date is written as long as the one that is expected."""
    if isinstance(cell, datetime) and expected:
        zone = expected.endswith("+00:00")
        return f"{cell.isoformat(timespec='milliseconds')}+00:00" if zone else cell.isoformat()[: len(expected)]
    return None if cell is None else str(cell)


@pytest.mark.parametrize(
    "text", ["=1+1", "{=1}", "+49 30", "@sum", "http://example.org", "mailto:a@example.org", "007"]
)
def test_no_text_becomes_a_formula_a_link_or_a_number(example: Example, tmp_path: Path, text: str) -> None:
    example.store.apply(signed(put(example.cost, "note", text)))
    exported(example, tmp_path)
    book = openpyxl.load_workbook(tmp_path / "tables.xlsx")
    cells = [cell for row in book["claims"].iter_rows() for cell in row if cell.value == text]
    assert [(cell.data_type, cell.number_format, cell.hyperlink) for cell in cells] == [("s", "@", None)]
    with zipfile.ZipFile(tmp_path / "tables.xlsx") as parts:
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist())


def test_numbers_and_dates_are_numbers_and_dates(example: Example, tmp_path: Path) -> None:
    example.store.apply(signed(put(example.article, "published", "2015-01-23T10:30")))
    example.store.apply(signed(put(example.other, "published", "2015-01-24")))
    exported(example, tmp_path)
    published = [row["published"] for row in read_sheet(tmp_path, "articles")]
    assert published == [datetime(2015, 1, 23, 10, 30), datetime(2015, 1, 24)]
    first = read_sheet(tmp_path, "numbers")[0]
    assert (first["value"], first["made_at"]) == (40_000_000, datetime(2026, 3, 1, 9))
    looks = [row[4].number_format for row in openpyxl.load_workbook(tmp_path / "tables.xlsx")["articles"].iter_rows()]
    assert looks == ["@", "yyyy-mm-dd hh:mm", "yyyy-mm-dd"]


@pytest.mark.parametrize(
    "day", ["1850-01-23", "1900-01-05", "2015-01-23T10:30:00+01:00", "2015-01-23T10:30:00.123456", "0001-01-01"]
)
def test_a_date_that_a_sheet_cannot_keep_is_text_and_is_remarked_on(example: Example, tmp_path: Path, day: str) -> None:
    example.store.apply(signed(put(example.other, "published", day)))
    report = exported(example, tmp_path)
    assert read_sheet(tmp_path, "articles")[1]["published"] == day
    assert any("1 date" in each for each in report.remarks)


def test_a_number_with_more_digits_than_a_sheet_keeps_is_text_and_is_remarked_on(
    example: Example, tmp_path: Path
) -> None:
    example.store.apply(signed(Edit("Value", (changed(example.berths, value=0.1 + 0.2),))))
    report = exported(example, tmp_path)
    assert read_sheet(tmp_path, "numbers")[1]["value"] == "0.30000000000000004"
    assert any("2 numbers have more digits" in each for each in report.remarks)  # in the statements too


@pytest.mark.parametrize("letter", ["a", "é", "🌊"])
def test_a_text_longer_than_a_cell_is_cut_between_characters_and_remarked_on(
    example: Example, tmp_path: Path, letter: str
) -> None:
    long = "x" + letter * LONGEST
    example.store.apply(signed(put(example.mayor, "note", long)))
    report = exported(example, tmp_path)
    kept = read_sheet(tmp_path, "speakers")[0]["speaker_note"]
    assert kept.endswith("…") and long.startswith(kept[:-1])
    assert LONGEST - 1 <= len(kept.encode("utf-16-le")) // 2 <= LONGEST
    assert any("1 cell is longer than the 32,767 characters" in each for each in report.remarks)


def test_the_header_stays_in_sight_and_columns_are_as_wide_as_their_texts(example: Example, tmp_path: Path) -> None:
    example.store.apply(signed(put(example.cost, "summary", "word " * 500)))
    exported(example, tmp_path)
    sheet = openpyxl.load_workbook(tmp_path / "tables.xlsx")["statements"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    width = {cell.value: sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]}
    assert width["claim_id"] < width["title"] < width["summary"] < 62
    assert all(width[name] > len(name) for name in ("claim_start", "number_to_discuss", "speaker_affiliation"))


def test_a_sheet_says_what_every_column_means(example: Example, tmp_path: Path) -> None:
    nine_kinds(example)
    report = exported(example, tmp_path)
    described = {(row["table"], row["column"]): row for row in read_sheet(tmp_path, "columns")}
    for file in report.files:
        assert described[file.table, None]["description"]
        for name in read_sheet(tmp_path, file.table or "")[0]:
            assert described[file.table, name]["description"]
    assert described["claims", "topic"]["choices"] == "Sea; Storm; Wall"
    assert described["numbers", "claim_id"]["refers_to"] == "claims"


def test_a_table_longer_than_a_sheet_goes_on_in_another(
    example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exported(example, tmp_path / "whole")
    monkeypatch.setattr(sheets, "MOST_ROWS", 3)
    monkeypatch.setattr(workbooks, "MOST_ROWS", 3)
    report = exported(example, tmp_path / "short")
    assert {file.table: file.rows for file in report.files}["statements"] == 3
    parts = [read_sheet(tmp_path / "short", name) for name in ("statements", "statements 2")]
    assert [len(part) for part in parts] == [2, 1]
    assert [row for part in parts for row in part] == read_sheet(tmp_path / "whole", "statements")
    assert any("goes on in the sheet “statements 2”" in each for each in report.remarks)


def test_what_a_workbook_needs_in_memory_does_not_grow_with_its_rows(tmp_path: Path) -> None:
    peaks = [_peak(tmp_path / f"{rows}", rows) for rows in (2_000, 20_000)]
    assert peaks[1] < 1.2 * peaks[0]


def _peak(folder: Path, rows: int) -> int:
    """Return the most bytes that were in use while a sheet with so many rows was written."""
    folder.mkdir()
    tracemalloc.start()
    try:
        book = Workbook(folder / "a.xlsx", {"constant_memory": True, "tmpdir": str(folder)})
        sheet = Sheet(book, Formats(book), "a", (Title("text", CellKind.TEXT), Title("number", CellKind.NUMBER)))
        sheet.write(repeat(("a text of some length", 12.5), rows))
        sheet.finish()
        book.close()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("kept", [slice(0, 1_000), slice(0, 0), slice(0, -30)])
def test_a_workbook_that_is_damaged_is_not_taken_for_whole(example: Example, tmp_path: Path, kept: slice) -> None:
    (file, *_) = exported(example, tmp_path).files
    file.path.write_bytes(file.path.read_bytes()[kept])
    with pytest.raises(ValueError):
        Xlsx().count(file)


def test_a_row_that_is_missing_from_a_sheet_is_found(example: Example, tmp_path: Path) -> None:
    (file, *_) = exported(example, tmp_path).files
    with zipfile.ZipFile(file.path) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    name = "xl/worksheets/sheet1.xml"
    before, row, after = parts[name].partition(b'<row r="3">')
    parts[name] = before + after.partition(b"</row>")[2]
    assert row
    with zipfile.ZipFile(file.path, "w") as damaged:
        for each, part in parts.items():
            damaged.writestr(each, part)
    with pytest.raises(ValueError, match="row 4"):
        Xlsx().count(file)


def test_a_workbook_without_the_table_has_none_of_its_rows(example: Example, tmp_path: Path) -> None:
    (file, *_) = exported(example, tmp_path).files
    with pytest.raises(ValueError, match="nothing"):
        Xlsx().count(File(file.path, "nothing"))
