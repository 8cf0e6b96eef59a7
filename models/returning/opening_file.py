"""Read a file that came back from a spreadsheet, as the tables of texts that it holds."""

from collections.abc import Sequence
from pathlib import Path

from models.returning.csv_rows import read_csv
from models.returning.not_returned import NotReturned
from models.returning.text_sheet import Sheet
from models.returning.workbook_sheets import read_workbook
from models.translation import _

LARGEST = 256 << 20
"""Bytes of a file that are read; a table of 500,000 statements has about as many."""

ZIP, OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read_sheets(path: Path) -> Sequence[Sheet]:
    """Return the tables in a file: one in a file of text, one for each sheet of a workbook. Raises NotReturned."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise NotReturned(
                _("“{name}” has {size:,} MB; files of up to {most:,} MB are read.").format(
                    name=path.name, size=size >> 20, most=LARGEST >> 20
                ),
                _("Keep only the rows that you have changed, with the row of the names of the columns."),
            )
        with path.open("rb") as file:
            data = file.read(LARGEST)
    except OSError as error:
        raise NotReturned(
            _("“{name}” cannot be read: {reason}.").format(name=path.name, reason=error.strerror),
            _("If another program has the file open, close it there."),
        ) from error
    if data.startswith(ZIP):
        return read_workbook(path.name, data)
    if data.startswith(OLD_OFFICE):
        raise NotReturned(
            _("“{name}” is a workbook of an old kind, or has a password.").format(name=path.name),
            _("Save it as .xlsx without a password, or as .csv."),
        )
    return (read_csv(path.name, data),)
