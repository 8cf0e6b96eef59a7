"""Define targets: the forms in which tables are published, such as CSV."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from models.exports.lines import SomeLines
from models.exports.report import File
from models.exports.table import Table

Tables = tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """The file of each table, and remarks for its readers about cells that this form puts at risk."""

    files: tuple[File, ...]
    remarks: tuple[str, ...]


class Target(Protocol):
    """Writes tables in one form. `delivery` prepares a folder, checks the files and moves them to where they belong."""

    def names(self, tables: Tables) -> tuple[str, ...]:
        """Return the names of the files that hold these tables."""

    def write(self, lines: Iterable[SomeLines], tables: Tables, place: Path) -> Written:
        """Write the tables into an empty folder. Raises OSError if the disk refuses."""
