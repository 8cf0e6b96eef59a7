"""Count the rows of a table in a workbook, from the XML of its sheets, which another library wrote."""

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from lxml import etree

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def rows_of(workbook: Path, table: str) -> int:
    """Return how many rows a table has on its sheets, without their headers.

    Raises OSError if the file cannot be read, and ValueError if it is no workbook with this table or a row is missing.
    """
    try:
        with ZipFile(workbook) as parts:
            sheets = [part for name, part in _sheets(parts) if re.fullmatch(rf"{re.escape(table)}( \d+)?", name)]
            if not sheets:
                raise ValueError(f"it has no sheet “{table}”")
            return sum(_rows(parts, part) - 1 for part in sheets)
    except (BadZipFile, etree.XMLSyntaxError, KeyError) as error:
        raise ValueError(str(error)) from error


def _sheets(parts: ZipFile) -> Iterator[tuple[str, str]]:
    """Yield the name of each sheet and of the part that it is in."""
    targets = {
        each.get("Id"): each.get("Target") for each in etree.fromstring(parts.read("xl/_rels/workbook.xml.rels"))
    }
    for sheet in etree.fromstring(parts.read("xl/workbook.xml")).iterfind("{*}sheets/{*}sheet"):
        yield sheet.get("name"), f"xl/{targets[sheet.get(RELATION)]}"


def _rows(parts: ZipFile, part: str) -> int:
    """Count the rows of a sheet, the header included; only one is in memory at a time."""
    count = 0
    with parts.open(part) as sheet:
        for _event, row in etree.iterparse(sheet, tag="{*}row"):
            count += 1
            if row.get("r") != str(count):
                raise ValueError(f"row {row.get('r')} is in place of row {count}")
            row.clear()
            while (before := row.getprevious()) is not None:
                row.getparent().remove(before)
    return count
