"""What may be changed by way of each column of an exported table, and why not by the others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from models.attributes.attribute import Attribute
from models.attributes.built_in import ATTRIBUTES
from models.attributes.cell_kinds import CellKind
from models.attributes.kinds import Flag
from models.codebook.codebook import Codebook
from models.codebook.kinds.answer_kind import AnswerKind
from models.codebook.kinds.choices import OneChoice, SeveralChoices
from models.codebook.kinds.yes_no import YesNo
from models.codebook.variables import answers_of, attributes_in
from models.entities import Article, Choice, Claim, Number, Signed
from models.exports.answers import KINDS_OF_RECORDS
from models.exports.columns import Column
from models.exports.lines import SIGNED, Answered
from models.exports.spreadsheets import risk
from models.returning import kept_texts as texts
from models.returning import reading_cells as cells
from models.returning.reading_cells import Read, Reader, Reading
from models.text.context import Context
from models.text.name_lists import join_names, split_names
from models.translation import _

BUILT_IN: Mapping[tuple[type[object], str], Attribute[Any, Any]] = {
    (each.of, each.name): each for each in ATTRIBUTES if each.editable and each.of is not Article
}
BEGAN = {(each.of, each.name) for each in ATTRIBUTES if each.of in (Claim, Number) and not each.editable}
PLACES = ("words", "parts", "start", "end")


@dataclass(frozen=True, slots=True)
class ReturnedColumn:
    """A column with the attribute that its cells change, and how they are read.

    Without an attribute its cells cannot be changed, for the `reason`. `source` is the attribute that a column repeats
    in another form, such as a choice at one level. `parts` of a number are its value and its upper value, which are
    changed together.
    """

    column: Column
    read: Reader
    attribute: Attribute[Any, Any] | None = None
    reason: str = ""
    source: Attribute[Any, Any] | None = None

    @property
    def is_of_value(self) -> bool:
        """Whether the column has the value or the upper value of a number."""
        return self.column.field in ((Number, "value"), (Number, "upper"))


def returned_columns(columns: Sequence[Column], codebook: Codebook, *, indicators: bool) -> list[ReturnedColumn]:
    """Return how each of some columns is read; `indicators` says that there are columns with 1 or 0."""
    answered = [*_answered(codebook, indicators)]
    return [_returned(column, answered) for column in columns]


def _answered(codebook: Codebook, indicators: bool) -> Iterator[tuple[Attribute[Any, Any], int]]:
    """Yield the variable of each cell of answers, and which of its cells it is; the first is the answer itself."""
    for of in KINDS_OF_RECORDS:
        for variable in attributes_in(codebook, of):
            kind = answers_of(variable)
            count = len(kind.cells(codes=False)) + (len(kind.indicators(codes=False)) if indicators else 0)
            yield from ((variable, at) for at in range(count))


def _returned(column: Column, answered: Sequence[tuple[Attribute[Any, Any], int]]) -> ReturnedColumn:
    if isinstance(column.field, Answered):
        variable, at = answered[column.field.at]
        reader = _reader_of_answers(answers_of(variable), at, column.kind)
        if at == 0:
            return ReturnedColumn(column, reader, variable)
        follows = _("It follows from the column “{column}”; change it there.").format(column=variable.column)
        return ReturnedColumn(column, reader, None, follows, variable)
    of, name = column.field
    found = BUILT_IN.get((of, "value" if name == "upper" else name))
    reader = cells.mark if found and isinstance(found.kind, Flag) else _READERS.get(column.kind, cells.words)
    return ReturnedColumn(column, reader, found, "" if found else _why_not(of, name))


_READERS: dict[CellKind, Reader] = {
    CellKind.NUMBER: cells.figure,
    CellKind.INTEGER: cells.figure,
    CellKind.DATE: cells.day,
    CellKind.TIME: cells.day,
    CellKind.CHOICE: cells.member,
    CellKind.LIST: cells.names,
}


def _reader_of_answers(kind: AnswerKind, at: int, cell_kind: CellKind) -> Reader:
    """Return how one of the cells of the answers of a kind is read."""
    if isinstance(kind, SeveralChoices) and at == 0:
        return partial(_choices, {OneChoice.write(kind, each): each.value for each in _choices_of(kind)})
    if isinstance(kind, OneChoice) and at < len(kind.cells(codes=False)):
        return partial(_choice, _codes(kind, at))
    return cells.yes_or_no if isinstance(kind, YesNo) else _READERS.get(cell_kind, cells.words)


def _choices_of(kind: OneChoice) -> Sequence[Choice]:
    return kind.codebook.choices_of(kind.variable.id)


def _codes(kind: OneChoice, at: int) -> dict[str, set[str]]:
    """Return what one of the cells of a choice is with codes, by what it is with labels."""
    labelled, coded = (kind.cells(codes)[at].make for codes in (False, True))
    found: dict[str, set[str]] = {}
    for each in _choices_of(kind):
        found.setdefault(str(labelled(each)), set()).add(str(coded(each)))
    return found


def _choice(codes: Mapping[str, set[str]], now: Any, cell: str, reading: Reading) -> Read | None:
    """Read a cell with a choice, which is written by its label or by its code."""
    label = str(now or "")
    return cells.one_of((label, *codes.get(label, ())), cell, reading)


def _choices(codes: Mapping[str, str], now: Any, cell: str, reading: Reading) -> Read | None:
    """Read a cell with several choices, which are written by their labels or by their codes, in any order."""
    labels = split_names(str(now or ""))
    coded = [codes.get(each, each) for each in labels]
    if {*split_names(texts.plain(cell, risk))} in ({*labels}, {*coded}):
        return None
    return cells.one_of((str(now or ""), join_names(coded)), cell, reading)


def _why_not(of: type[object], name: str) -> str:
    """Return why a column of no attribute cannot be changed."""
    if name == "id":
        return _("Ids cannot be changed.")
    if of is Context or any(name == each or name.endswith(f"_{each}") for each in PLACES):
        return _("The words of the article and their positions are changed in its text.")
    if (of, name) in BEGAN:
        return _("The program writes how a record began.")
    if of is Signed or name in SIGNED:
        return _("The program writes who recorded something, and when.")
    if of is Article:
        return _("What is known about an article is changed in the list of articles.")
    return _("The program counts it.")
