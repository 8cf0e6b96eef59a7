"""What statistics programs allow in their files: names, labels, texts and dates."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pandas as pd

from models.exports.typed_files.typed_columns import Type, TypedColumn

CUT = "…"
"""Ends a text or a label that is cut."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of such a file: its name, type and label, and its values with their labels."""

    name: str
    type: Type
    label: str
    values: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Package:
    """A statistics program: the ending of its files, and what it allows in them.

    Names have at most `longest_name` characters, `longest_labelled` where values have labels, and are not `reserved`.
    Texts have at most `longest_text` bytes. `label` and `value_label` cut the label of a variable and of a value. Dates
    are counted from `zero` in `units`. `write` writes a file with the labels of its variables; `rows` counts those that
    can be read.
    """

    name: str
    ending: str
    longest_name: int
    longest_labelled: int
    reserved: re.Pattern[str]
    longest_text: int
    label: Callable[[str], str]
    value_label: Callable[[str], str]
    zero: date
    units: Mapping[Type, timedelta]
    write: Callable[[pd.DataFrame, Path, Sequence[Variable]], None]
    rows: Callable[[Path], int]

    def number(self, of_type: Type, value: date | datetime) -> float:
        """Return the number by which a day, or a moment in UTC, is kept."""
        if isinstance(value, datetime):
            return (value - datetime(self.zero.year, self.zero.month, self.zero.day)) / self.units[of_type]
        return (value - self.zero) / self.units[of_type]

    def names(self, columns: Sequence[TypedColumn]) -> tuple[str, ...]:
        """Return the names for some columns: their own as far as the program allows, and all different."""
        taken = {each.name for each in columns if self._allows(each)}
        return tuple(each.name if self._allows(each) else self._free_name(each, taken) for each in columns)

    def _longest(self, column: TypedColumn) -> int:
        return self.longest_labelled if column.choices else self.longest_name

    def _allows(self, column: TypedColumn) -> bool:
        return len(column.name) <= self._longest(column) and not self.reserved.fullmatch(column.name)

    def _free_name(self, column: TypedColumn, taken: set[str]) -> str:
        """Return a name that is not taken, and take it."""
        endings = ("_", *(f"_{number}" for number in range(2, len(taken) + 3)))
        names = (column.name[: self._longest(column) - len(ending)] + ending for ending in endings)
        free = next(name for name in names if name not in taken)
        taken.add(free)
        return free


def cut_at_bytes(most: int, text: str) -> str:
    """Return a text, or as much of it as has this many bytes in UTF-8, with CUT at its end."""
    content = text.encode()
    return text if len(content) <= most else content[: most - len(CUT.encode())].decode(errors="ignore") + CUT


def cut_at_characters(most: int, text: str) -> str:
    """Return a text, or this many of its characters, with CUT at its end."""
    return text if len(text) <= most else text[: most - 1] + CUT


def labels(variables: Sequence[Variable]) -> dict[str, Any]:
    """Return the labels of some variables and of their values, as arguments of pyreadstat."""
    values = {each.name: {float(number): label for number, label in each.values} for each in variables}
    return {
        "column_labels": [each.label for each in variables],
        "variable_value_labels": {name: labels for name, labels in values.items() if labels},
    }
