"""What the comparison of edited tables with the project has found."""

from dataclasses import dataclass

from models.actions.cells import Cell, Refusal
from models.known import Known
from models.returning.recognising import BadRow


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that says something else than the project, and the text that it would be given.

    `becomes` is what the cell then holds. `note` is what is to be known about it, and `doubt` why it is not taken
    unless somebody decides so. `also` is written together with it, so that nothing else changes by the way.
    """

    cell: Cell
    text: str
    becomes: str
    note: str = ""
    doubt: str = ""
    also: tuple[tuple[Cell, str], ...] = ()


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A column whose cells differ from the project and cannot be changed: how many cells, why, and the first of them.

    `row` is its number in the file, `now` what the project has, and `given` what the file has.
    """

    sheet: str
    column: str
    count: int
    reason: str
    row: int
    now: str
    given: str


@dataclass(frozen=True, slots=True)
class LostRow:
    """A row of the project that a file does not have: its table, what it is about, and the title of its article."""

    sheet: str
    about: str
    article: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that files and project differ in. Nothing is deleted because a file does not have it.

    `unknown` are the rows of files whose ids the project does not have. `lost` counts the rows that files do not have,
    and `some_lost` are the first of them. `known` is what the project knows about the records of the differences.
    """

    differences: tuple[Difference, ...]
    refused: tuple[Refusal, ...]
    not_taken: tuple[NotTaken, ...]
    unknown: tuple[BadRow, ...]
    bad: tuple[BadRow, ...]
    lost: int
    some_lost: tuple[LostRow, ...]
    matched: int
    remarks: tuple[str, ...]
    known: Known

    @property
    def certain(self) -> tuple[Difference, ...]:
        """The differences that are taken unless somebody decides otherwise."""
        return tuple(each for each in self.differences if not each.doubt)
