"""The beginning of an export: the first lines of each table as they will be, and how many there are."""

from dataclasses import dataclass
from itertools import islice

from models.exports.columns import Column
from models.exports.left_out import left_out
from models.exports.lines import pick
from models.exports.listed_lines import of_statements
from models.exports.options import DecimalMark, Options
from models.exports.source import GoOn, Source, no_progress
from models.quantities.writing import plain
from models.store import Store
from models.store.exported_cells import Cells

FIRST = 20
"""How many lines of a table are shown."""


@dataclass(frozen=True, slots=True)
class FirstLines:
    """The first lines of a table, as texts; `count` is how many lines it has in all."""

    name: str
    description: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    count: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What an export will contain, and what it leaves out."""

    tables: tuple[FirstLines, ...]
    left_out: tuple[str, ...]


def preview(store: Store, options: Options, go_on: GoOn = no_progress) -> Preview:
    """Return the beginning of an export. Raises Interrupted as `go_on` does, and the errors of the store."""
    with store.snapshot(of_statements(options.orders), options.only) as snapshot:
        source = Source(snapshot, options, go_on)
        first = _first_lines(source)
        tables = tuple(
            FirstLines(
                table.name, table.description, table.columns, tuple(first[table.name]), source.counts[table.name]
            )
            for table in source.tables
        )
        return Preview(tables, tuple(left_out(source)))


def _first_lines(source: Source) -> dict[str, list[tuple[str, ...]]]:
    """Return the first lines of each table, and read no further than needed."""
    found: dict[str, list[tuple[str, ...]]] = {table.name: [] for table in source.tables}
    wanted = {table.name: min(FIRST, source.counts[table.name]) for table in source.tables}
    picks = {table.name: pick([column.field for column in table.columns]) for table in source.tables}
    for some in source.lines():
        for table in source.tables:
            rows = found[table.name]
            lines = islice(some.get(table.lines, ()), wanted[table.name] - len(rows))
            rows += [_shown(picks[table.name](line), source.options) for line in lines]
        if all(len(found[name]) == wanted[name] for name in found):
            break
    return found


def _shown(cells: Cells, options: Options) -> tuple[str, ...]:
    return tuple(
        ""
        if cell is None
        else plain(cell).replace(DecimalMark.POINT, options.decimal)
        if isinstance(cell, int | float)
        else str(cell)
        for cell in cells
    )
