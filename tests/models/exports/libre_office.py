"""Let LibreOffice open a workbook and write what it has read."""

import csv
import subprocess
from pathlib import Path

CSV_OF_EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
"""In UTF-8, cells as they are and not as they are shown, and one file for each sheet."""


def read_sheets(workbook: Path, folder: Path) -> dict[str, list[list[str]]]:
    """Return the rows of each sheet of a workbook, by its name, as LibreOffice has read them."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        CSV_OF_EVERY_SHEET,
        "--outdir",
        str(folder),
        str(workbook),
    ]
    subprocess.run([*command, str(folder), str(workbook)], check=True, capture_output=True, timeout=180)
    written = folder.glob(f"{workbook.stem}-*.csv")
    return {path.stem.removeprefix(f"{workbook.stem}-"): _rows(path) for path in written}


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))
