"""Recognise which exported table a sheet holds, by the names of its columns, and find its rows by their ids."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from models.codebook.codebook import Codebook
from models.exports.answers import AnswerCells
from models.exports.lines import Lines
from models.exports.options import DecimalMark
from models.exports.table import Table
from models.exports.tables import tables
from models.returning.not_returned import NotReturned
from models.returning.reading_cells import Reading
from models.returning.returned_columns import ReturnedColumn, returned_columns
from models.returning.text_sheet import Row, Sheet
from models.returning.written_figures import marks_in
from models.translation import _

RETURNED = (Lines.STATEMENTS, Lines.CLAIMS, Lines.NUMBERS, Lines.SPEAKERS)
"""The tables that can be returned."""

Key = tuple[str, ...]
"""The ids by which a row is known; empty for one that it has not."""

GoOn = Callable[[], None]


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row of a file: its number, from 1 as a spreadsheet counts, and its cells in the order of the table's columns.

    A cell that the row does not have is None.
    """

    number: int
    cells: Row


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be matched: its sheet, its number, and the reason in a sentence."""

    sheet: str
    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReturnedTable:
    """A table that came back: its columns that the file has, each with its place, and its rows by their keys.

    `indicators` says that the export had columns with 1 or 0.
    """

    name: str
    table: Table
    columns: tuple[tuple[int, ReturnedColumn], ...]
    rows: dict[Key, ReturnedRow]
    reading: Reading
    indicators: bool
    bad: tuple[BadRow, ...] = ()
    unknown: tuple[str, ...] = ()
    """The names of columns that no export has."""
    remarks: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class _Form:
    """One of the forms in which a project's tables can be exported."""

    indicators: bool
    tables: tuple[Table, ...]


def recognise(sheet: Sheet, codebook: Codebook, go_on: GoOn) -> ReturnedTable | None:
    """Return the table in a sheet; None if it is another table, or none. Raises NotReturned if it lacks its ids."""
    header = [name.strip() for name in map(str, sheet.header)]
    named = {*header} - {""}
    found = [(form, table) for form in _forms(codebook) for table in form.tables]
    form, table = max(found, key=lambda each: _fit(each[1], named))
    if table.lines not in RETURNED or _fit(table, named)[0] < 2:
        return None
    columns = returned_columns(table.columns, codebook, indicators=form.indicators)
    at = {name: place for place, name in enumerate(header)}
    _expect_columns(header, table, columns, sheet.name)
    places = [at.get(column.column.name) for column in columns]
    rows, bad = _rows(sheet, table, places, go_on)
    mark = DecimalMark.POINT if sheet.typed else _mark(columns, rows)
    unknown = [name for name in header if name and all(name != each.column.name for each in columns)]
    there = tuple((place, each) for place, each in enumerate(columns) if each.column.name in at)
    reading = Reading(mark, sheet.encoding)
    return ReturnedTable(
        sheet.name, table, there, rows, reading, form.indicators, tuple(bad), tuple(unknown), sheet.remarks
    )


def _expect_columns(header: Sequence[str], table: Table, columns: Sequence[ReturnedColumn], sheet: str) -> None:
    """Raise NotReturned if a column by which rows are found is missing, or one that is read is there twice."""
    for name in table.key:
        if name not in header:
            raise NotReturned(
                _("“{sheet}” looks like the table {table}, but has no column “{column}”.").format(
                    sheet=sheet, table=table.name, column=name
                ),
                _("Its rows are found by these ids. Export the table again, and leave the ids as they are."),
            )
    for name, times in Counter(header).items():
        if times > 1 and any(name == column.column.name for column in columns):
            raise NotReturned(
                _("The column “{column}” occurs twice in “{sheet}”.").format(column=name, sheet=sheet),
                _("Remove one of them."),
            )


def _forms(codebook: Codebook) -> Iterator[_Form]:
    for indicators in (False, True):
        yield _Form(indicators, tables(AnswerCells(codebook, indicators=indicators).columns, context=True))


def _fit(table: Table, named: set[str]) -> tuple[int, int]:
    """Return how many columns of a table have a name of a header, and prefer a table with fewer others."""
    return sum(column.name in named for column in table.columns), -len(table.columns)


def _rows(
    sheet: Sheet, table: Table, places: Sequence[int | None], go_on: GoOn
) -> tuple[dict[Key, ReturnedRow], list[BadRow]]:
    """Read the rows by their keys. A key that several rows have is none of them: which one counts is not known."""
    rows: dict[Key, ReturnedRow] = {}
    bad: list[BadRow] = []
    twice: dict[Key, int] = {}
    keys = [place for place, column in enumerate(table.columns) if column.name in table.key]
    same: dict[str, str] = {}  # many cells of a table are the same text
    width = len(sheet.header)
    for number, cells in sheet.rows:
        go_on()
        if len(cells) > width and any(cells[width:]):
            bad.append(BadRow(sheet.name, number, _("The row has more cells than there are columns.")))
            continue
        row = ReturnedRow(number, tuple(_cell(cells, place, same) for place in places))
        key = tuple((row.cells[place] or "").strip().lower() for place in keys)
        if not any(key):
            bad.append(BadRow(sheet.name, number, _("The row has no id.")))
        elif first := twice.get(key):
            reason = _("The row has the same ids as row {row}.").format(row=first)
            bad.append(BadRow(sheet.name, number, reason))
            if earlier := rows.pop(key, None):
                bad.append(BadRow(sheet.name, earlier.number, _("Row {row} has the same ids.").format(row=number)))
        else:
            rows[key], twice[key] = row, number
    return rows, sorted(bad, key=lambda each: each.number)


def _cell(cells: Row, place: int | None, same: dict[str, str]) -> str | None:
    if place is None or place >= len(cells) or (cell := cells[place]) is None:
        return None
    return same.setdefault(cell, cell)


def _mark(columns: Sequence[ReturnedColumn], rows: dict[Key, ReturnedRow]) -> DecimalMark | None:
    """Return the mark before decimals that the numbers of a file have; None if they do not tell."""
    numbers = [place for place, each in enumerate(columns) if each.column.kind == "number"]
    found = marks_in({cell for row in rows.values() for place in numbers if (cell := row.cells[place])})
    return next(iter(found)) if len(found) == 1 else None
