"""A rectangle of the table goes into a sheet of LibreOffice and back, and is equal.

LibreOffice is given what is put on the clipboard, as a file. Without it these tests are skipped; on Debian,
`apt-get install --no-install-recommends libreoffice-calc` brings it.
"""

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from models.text.cell_blocks import html_line, html_table, read_tab_lines, tab_line
from tests.example import Example
from tests.gui.tables.acting import cell
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import go_to_cell, said
from tests.models.codebook.study import Study, coded

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed, so nothing can be put into a sheet of it"
)
Key = Qt.Key
HTML = "HTML (StarCalc)"
TABS = "Text - txt - csv (StarCalc):9,34,76,1"
"""Cells separated by tabs, in quotation marks if need be, in UTF-8, from the first line on."""

NASTY = (
    ("=1+1", "+49 30 1234", "-x", "@sum", "'quoted"),
    ("007", "3.10", "1,000", "1e5", "-0"),
    ("2015-01-23", "10-15", "1/2", "12:30", "50%"),
    ("one line\nand another\n\nand the last", 'he said "no"', '"all of it"', '"', 'a\n"b"'),
    ("Größe", "Ø é ŝ", "🌊", "الجدار سوف يكلف", "<b>&amp;</b>"),
    ("40000000", "0.5", "-3.25", "123456789012345", "1234567890123456789"),
    ("TRUE", "", "0", "who?", "end"),
)


@pytest.fixture
def office(tmp_path: Path) -> "Office":
    """Return LibreOffice with a folder for its files, and settings of its own."""
    return Office(tmp_path / "office")


class Office:
    """Puts what was copied into a sheet, and copies the sheet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir()

    def sheet_of(self, copied: str, kind: str, columns: int) -> Path:
        """Return the sheet into which a text was put, as HTML or as lines with tabs, whose columns are then texts."""
        source = self._folder / f"copied.{kind}"
        source.write_bytes(copied.encode())
        all_text = "/".join(f"{column}/2" for column in range(1, columns + 1))
        return self._convert(source, "ods", HTML if kind == "html" else f"{TABS},{all_text}")

    def copied(self, sheet: Path) -> str:
        """Return the cells of a sheet as lines with tabs."""
        lines = self._convert(sheet, f"csv:{TABS},,0,false,true,false").read_bytes().decode()
        return lines.removesuffix("\n")

    def _convert(self, source: Path, to: str, reading: str = "") -> Path:
        profile = f"-env:UserInstallation={(self._folder / 'profile').as_uri()}"
        given = [f"--infilter={reading}"] if reading else []
        command = [
            "soffice",
            profile,
            "--headless",
            *given,
            "--convert-to",
            to,
            "--outdir",
            str(self._folder),
            str(source),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return source.with_suffix(f".{to.partition(':')[0]}")


@pytest.mark.parametrize("kind", ["html", "tsv"])
def test_every_text_that_a_spreadsheet_could_take_for_something_else_is_the_same_in_the_sheet(
    office: Office, kind: str
) -> None:
    lines = html_table(map(html_line, NASTY)) if kind == "html" else "\n".join(map(tab_line, NASTY))
    back = read_tab_lines(office.copied(office.sheet_of(lines, kind, len(NASTY[0]))))
    assert back == NASTY


@pytest.fixture
def study(example: Example) -> Study:
    """Return the example with answers of several kinds that a spreadsheet could misread."""
    study = coded(example)
    for name, kind, first, second in (
        ("code", "text", "=SUM(A1:A9)", "007"),
        ("remark", "long_text", 'Größe "L"\nund noch eine', "الجدار سوف يكلف"),
        ("day", "date", "2015-01-23", "2016-02-29"),
        ("share", "decimal", "0.25", "-3.5"),
        ("votes", "whole_number", "12", "40000000"),
    ):
        study.ask(name, kind)
        study.answer(name, example.cost, first)
        study.answer(name, example.lost, second)
    example.store.close()
    return study


def test_a_rectangle_of_the_table_is_equal_in_a_sheet_and_changes_nothing_when_it_is_pasted_back(
    desk: Desk, study: Study, office: Office
) -> None:
    desk.open(study.example.store.path)
    desk.show("statements")
    panel = desk.statements
    go_to_cell(panel, 0, "speaker")
    desk.press(Key.Key_A, CTRL)
    desk.press(Key.Key_C, CTRL)
    clipboard = QGuiApplication.clipboard().mimeData()
    cells = read_tab_lines(clipboard.text())
    assert {"=SUM(A1:A9)", "007", "2015-01-23", "0.25", "40000000"} <= {text for row in cells for text in row}
    back = office.copied(office.sheet_of(clipboard.html(), "html", len(cells[0])))
    assert read_tab_lines(back) == cells
    before = desk.project.undo_label
    paste(desk, back)
    assert said(desk) == "Changed 0 cells."
    assert desk.project.undo_label == before
    paste(desk, back.replace("=SUM(A1:A9)", "=SUM(B1:B9)").replace("2016-02-29", "2016-03-01"))
    assert said(desk) == "Changed 2 cells."
    assert cell(panel, study.example.cost.id, "code") == "=SUM(B1:B9)"
    desk.press(Key.Key_Z, CTRL)
    assert cell(panel, study.example.cost.id, "code") == "=SUM(A1:A9)"


def paste(desk: Desk, lines: str) -> None:
    """Paste what another program has put on the clipboard, from the first cell on."""
    go_to_cell(desk.statements, 0, "speaker")
    block = QMimeData()
    block.setText(lines)
    QGuiApplication.clipboard().setMimeData(block)
    desk.press(Key.Key_V, CTRL)
