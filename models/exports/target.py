"""What a target is: a form in which tables are published, such as CSV."""

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
    """The file of each table, and what readers of this form should know about their cells."""

    files: tuple[File, ...]
    remarks: tuple[str, ...]


class Target(Protocol):
    """Writes tables in one form. Delivery prepares the place, checks what was written and puts it in the folder."""

    def names(self, tables: Tables) -> tuple[str, ...]:
        """Return the names of the files that hold these tables."""

    def write(self, lines: Iterable[SomeLines], tables: Tables, place: Path) -> Written:
        """Write the tables into an empty folder. Raises OSError when the disk refuses."""
