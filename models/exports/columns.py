"""Describe exported columns as data: name, kind, description, and the field that is shown.

The CSV is made from this description; it also contains everything that a data dictionary or a codebook needs.
"""

from dataclasses import dataclass
from enum import StrEnum

from models.entities import Record
from models.exports.lines import Field


class Kind(StrEnum):
    """The form of a column's cells. An empty cell of any kind means that there is no value."""

    ID = "id"  # a UUID
    TEXT = "text"
    CHOICE = "choice"  # one of the values listed
    INTEGER = "integer"
    NUMBER = "number"  # with a point for decimals and nothing between thousands
    DATE = "date"  # a date, or a date and time, by ISO 8601
    TIME = "time"  # a date and time by ISO 8601, in UTC
    RANGES = "ranges"  # start-end, separated by semicolons
    LIST = "list"  # texts as in `models.text.name_lists`


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name (snake_case), its kind, its description, and the stored or derived field that it shows.

    `choices` are the values of a column of kind choice; `unit` is what an integer counts; `refers` names the table
    whose ids the column holds, which may be its own table; `required` means that no record is without a value.
    """

    name: str
    kind: Kind
    description: str
    field: Field
    choices: tuple[str, ...] = ()
    unit: str | None = None
    refers: str | None = None
    required: bool = False

    @property
    def of(self) -> type[Record]:
        """Return the class of records whose field the column shows."""
        return self.field[0]
