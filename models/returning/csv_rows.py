"""Read CSV as spreadsheets save it: any encoding, commas, semicolons or tabs."""

import codecs
import csv
import io
from collections.abc import Iterator

from models.articles.decoding import decode
from models.returning.not_returned import NotReturned
from models.returning.text_sheet import Row, Sheet
from models.translation import _

SEPARATORS = (",", ";", "\t")
LONGEST_CELL = 1 << 30
"""Characters that a cell can have; Python's own limit is shorter than some texts."""


def read_csv(name: str, data: bytes) -> Sheet:
    """Return the table in a file of text. Raises NotReturned; its rows raise it too where quotes are wrong."""
    decoded = decode(data)
    if decoded is None:
        raise NotReturned(
            _("“{name}” is neither text nor a workbook.").format(name=name), _("Save it as .csv or .xlsx.")
        )
    text = decoded.text.removeprefix("\N{BYTE ORDER MARK}")
    rows = _rows(name, text)
    for _number, header in rows:
        remarks = (decoded.warning,) if decoded.warning else ()
        return Sheet(name, header, rows, False, _limited(decoded.encoding), remarks)
    raise NotReturned(_("“{name}” is empty.").format(name=name))


def _limited(encoding: str) -> str | None:
    """Return the codec of an encoding that does not have all characters; None for one that has, or is not known."""
    try:
        codec = codecs.lookup(encoding).name
    except LookupError:
        return None
    return None if codec.startswith(("utf", "gb18030")) else codec


def _rows(name: str, text: str) -> Iterator[tuple[int, Row]]:
    """Yield the rows that are not empty, with their numbers."""
    first, _end, rest = text.partition("\n")
    named = first.strip().lower().startswith("sep=")  # Excel's own way to name the separator
    body = rest if named else text
    head = body.lstrip("\r\n").partition("\n")[0]
    separator = first.strip()[4:5] if named else max(SEPARATORS, key=head.count)
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=separator or ",", strict=True)
    number = int(named)
    try:
        for cells in reader:
            number += 1
            if any(cells):
                yield number, tuple(cells)
    except csv.Error as error:
        line = reader.line_num + int(named)
        raise NotReturned(
            _("“{name}” cannot be read from line {line} on: {reason}.").format(name=name, line=line, reason=error),
            _("Save it again as CSV, with quotation marks around texts."),
        ) from error
