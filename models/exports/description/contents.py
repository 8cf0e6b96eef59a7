"""What a folder of exported tables contains: every table with its file, and every column as it was written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from models.attributes.cell_kinds import CellKind
from models.codebook.files.drafts import VariableDraft
from models.entities import Sample
from models.exports.columns import Column
from models.exports.description.assistance import Assisted
from models.exports.options import Options
from models.exports.table import Table
from models.exports.values import Value
from models.sampling.definition import Definition


@dataclass(frozen=True, slots=True)
class DescribedColumn:
    """A column of a file. `label` is short; the description is that of the column.

    `kind` is the kind of its cells: text if there are `unfit` cells, which are not of the kind of the column. `filled`
    cells are not empty. `least` and `most` are the ends of numbers and dates, as they are written. `longest` is the
    length of the longest cell in bytes of UTF-8, and `broken` counts the cells with line breaks. `required` means that
    no cell of this table is empty.
    """

    column: Column
    label: str
    kind: CellKind
    required: bool
    values: tuple[Value, ...] = ()
    filled: int = 0
    unfit: int = 0
    least: str | None = None
    most: str | None = None
    longest: int = 0
    broken: int = 0

    @property
    def name(self) -> str:
        return self.column.name

    @property
    def description(self) -> str:
        return self.column.description


@dataclass(frozen=True, slots=True)
class DescribedTable:
    """A table in its file. `sha256` is that of the file, and `size` its length in bytes."""

    table: Table
    file: str
    rows: int
    size: int
    sha256: str
    columns: tuple[DescribedColumn, ...]

    @property
    def name(self) -> str:
        return self.table.name

    @property
    def broken(self) -> int:
        """The number of cells with line breaks."""
        return sum(column.broken for column in self.columns)


@dataclass(frozen=True, slots=True)
class DescribedSample:
    """A sample, with how it was drawn in sentences, and as data; None if a later program drew it."""

    sample: Sample
    report: str
    definition: Definition | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The tables of a folder, the state of the project that they show, and the variables of its codebook.

    `title` is the name of the project's file. `changed_at` is the time of its last edit (ISO 8601, UTC), and `edits`
    counts all of them. `program` is the version of Onrecord. `filters` say in words which records were left out, and
    `remarks` what readers should know about gaps and doubtful cells. `samples` say how articles were
    drawn at random, and `assisted` what coders were shown of what the program found.
    """

    title: str
    program: str
    coders: tuple[str, ...]
    edits: int
    changed_at: str | None
    options: Options
    tables: tuple[DescribedTable, ...]
    variables: tuple[VariableDraft, ...] = ()
    filters: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    samples: tuple[DescribedSample, ...] = ()
    assisted: Assisted

    @property
    def by_name(self) -> Mapping[str, DescribedTable]:
        """The tables by their names."""
        return {table.name: table for table in self.tables}

    @property
    def changed_on(self) -> str | None:
        """The day of the last edit."""
        return self.changed_at and self.changed_at[:10]

    def references(self, table: DescribedTable) -> Iterator[tuple[DescribedColumn, DescribedTable]]:
        """Yield the columns of a table that hold the key of a table in the folder, with that table.

        A table that has only some of its lines cannot be referred to.
        """
        for column in table.columns:
            other = self.by_name.get(column.column.refers or "")
            own_key = table.table.key == (column.name,)
            if other and not (own_key and other is table) and other.table.lines not in self.options.orders:
                yield column, other
