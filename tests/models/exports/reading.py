"""Read exported tables as anybody would: with Python's csv module, and None for an empty cell."""

import csv
from pathlib import Path

Row = dict[str, str | None]


def read_table(folder: Path, name: str, encoding: str = "utf-8-sig") -> list[Row]:
    """Read one table as rows by column name."""
    with (folder / f"{name}.csv").open(encoding=encoding, newline="") as file:
        return [{column: cell or None for column, cell in row.items()} for row in csv.DictReader(file, strict=True)]


def chosen(rows: list[Row], *columns: str) -> list[tuple[str | None, ...]]:
    """Take only some columns of each row."""
    return [tuple(row[column] for column in columns) for row in rows]
