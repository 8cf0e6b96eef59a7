"""Describe exported tables as data: name, lines and columns."""

from dataclasses import dataclass

from models.exports.columns import Column
from models.exports.lines import Lines


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, the meaning of a row, the names of its key columns, its lines and its columns."""

    name: str
    description: str
    key: tuple[str, ...]
    lines: Lines
    columns: tuple[Column, ...]


Tables = tuple[Table, ...]
