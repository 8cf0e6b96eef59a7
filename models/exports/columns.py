"""What a column to publish is, as data: its name, its kind, its description, and the field it shows.

One description gives the CSV and, since it says all that they need, the data dictionary and the codebook.
"""

from dataclasses import dataclass
from enum import StrEnum

from models.entities import Record
from models.exports.lines import Field


class Kind(StrEnum):
    """The form of a column's cells. An empty cell, of any kind, means that there is nothing."""

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
    """One column: snake_case name, kind, what it means, and the field of a record, or what is derived, that it shows.

    `choices` are the values of a column of kind choice; `unit` is what an integer counts; `refers` names the table
    whose key is here, which may be this one; `required` says that the record always has it.
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
        """Return the class of records whose field it shows."""
        return self.field[0]
