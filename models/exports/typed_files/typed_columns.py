"""The columns of files in which each column has one type, and how their values are read from exported cells."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from typing import Any

from models.attributes.cell_kinds import CellKind
from models.exports.columns import Column
from models.exports.typed_files.dates import in_utc, read_date
from models.quantities.writing import plain
from models.store.exported_cells import Cells
from models.translation import _


class Type(Enum):
    """What the values of a column are: str, str (one of the choices), int, float, date, and datetime in UTC."""

    TEXT = auto()
    CHOICE = auto()
    WHOLE = auto()
    DECIMAL = auto()
    DAY = auto()
    MOMENT = auto()


Reader = Callable[[Any], Any]
"""Returns the value of a cell that is not empty, or None if it does not fit."""


@dataclass(frozen=True, slots=True)
class TypedColumn:
    """A column of a typed file. `at` is the exported column that it is read from (from 0); `choices` are those of type
    CHOICE.
    """

    name: str
    type: Type
    description: str
    at: int
    read: Reader
    choices: tuple[str, ...] = ()

    def values(self, rows: Iterable[Cells]) -> list[Any]:
        """Return the values of some rows; None where there is none."""
        at, read = self.at, self.read
        return [None if row[at] is None else read(row[at]) for row in rows]


def typed(at: int, column: Column) -> TypedColumn:
    """Return a column whose cells are of the type that its kind says."""
    if column.kind not in _TYPES:
        return as_text(at, column)
    of_type, read = _TYPES[column.kind]
    choices = tuple(map(str, column.choices))
    if of_type is Type.CHOICE:
        read = dict(zip(choices, choices, strict=True)).get
    return TypedColumn(column.name, of_type, column.description, at, read, choices)


def as_text(at: int, column: Column) -> TypedColumn:
    """Return a column whose cells are all text, whatever their kind."""
    return TypedColumn(column.name, Type.TEXT, column.description, at, _as_text)


def time_of_day(at: int, column: Column, name: str) -> TypedColumn:
    """Return a column of text, with a name, for the time of day of dates."""
    what = _("The time of day of “{column}”, where it is known.").format(column=column.name)
    return TypedColumn(name, Type.TEXT, what, at, _time_of_day)


def _as_text(cell: Any) -> str:
    return cell if isinstance(cell, str) else plain(cell)


def _whole(cell: Any) -> int | None:
    return cell if isinstance(cell, int) else None


def _decimal(cell: Any) -> float | None:
    return float(cell) if isinstance(cell, int | float) else None


def _day(cell: str) -> date | None:
    found = read_date(cell)
    return found.date() if isinstance(found, datetime) else found


def _time_of_day(cell: str) -> str | None:
    found = read_date(cell)
    return found.timetz().isoformat() if isinstance(found, datetime) else None


def _moment(cell: str) -> datetime | None:
    found = read_date(cell)
    return in_utc(found) if isinstance(found, datetime) else None


_TYPES: dict[CellKind, tuple[Type, Reader]] = {
    CellKind.CHOICE: (Type.CHOICE, str),
    CellKind.INTEGER: (Type.WHOLE, _whole),
    CellKind.NUMBER: (Type.DECIMAL, _decimal),
    CellKind.DATE: (Type.DAY, _day),
    CellKind.TIME: (Type.MOMENT, _moment),
}
"""The type of the cells of each kind, and what reads them; cells of all other kinds are text."""
