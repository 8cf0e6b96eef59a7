"""Write tables as files of a statistics program, with labels of variables and values.

The writer wants all rows of a table in memory. So there is one pass through the project for each table, and only the
rows of one table are in memory at a time.
"""

import math
from collections.abc import Iterator, Sequence
from errno import EIO
from pathlib import Path

import pandas as pd
from pyreadstat import PyreadstatError, ReadstatError

from models.exports.beginning import Beginning
from models.exports.first_lines import every_table
from models.exports.lines import pick
from models.exports.report import File
from models.exports.source import Source
from models.exports.table import Table
from models.exports.tables import tables
from models.exports.target import Written
from models.exports.typed_files.fitting import Fitting
from models.exports.typed_files.packages import Package, Variable, cut_at_bytes
from models.exports.typed_files.typed_columns import Type, TypedColumn
from models.exports.values import Value, values_of
from models.store.exported_cells import Cells
from models.text.name_lists import join_names
from models.translation import _, ngettext


class Labelled:
    """A target: a file of a statistics program for each table. Choices are numbers, with their labels."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.names = tuple(f"{table.name}.{package.ending}" for table in tables())

    def write(self, source: Source, place: Path) -> Written:
        """Write every table. Raises OSError if the disk refuses."""
        files = [LabelledFile(table, self._package, place, self._values(table, source)) for table in source.tables]
        for file in files:
            picked = pick([column.field for column in file.table.columns])
            file.write([picked(line) for some in source.lines() for line in some.get(file.table.lines, ())])
        written = tuple(File(file.path, file.table.name, file.rows) for file in files)
        return Written(written, tuple(remark for file in files for remark in file.remarks()))

    def _values(self, table: Table, source: Source) -> list[tuple[Value, ...]]:
        return [values_of(column, source.codebook, source.options) for column in table.columns]

    def first(self, source: Source) -> Beginning:
        """Return the first rows of every table."""
        return Beginning(tuple(every_table(source, "{name}." + self._package.ending)))

    def count(self, file: File) -> int:
        """Read a table and return how many rows it has. Raises ValueError if it cannot be read."""
        try:
            return self._package.rows(file.path)
        except (PyreadstatError, ReadstatError) as error:
            raise ValueError(str(error)) from error


class LabelledFile:
    """A table that is written as a file. `rows` counts its rows; `values` are those of each of its columns."""

    def __init__(self, table: Table, package: Package, place: Path, values: Sequence[tuple[Value, ...]]) -> None:
        self.table, self.rows = table, 0
        self.path = place / f"{table.name}.{package.ending}"
        self._package, self._values = package, values
        self._fitting = Fitting(table)
        self._renamed: tuple[str, ...] = ()
        self._cut = 0

    def write(self, rows: Sequence[Cells]) -> None:
        """Write all rows of the table. Raises OSError."""
        self._fitting.look(rows)
        columns = self._fitting.columns()
        named = [*zip(self._package.names(columns), columns, strict=True)]
        self._renamed = tuple(f"{name} ({column.name})" for name, column in named if name != column.name)
        variables = [self._variable(name, column) for name, column in named]
        frame = pd.DataFrame({name: self._series(column, rows) for name, column in named}, copy=False)
        try:
            self._package.write(frame, self.path, variables)
        except ReadstatError as error:
            raise OSError(EIO, str(error)) from error
        self.rows = len(rows)

    def remarks(self) -> Iterator[str]:
        """Yield a sentence for each thing that differs from the project because the program demands it."""
        yield from self._fitting.remarks()
        said = {"table": self.table.name, "program": self._package.name}
        if self._renamed:
            renamed = _("In {table}, these variables have other names that {program} allows: {names}.")
            yield renamed.format(**said, names=join_names(self._renamed))
        if self._cut:
            cut = ngettext(
                "{count:,} text is longer than a text of {program} and is cut; CSV keeps it whole.",
                "{count:,} texts are longer than a text of {program} and are cut; CSV keeps them whole.",
                self._cut,
            )
            yield cut.format(count=self._cut, **said)

    def _variable(self, name: str, column: TypedColumn) -> Variable:
        values = self._values[column.at] if column.type is Type.CHOICE else ()
        labelled = tuple((each.number, self._package.value_label(each.label)) for each in values)
        return Variable(name, column.type, self._package.label(column.description), labelled)

    def _series(self, column: TypedColumn, rows: Sequence[Cells]) -> pd.Series:
        """Return the values of a column: texts, or numbers, of which those that there are not are NaN."""
        values = column.values(rows)
        match column.type:
            case Type.TEXT:
                return pd.Series([self._text(value or "") for value in values], dtype=object)
            case Type.CHOICE:
                codes = {each.value: each.number for each in self._values[column.at]}
                values = [None if value is None else codes[value] for value in values]
            case Type.DAY | Type.MOMENT:
                values = [None if value is None else self._package.number(column.type, value) for value in values]
        return pd.Series([math.nan if value is None else value for value in values], dtype=float)

    def _text(self, text: str) -> str:
        kept = cut_at_bytes(self._package.longest_text, text)
        self._cut += kept is not text
        return kept.replace("\0", "\N{REPLACEMENT CHARACTER}")
