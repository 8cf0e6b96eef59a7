"""A list of findings as CSV, for a spreadsheet or the clipboard."""

import csv
import io
from collections.abc import Iterable, Iterator

from models.checks.finding import Finding
from models.translation import _

HEADER = (_("severity"), _("kind"), _("finding"), _("repair"), _("advice"), _("article id"), _("record id"))


def as_csv(found: Iterable[Finding]) -> Iterator[tuple[str, Finding | None]]:
    """Yield each line of a CSV table, with its finding; the first is the header."""
    yield _line(HEADER), None
    for each in found:
        fault, place = each.fault, each.place
        where = (place.article or "", place.record or "") if place else ("", "")
        row = (fault.severity.value, fault.title, each.sentence, fault.repair, fault.advice, *where)
        yield _line(row), each


def _line(cells: Iterable[str]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow(cells)
    return written.getvalue()
