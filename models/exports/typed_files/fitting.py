"""Find out whether the cells of a table are of the types that its columns say, before it is written as a typed file.

What does not fit a type is not lost. An answer that no longer fits its variable is exported as it was given, so there
can be a text among numbers: the whole column is then text. A date can have a time of day, which has a separate column.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from models.exports.columns import Column
from models.exports.lines import pick
from models.exports.source import Source
from models.exports.table import Table
from models.exports.typed_files.dates import read_date
from models.exports.typed_files.typed_columns import Type, TypedColumn, as_text, time_of_day, typed
from models.store.exported_cells import Cells
from models.text.name_lists import join_names
from models.translation import _


class Fitting:
    """Looks at the rows of a table, and then has its typed columns."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._typed = [(at, typed(at, column)) for at, column in enumerate(table.columns)]
        self._unfit, self._timed = set[int](), set[int]()

    def look(self, rows: Iterable[Cells]) -> None:
        """Look at some more rows."""
        checked = [(at, each) for at, each in self._typed if each.type is not Type.TEXT]
        for row in rows:
            for at, column in checked:
                if (cell := row[at]) is not None:
                    self._look(at, column, cell)

    def _look(self, at: int, column: TypedColumn, cell: object) -> None:
        if column.read(cell) is None:
            self._unfit.add(at)
        elif column.type is Type.DAY and at not in self._timed and isinstance(read_date(str(cell)), datetime):
            self._timed.add(at)

    def columns(self) -> tuple[TypedColumn, ...]:
        """Return the columns, as the rows allow."""
        return tuple(column for at, each in enumerate(self.table.columns) for column in self._columns(at, each))

    def _columns(self, at: int, column: Column) -> Iterator[TypedColumn]:
        yield as_text(at, column) if at in self._unfit else typed(at, column)
        if at in self._timed - self._unfit:
            name, taken = f"{column.name}_time", {each.name for each in self.table.columns}
            while name in taken:
                name += "_"
            yield time_of_day(at, column, name)

    def remarks(self) -> Iterator[str]:
        """Yield a sentence if columns are text because some of their cells do not fit."""
        if self._unfit:
            names = join_names(self.table.columns[at].name for at in sorted(self._unfit))
            said = _("In {table}, the values of {columns} are written as text, because some do not fit.")
            yield said.format(table=self.table.name, columns=names)


def fittings(source: Source) -> tuple[Fitting, ...]:
    """Return the fittings of all tables, after one pass through the project."""
    found = tuple(map(Fitting, source.tables))
    picks = [pick([column.field for column in table.columns]) for table in source.tables]
    for some in source.lines():
        for fitting, picked in zip(found, picks, strict=True):
            fitting.look(map(picked, some.get(fitting.table.lines, ())))
    return found
