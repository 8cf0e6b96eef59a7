"""Write the script that reads the tables in Python, with pandas."""

from collections.abc import Iterator

from models.attributes.cell_kinds import CellKind
from models.exports.description.contents import Contents, DescribedColumn, DescribedTable
from models.exports.options import DecimalMark
from models.translation import _

READERS = {
    CellKind.INTEGER: "whole",
    CellKind.NUMBER: "number",
    CellKind.DATE: "day",
    CellKind.TIME: "time",
}
"""The functions of the script that read the cells of a kind; those of all others are texts, or choices."""

FUNCTIONS = """
from pathlib import Path

import pandas as pd

FOLDER = Path(__file__).parent


def text(cells):
    return cells


def whole(cells):
    return cells.astype("Int64")


def number(cells):
    return {number}.astype("Float64")


def day(cells):
    return pd.to_datetime(cells, format="%Y-%m-%d")


def time(cells):
    return pd.to_datetime(cells, format="ISO8601", utc=True)


def choice(values):
    kind = pd.CategoricalDtype(list(values.values()))
    return lambda cells: cells.map(values).astype(kind)


def read_table(file, columns):
    table = pd.read_csv(
        FOLDER / file, sep={separator}, dtype="string", keep_default_na=False, na_values=[""], encoding="utf-8-sig"
    )
    if list(table.columns) != list(columns):
        raise ValueError(f"{{file}} has other columns than this script")
    read = {{name: reader({cell}) for name, (reader, _) in columns.items()}}
    table = pd.DataFrame(read, columns=list(columns))
    table.attrs["labels"] = {{name: label for name, (_, label) in columns.items()}}
    return table

"""


def pandas_script(contents: Contents) -> str:
    """Return the script: one data frame for each table."""
    return "\n".join(_lines(contents)) + "\n"


def _lines(contents: Contents) -> Iterator[str]:
    options = contents.options
    yield '"""' + _("Read the tables of this folder into data frames, with types and labels (pandas 2 or newer).")
    yield ""
    yield "    from read_tables import statements"
    yield '    statements.attrs["labels"]'
    yield '"""'
    cell = 'table[name].str.removeprefix("\'")' if options.spreadsheet_safe else "table[name]"
    comma = options.decimal is DecimalMark.COMMA
    number = 'cells.str.replace(",", ".", regex=False)' if comma else "cells"
    yield FUNCTIONS.format(number=number, separator=repr(str(options.separator)), cell=cell)
    for table in contents.tables:
        yield from _table(table)


def _table(table: DescribedTable) -> Iterator[str]:
    yield f"# {' '.join(table.table.description.split())}"
    yield f"{table.name} = read_table("
    yield f"    {table.file!r},"
    yield "    {"
    for column in table.columns:
        yield from _column(column)
    yield "    },"
    yield ")"


def _column(column: DescribedColumn) -> Iterator[str]:
    reader = READERS.get(column.kind, "text")
    if column.kind is not CellKind.CHOICE:
        yield f"        {column.name!r}: ({reader}, {column.label!r}),"
        return
    yield f"        {column.name!r}: ("
    yield "            choice({"
    yield from (f"                {each.value!r}: {each.label!r}," for each in column.values)
    yield "            }),"
    yield f"            {column.label!r},"
    yield "        ),"
