"""LibreOffice opens a table and saves it as a workbook and as CSV; what it writes in another way changes nothing.

Without it these tests are skipped; on Debian, `apt-get install --no-install-recommends libreoffice-calc` brings it.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

from models.edits import Edit, changed
from models.exports.csv_files import Csv
from models.exports.delivery import export
from models.exports.options import Options
from models.returning.comparing_file import compare_file
from models.returning.comparison import Comparison
from tests.example import Example, put, signed
from tests.models.codebook.nine_kinds import nine_kinds

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed, so nothing can open the table"
)

ENGLISH, GERMAN = 1033, 1031
"""The languages whose numbers and dates LibreOffice reads and writes."""


@pytest.fixture
def hard(example: Example) -> Example:
    """Return the example with texts and values that a spreadsheet writes in another way."""
    nine_kinds(example)
    for record, name, text in (
        (example.cost, "summary", "5-10"),
        (example.cost, "note", "line\nand another"),
        (example.lost, "note", "1.50"),
        (example.millions, "unit", "007"),
        (example.berths, "unit", "1/4"),
        (example.berths, "counted", "true"),
        (example.union, "role", "5 May"),
        (example.union, "affiliation", "12345678901234567890"),
        (example.union, "outside_id", "0123"),
        (example.article, "published", "2015-04-03"),
    ):
        example.store.apply(signed(put(record, name, text)))
    example.store.apply(signed(Edit("Value", (changed(example.millions, value=1 / 3),))))
    return example


def saved(table: Path, language: int, *, special: bool, folder: Path) -> tuple[Path, Path]:
    """Return the workbook and the CSV that LibreOffice saves of a table, with semicolons; `special` says that it reads
    dates and the like in texts.
    """
    read = f"CSV:44,34,76,1,,{language},false,{str(special).lower()}"
    workbook = _convert("xlsx", table, folder, f"--infilter={read}")
    text = _convert(f"csv:Text - txt - csv (StarCalc):59,34,76,1,,{language},false,true", workbook, folder)
    return workbook, text


def _convert(form: str, file: Path, folder: Path, *more: str) -> Path:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", *more, "--convert-to", form, "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{file.stem}.{form.partition(':')[0]}"


@pytest.mark.parametrize("language", [ENGLISH, GERMAN])
def test_a_table_that_libre_office_saved_changes_nothing_by_itself(
    hard: Example, tmp_path: Path, language: int
) -> None:
    export(hard.store, tmp_path, Csv(), Options(spreadsheet_safe=True))
    for file in saved(tmp_path / "statements.csv", language, special=True, folder=tmp_path / "saved"):
        assert _found(compare_file(hard.store, file)) == (3, [], [])


def test_what_libre_office_makes_of_texts_that_were_not_made_safe_is_doubted(hard: Example, tmp_path: Path) -> None:
    export(hard.store, tmp_path, Csv())
    for file in saved(tmp_path / "statements.csv", ENGLISH, special=True, folder=tmp_path / "saved"):
        matched, certain, refused = _found(compare_file(hard.store, file))
        assert (matched, certain, refused) == (3, [], [])


def _found(found: Comparison) -> tuple[int, list[str], list[str]]:
    """Return how many rows are matched, and the columns of what would be taken and of what is refused."""
    return (
        found.matched,
        [each.cell.column for each in found.certain],
        [each.cell.column for each in found.refused],
    )
