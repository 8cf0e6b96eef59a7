"""Read the first lines of tables that will be exported, and no further than needed."""

from collections.abc import Iterable, Iterator
from itertools import islice

from models.exports.beginning import FIRST, FirstLines, headings
from models.exports.lines import pick
from models.exports.source import Source
from models.exports.table import Table
from models.quantities.writing import plain
from models.store.exported_cells import Cells


def first_lines(source: Source) -> dict[str, list[Cells]]:
    """Return the first lines of each table that is wanted, by its name."""
    found: dict[str, list[Cells]] = {table.name: [] for table in source.tables}
    wanted = {table.name: min(FIRST, source.counts[table.name]) for table in source.tables}
    for some in source.lines():
        for table in source.tables:
            rows = found[table.name]
            rows += islice(some.get(table.lines, ()), wanted[table.name] - len(rows))
        if all(len(found[name]) == wanted[name] for name in found):
            break
    return found


def in_words(table: Table, file: str, lines: Iterable[Cells], count: int) -> FirstLines:
    """Return lines of a table as a form shows them that keeps the cells with their types."""
    picked = map(pick([column.field for column in table.columns]), lines)
    rows = tuple(tuple(map(_words, cells)) for cells in picked)
    return FirstLines(file, table.name, table.description, headings(table.columns), rows, count)


def _words(cell: object) -> str:
    if cell is None:
        return ""
    return plain(cell) if isinstance(cell, int | float) else str(cell)


def every_table(source: Source, file_of: str) -> Iterator[FirstLines]:
    """Yield the first lines of each table that is wanted; `file_of` is the name of its file, with {name}."""
    found = first_lines(source)
    for table in source.tables:
        yield in_words(table, file_of.format(name=table.name), found[table.name], source.counts[table.name])
