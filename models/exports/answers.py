"""Export answers: the columns of each variable of the codebook, and their cells for the records of a line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from models.codebook.codebook import Codebook
from models.codebook.kinds.answer_kind import AnswerCell, AnswerKind, Unfit
from models.codebook.variables import answers_of, attributes_in
from models.entities import SUBJECTS, Article, Claim, Number, Record, Speaker
from models.exports.columns import Column
from models.exports.lines import Answered, AnswersOf, no_answers
from models.known import Known
from models.store.exported_cells import AnswersAbout, Cells, id_of

KINDS_OF_RECORDS: tuple[type[Record], ...] = (Article, Speaker, Claim, Number)
"""The records of a line, in the order in which their cells are given."""


@dataclass(frozen=True, slots=True)
class _Variable:
    """A variable with the rules for its answers, and the cells that are made of a value."""

    kind: AnswerKind
    cells: tuple[AnswerCell, ...]

    @property
    def of(self) -> type[Record]:
        return SUBJECTS[self.kind.variable.subject]

    def make(self, record: Cells, known: Known) -> Iterable[object]:
        answers = [each for each in known.answers_of(id_of(record)) if each.variable == self.kind.variable.id]
        value = self.kind.value(answers, known)
        if value is None:
            return (None,) * len(self.cells)
        if isinstance(value, Unfit):
            return (str(value), *(None,) * (len(self.cells) - 1))
        return (cell.make(value) for cell in self.cells)


class AnswerCells:
    """The columns and cells of all variables. `codes` says that choices are exported by their codes, not their labels.

    An answer that no longer fits its variable is exported as it was given.
    """

    def __init__(self, codebook: Codebook, codes: bool = False) -> None:
        attributes = (each for of in KINDS_OF_RECORDS for each in attributes_in(codebook, of))
        self._variables = [_Variable(kind, kind.cells(codes)) for kind in map(answers_of, attributes)]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in the order of their cells."""
        every = [(variable, cell) for variable in self._variables for cell in variable.cells]
        return tuple(
            Column(
                variable.kind.variable.name + cell.suffix,
                cell.kind,
                cell.description,
                Answered(variable.of, at),
                cell.choices,
            )
            for at, (variable, cell) in enumerate(every)
        )

    def reader(self, answers: AnswersAbout) -> AnswersOf:
        """Return what makes the cells of the records of a line from the answers about them."""
        return partial(self._cells, answers.known) if self._variables else no_answers

    def _cells(self, known: Known, *records: Cells) -> Cells:
        by_kind: dict[type[Record], Cells] = dict(zip(KINDS_OF_RECORDS, records, strict=True))
        return tuple(cell for variable in self._variables for cell in variable.make(by_kind[variable.of], known))


def columns_of(columns: Sequence[Column], *kinds: type[Record]) -> tuple[Column, ...]:
    """Return the columns of answers about some classes of records."""
    return tuple(column for kind in kinds for column in columns if column.of is kind)
