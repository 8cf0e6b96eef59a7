"""Export answers: the columns of each variable of the codebook, and their cells for the records of a line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from models.codebook.codebook import Codebook
from models.codebook.kinds.answer_kind import AnswerCell, AnswerKind, Unfit
from models.codebook.naming import RESERVED, free_name
from models.codebook.variables import answers_of, attributes_in
from models.entities import Article, Claim, Number, Record, Speaker
from models.exports.columns import Column
from models.exports.lines import Answered
from models.exports.record_lines import AnswersOf, no_answers
from models.ids import Id
from models.known import Known
from models.store.exported_cells import AnswersAbout, Cells, id_of

KINDS_OF_RECORDS: tuple[type[Record], ...] = (Article, Speaker, Claim, Number)
"""The records of a line, in the order in which their cells are given."""

CACHED = 10_000
"""Records whose cells are kept: lines that follow each other are about the same articles, speakers and claims."""


@dataclass(frozen=True, slots=True)
class _Variable:
    """A variable with the rules for its answers, and the cells that are made of a value."""

    kind: AnswerKind
    cells: tuple[AnswerCell, ...]

    def make(self, record: Id, known: Known) -> Iterable[object]:
        answers = [each for each in known.answers_of(record) if each.variable == self.kind.variable.id]
        value = self.kind.value(answers, known)
        if value is None:
            return (None,) * len(self.cells)
        if isinstance(value, Unfit):
            return (str(value), *(None,) * (len(self.cells) - 1))
        return (cell.make(value) for cell in self.cells)


class AnswerCells:
    """The columns and cells of all variables. `codes` says that choices are exported by their codes, not their labels,
    and `indicators` that each of several choices has a column with 1 or 0 too.

    An answer that no longer fits its variable is exported as it was given.
    """

    def __init__(self, codebook: Codebook, codes: bool = False, indicators: bool = False) -> None:
        self._variables = {
            of: [
                _Variable(kind, (*kind.cells(codes), *(kind.indicators(codes) if indicators else ())))
                for kind in map(answers_of, attributes_in(codebook, of))
            ]
            for of in KINDS_OF_RECORDS
        }

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in the order of their cells."""
        every = [
            (of, variable.kind.variable, cell)
            for of, variables in self._variables.items()
            for variable in variables
            for cell in variable.cells
        ]
        taken = {*RESERVED, *(variable.name for _, variable, _ in every)}
        columns = []
        for at, (of, variable, cell) in enumerate(every):
            own = not cell.suffix and variable.name not in RESERVED
            name = variable.name if own else free_name(variable.name + cell.suffix, taken)
            taken.add(name)
            columns.append(
                Column(name, cell.kind, cell.description, Answered(of, at), cell.choices, variable=variable.id)
            )
        return tuple(columns)

    def reader(self, answers: AnswersAbout) -> AnswersOf:
        """Return what makes the cells of the records of a line from the answers about them."""

        @lru_cache(maxsize=CACHED)
        def cells_of(place: int, record: Id | None) -> Cells:
            every = self._variables[KINDS_OF_RECORDS[place]]
            if record is None:
                return tuple(None for variable in every for _ in variable.cells)
            return tuple(cell for variable in every for cell in variable.make(record, answers.known))

        def cells(*records: Cells) -> Cells:
            return tuple(cell for place, record in enumerate(records) for cell in cells_of(place, id_of(record)))

        return cells if any(self._variables.values()) else no_answers


def columns_of(columns: Sequence[Column], *kinds: type[Record]) -> tuple[Column, ...]:
    """Return the columns of answers about some classes of records."""
    return tuple(column for kind in kinds for column in columns if column.of is kind)
