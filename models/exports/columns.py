"""What a column to publish is, as data: its kind, its description, and how it is read from a record.

One description gives the CSV and, since it says all that they need, the data dictionary and the codebook.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Generic, TypeVar

from models.quantities.writing import plain
from models.text.ranges import Range

T = TypeVar("T")
P_contra = TypeVar("P_contra", contravariant=True)
Cell = str | int | float | None


class Kind(StrEnum):
    """The form of a column's cells."""

    ID = "id"
    TEXT = "text"
    CHOICE = "choice"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    RANGES = "ranges"
    LIST = "list"


WRITTEN: dict[Kind, str] = {
    Kind.ID: "a UUID",
    Kind.TEXT: "text",
    Kind.CHOICE: "one of the values listed",
    Kind.INTEGER: "a whole number",
    Kind.NUMBER: "a number, with a point for decimals and nothing between thousands",
    Kind.DATE: "a date, or a date and time, by ISO 8601",
    Kind.TIME: "a date and time by ISO 8601, in UTC",
    Kind.RANGES: "ranges start-end, separated by semicolons",
    Kind.LIST: "texts separated by a semicolon and a blank; one that contains a semicolon is in double quotes",
}
"""How a cell of each kind is written. An empty cell, of any kind, means that there is nothing."""


@dataclass(frozen=True, slots=True)
class Column(Generic[P_contra]):
    """One column: snake_case name, kind, what it means, and how it is read from a record.

    `choices` are the values of a column of kind choice; `unit` is what an integer counts; `refers` names the table
    whose key is here, which may be this one; `required` says that the record always has it.
    """

    name: str
    kind: Kind
    description: str
    read: Callable[[P_contra], Cell]
    choices: tuple[str, ...] = ()
    unit: str | None = None
    refers: str | None = None
    required: bool = False

    @property
    def write(self) -> Callable[[P_contra], Cell]:
        """Return a cell as it is written in the file."""
        read = self.read
        if self.kind is Kind.NUMBER:
            return lambda record: _written(read(record))
        return read


@lru_cache(maxsize=10_000)
def _written(value: Cell) -> str | None:
    return None if value is None else plain(float(value))


def ranges(found: Iterable[Range]) -> str | None:
    """Return ranges as they are written: "578-614;700-720"; None when there are none."""
    return ";".join([f"{start}-{end}" for start, end in found]) or None
