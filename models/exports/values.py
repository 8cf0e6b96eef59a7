"""The values that a column of choices can have, with their labels, and their numbers in programs for statistics."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from models.attributes.cell_kinds import CellKind
from models.codebook.codebook import Codebook
from models.codebook.kinds.choices import OneChoice
from models.entities import Choice
from models.exports.columns import Column
from models.exports.options import Options
from models.exports.spreadsheets import safe

WHOLE_NUMBER = re.compile("0|-?[1-9][0-9]{0,8}")
"""A code that Stata and SPSS can have as the number of a value. No two of them are the same number."""


@dataclass(frozen=True, slots=True)
class Value:
    """One of the values that cells of a column can have: its label in words, and in how many cells it is.

    It is `written` with an apostrophe before it in a file that is safe for spreadsheets, if necessary. Where the values
    of a column have to be numbers, it is `number`.
    """

    value: str
    label: str
    written: str
    number: int
    count: int = 0


def values_of(column: Column, codebook: Codebook, options: Options) -> tuple[Value, ...]:
    """Return the values that a column of choices can have, each with its label; none for other columns."""
    if column.kind is not CellKind.CHOICE:
        return ()
    values = [*map(str, column.choices)]
    choices = _choices(column, codebook)
    labels = [*map(codebook.shown_label, choices)] or values
    written = map(safe, values) if options.spreadsheet_safe else values
    numbers = _numbers(choices) or range(1, len(values) + 1)
    return tuple(Value(*each) for each in zip(values, labels, written, numbers, strict=True))


def _choices(column: Column, codebook: Codebook) -> Sequence[Choice]:
    """Return the choices of a variable, in the order of the values of its column."""
    variable = codebook.variables.get(column.variable or "")
    return codebook.choices_of(variable.id) if variable and variable.kind == OneChoice.name else ()


def _numbers(choices: Sequence[Choice]) -> list[int]:
    """Return the codes of choices as numbers, or nothing if one of them is not a whole number."""
    codes = [each.value for each in choices]
    return [*map(int, codes)] if all(map(WHOLE_NUMBER.fullmatch, codes)) else []
