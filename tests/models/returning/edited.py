"""Edit an exported table as a spreadsheet does, and compare it with its project."""

import csv
from dataclasses import dataclass, field
from pathlib import Path

from models.exports.csv_files import Csv
from models.exports.delivery import export
from models.exports.options import Options
from models.exports.target import Target
from models.returning.comparing_file import compare_file
from models.returning.comparison import Comparison
from models.store import Store
from tests.models.exports.reading import read_table

Rows = list[dict[str, str]]


@dataclass
class Edited:
    """A table of a project in a file; `rows` has its cells by the names of the columns."""

    store: Store
    folder: Path
    table: str
    options: Options = field(default_factory=Options)
    target: Target = field(default_factory=Csv)

    def __post_init__(self) -> None:
        """Export the tables of the project."""
        export(self.store, self.folder, self.target, self.options)
        self.rows: Rows = [
            {name: cell or "" for name, cell in row.items()} for row in read_table(self.folder, self.table)
        ]

    @property
    def path(self) -> Path:
        """The file of the table."""
        return self.folder / f"{self.table}.csv"

    def row(self, record: str) -> dict[str, str]:
        """Return the first row that has an id."""
        return next(row for row in self.rows if record in row.values())

    def write(self, *, encoding: str = "utf-8-sig", separator: str = ",", quoting: int = csv.QUOTE_MINIMAL) -> Path:
        """Write the rows as they are now."""
        with self.path.open("w", encoding=encoding, newline="", errors="replace") as file:
            names = [*self.rows[0]]
            writer = csv.DictWriter(file, names, delimiter=separator, quoting=quoting)  # type: ignore[arg-type]
            writer.writeheader()
            writer.writerows(self.rows)
        return self.path

    def compared(self, *, encoding: str = "utf-8-sig", separator: str = ",") -> Comparison:
        """Write the rows, and compare the file with the project."""
        return compare_file(self.store, self.write(encoding=encoding, separator=separator))


def changes(found: Comparison) -> list[tuple[str, str, str]]:
    """Return the column, the text before and the text after of each difference."""
    return [(each.cell.column, each.cell.text, each.becomes) for each in found.differences]
