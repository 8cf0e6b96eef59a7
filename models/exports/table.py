"""What a table to publish is: its name, what its lines are, and its columns."""

from dataclasses import dataclass

from models.exports.columns import Column
from models.exports.lines import Lines


@dataclass(frozen=True, slots=True)
class Table:
    """A table to publish: its name, what a row is, the names of the columns of its key, its lines, and its columns."""

    name: str
    description: str
    key: tuple[str, ...]
    lines: Lines
    columns: tuple[Column, ...]
