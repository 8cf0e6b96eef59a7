"""Workbooks come back as Excel saves them: numbers as floats, dates and marks as cells of their own kind."""

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from models.exports.delivery import export
from models.exports.options import Options
from models.exports.typed_files.workbook import Xlsx
from models.returning.comparing_file import compare_file
from tests.example import Example, put, signed
from tests.models.codebook.nine_kinds import nine_kinds
from tests.models.codebook.study import Study
from tests.models.returning.edited import Edited, changes


@pytest.fixture
def study(example: Example) -> Study:
    """Return the example with a codebook of all kinds."""
    return nine_kinds(example)


def workbook(tables: list[Edited], path: Path) -> Path:
    """Save tables as the sheets of a workbook, with the kinds that cells have in a spreadsheet."""
    book = Workbook()
    for table in tables:
        sheet = book.create_sheet(table.table)
        sheet.append([*table.rows[0]])
        for row in table.rows:
            sheet.append([_cell(text) for text in row.values()])
    book.save(path)
    return path


def _cell(text: str) -> object:
    for kind in (float, datetime.fromisoformat):
        try:
            found = kind(text)
        except ValueError:
            continue
        return found.replace(tzinfo=None) if isinstance(found, datetime) else found
    return {"yes": "yes", "TRUE": True, "": None}.get(text, text)


def test_a_workbook_as_it_was_exported_changes_nothing(study: Study, tmp_path: Path) -> None:
    tables = [
        Edited(study.example.store, tmp_path, name)
        for name in ("statements", "claims", "numbers", "speakers", "articles")
    ]
    found = compare_file(study.example.store, workbook(tables, tmp_path / "tables.xlsx"))
    assert (found.differences, found.refused, found.not_taken, found.unknown) == ((), (), (), ())
    assert (found.lost, found.matched) == (0, 3 + 2 + 2 + 3)
    assert any("articles" in remark for remark in found.remarks)


def test_cells_of_every_kind_come_back_changed(study: Study, tmp_path: Path) -> None:
    table = Edited(study.example.store, tmp_path, "claims")
    table.row(study.example.lost.id).update(
        score="7", weight="1.25", due="2015-02-03", claim_to_discuss="TRUE", term="_x000D_a"
    )
    found = compare_file(study.example.store, workbook([table], tmp_path / "claims.xlsx"))
    assert changes(found) == [
        *(("claim_to_discuss", "", "yes"), ("term", "sea wall", "a")),
        *(("score", "1200", "7"), ("weight", "0.5", "1.25"), ("due", "2015-01-23", "2015-02-03")),
    ]


def test_the_changed_sheet_counts_though_another_has_the_old_text(study: Study, tmp_path: Path) -> None:
    tables = [Edited(study.example.store, tmp_path, name) for name in ("statements", "claims")]
    tables[1].row(study.example.lost.id).update(summary="300 metres")
    found = compare_file(study.example.store, workbook(tables, tmp_path / "tables.xlsx"))
    assert changes(found) == [("summary", "", "300 metres")]
    assert found.differences[0].note == "1 other row has the old text."
    assert found.differences[0].cell.about.startswith("claims, row ")


def test_the_workbook_of_an_export_changes_nothing(study: Study, tmp_path: Path) -> None:
    study.example.store.apply(signed(put(study.example.cost, "note", "x" * 40_000)))
    study.example.store.apply(signed(put(study.example.lost, "summary", "_x0041_ and =1")))
    export(study.example.store, tmp_path, Xlsx(), Options(context=True, indicators=True))
    found = compare_file(study.example.store, tmp_path / "tables.xlsx")
    assert (found.differences, found.refused, found.not_taken, found.unknown, found.lost) == ((), (), (), (), 0)
    assert found.matched == 3 + 2 + 2 + 3
