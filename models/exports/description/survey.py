"""Read a written table once and find, for each column, what a description of it must say.

The cells are compared as columns of some rows at a time, which is several times faster than one by one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path

from models.attributes.cell_kinds import CellKind
from models.exports.columns import Column
from models.exports.options import Options
from models.exports.reading_csv import rows_of

AT_ONCE = 200
"""Rows that are in memory at a time: to split and join more of them keeps other threads waiting."""

DAY = re.compile(r"\d{4}-\d\d-\d\d")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[-+]?\d+)?")
NUMBERS = re.compile(rf"{NUMBER.pattern}(?:;{NUMBER.pattern})*+")
MEASURED = (CellKind.INTEGER, CellKind.NUMBER)
DATED = (CellKind.DATE, CellKind.TIME)


@dataclass(slots=True)
class Found:
    """What the cells of a column are like; see `DescribedColumn`. `counts` has the cells of a column of choices."""

    filled: int = 0
    longest: int = 0
    broken: int = 0
    unfit: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    ends: tuple[float, float] | None = None
    days: tuple[str, str] | None = None


class Survey:
    """Takes in the cells of one column, some at a time."""

    def __init__(self, column: Column, values: Iterable[str], decimal: str) -> None:
        self.found, self._kind, self._values, self._decimal = Found(), column.kind, {*values}, decimal

    def take(self, cells: Sequence[str]) -> None:
        """Take in some more cells."""
        found, filled = self.found, [cell for cell in cells if cell]
        if not filled:
            return
        found.filled += len(filled)
        if self._kind is CellKind.CHOICE:
            found.counts.update(filled)
            found.unfit = sum(count for cell, count in found.counts.items() if cell not in self._values)
        elif self._kind in MEASURED:
            self._measure(filled)
        elif self._kind in DATED:
            self._date(filled)
        together = "".join(filled)
        found.longest = max(found.longest, _longest(filled, together.isascii()))
        if "\n" in together or "\r" in together:
            found.broken += sum("\n" in cell or "\r" in cell for cell in filled)

    def _measure(self, filled: Sequence[str]) -> None:
        if self._decimal != ".":
            filled = [cell.replace(self._decimal, ".") for cell in filled]
        if not NUMBERS.fullmatch(";".join(filled)):
            fitting = [cell for cell in filled if NUMBER.fullmatch(cell)]
            self.found.unfit += len(filled) - len(fitting)
            filled = fitting
        numbers = [*map(float, filled)]
        if numbers:
            least, most = self.found.ends or (numbers[0], numbers[0])
            self.found.ends = min(least, *numbers), max(most, *numbers)

    def _date(self, filled: Sequence[str]) -> None:
        """Take in dates; times of day do not fit a column of dates that is read by its days."""
        counts = Counter(filled)
        fitting = [cell for cell in counts if _fits(cell, self._kind)]
        self.found.unfit += len(filled) - sum(counts[cell] for cell in fitting)
        if fitting:
            least, most = self.found.days or (fitting[0], fitting[0])
            self.found.days = min(least, *fitting), max(most, *fitting)


def survey(path: Path, columns: Sequence[Column], values: Sequence[Iterable[str]], options: Options) -> list[Found]:
    """Read a table and return what was found of each column, in order; `values` are those that each can have.

    Raises OSError.
    """
    surveys = [Survey(*each, options.decimal) for each in zip(columns, values, strict=True)]
    with rows_of(path) as rows:
        next(rows)
        while some := [*islice(rows, AT_ONCE)]:
            for each, cells in zip(surveys, zip(*some, strict=True), strict=True):
                each.take(cells)
    return [each.found for each in surveys]


def _longest(cells: Iterable[str], is_ascii: bool) -> int:
    """Return the length of the longest cell in bytes of UTF-8."""
    return max(map(len, cells if is_ascii else map(str.encode, cells)))


def _fits(cell: str, kind: CellKind) -> bool:
    if kind is CellKind.DATE and not DAY.fullmatch(cell):
        return False
    try:
        datetime.fromisoformat(cell)
    except ValueError:
        return False
    return True
