"""Write tables as Parquet: typed and compressed, with the meaning of each column in the file."""

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from models.exports.beginning import Beginning
from models.exports.first_lines import every_table
from models.exports.lines import pick
from models.exports.report import File
from models.exports.source import Source
from models.exports.tables import tables
from models.exports.target import Written
from models.exports.typed_files.fitting import Fitting, fittings
from models.exports.typed_files.typed_columns import Type, TypedColumn
from models.store.exported_cells import Cells

GROUP = 20_000
"""The rows that are in memory before they are written, as a row group of the file."""

TYPES = {
    Type.TEXT: pa.string(),
    Type.CHOICE: pa.dictionary(pa.int32(), pa.string()),
    Type.WHOLE: pa.int64(),
    Type.DECIMAL: pa.float64(),
    Type.DAY: pa.date32(),
    Type.MOMENT: pa.timestamp("ms", tz="UTC"),
}


class Parquet:
    """A target: one Parquet file for each table, in two passes. The first finds out the types of the columns."""

    names = tuple(f"{table.name}.parquet" for table in tables())

    def write(self, source: Source, place: Path) -> Written:
        """Write every table. Raises OSError if the disk refuses."""
        found = fittings(source)
        with ExitStack() as open_files:
            files = [ParquetFile(each, place, open_files) for each in found]
            for some in source.lines():
                for file in files:
                    file.write(some.get(file.table.lines, ()))
            for file in files:
                file.flush()
        written = tuple(File(file.path, file.table.name, file.rows) for file in files)
        return Written(written, tuple(remark for each in found for remark in each.remarks()))

    def first(self, source: Source) -> Beginning:
        """Return the first rows of every table."""
        return Beginning(tuple(every_table(source, "{name}.parquet")))

    def count(self, file: File) -> int:
        """Read all values of a table and return how many rows it has. Raises ValueError if it cannot be read."""
        try:
            with parquet.ParquetFile(file.path) as written:
                return sum(batch.num_rows for batch in written.iter_batches(GROUP))
        except OSError as error:
            raise ValueError(str(error)) from error


class ParquetFile:
    """A table that is being written. `rows` counts its rows."""

    def __init__(self, fitting: Fitting, place: Path, open_files: ExitStack) -> None:
        self.table, self.rows = fitting.table, 0
        self.path = place / f"{self.table.name}.parquet"
        self._columns = fitting.columns()
        self._schema = pa.schema(map(_field, self._columns), metadata={"description": self.table.description})
        file = open_files.enter_context(self.path.open("wb"))
        self._writer = open_files.enter_context(parquet.ParquetWriter(file, self._schema, compression="zstd"))
        self._pick = pick([column.field for column in self.table.columns])
        self._waiting: list[Cells] = []

    def write(self, lines: Iterable[Cells]) -> None:
        """Write some more lines, as soon as there are enough for a group."""
        self._waiting += map(self._pick, lines)
        if len(self._waiting) >= GROUP:
            self.flush()

    def flush(self) -> None:
        """Write what is waiting."""
        values = [pa.array(column.values(self._waiting), TYPES[column.type]) for column in self._columns]
        self._writer.write_table(pa.Table.from_arrays(values, schema=self._schema))
        self.rows += len(self._waiting)
        self._waiting.clear()


def _field(column: TypedColumn) -> pa.Field:
    return pa.field(column.name, TYPES[column.type], metadata={"description": column.description})
