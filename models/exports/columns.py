"""Describe exported columns as data: name, kind, description, and the field that is shown.

The CSV is made from this description; it also contains everything that a data dictionary or a codebook needs.
"""

from dataclasses import dataclass

from models.attributes.cell_kinds import CellKind
from models.exports.lines import Answered, Field
from models.ids import Id


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name (snake_case), its kind, its description, and the stored or derived field that it shows.

    `choices` are the values of a column of kind choice; `unit` is what an integer counts; `refers` names the table
    whose key the column holds, which may be its own table; `required` means that no record is without a value. A
    column of answers names their `variable`.
    """

    name: str
    kind: CellKind
    description: str
    field: Field | Answered
    choices: tuple[str, ...] = ()
    unit: str | None = None
    refers: str | None = None
    required: bool = False
    variable: Id | None = None

    @property
    def of(self) -> type[object]:
        """Return the class of records whose field the column shows."""
        return self.field.of if isinstance(self.field, Answered) else self.field[0]
