"""Of the statements of an export, keep those that a list has, in its order."""

from collections.abc import Iterable, Iterator, Mapping

from models.entities import Claim, Number
from models.exports.lines import Lines, SomeLines, pick
from models.store.exported_cells import Cells
from models.store.snapshot import Line

line_of = pick([(Claim, "id"), (Number, "id")])


def only_listed(lines: Iterable[SomeLines], listed: Mapping[Line, int], *, is_sorted: bool) -> Iterator[SomeLines]:
    """Yield the lines of each table, but of the statements only those that are `listed`.

    If the list is sorted, they come last, in its order; they are then all in memory at once.
    """
    kept: list[Cells] = []
    for some in lines:
        found = [line for line in some.get(Lines.STATEMENTS, ()) if line_of(line) in listed]
        kept += found if is_sorted else ()
        yield {**some, Lines.STATEMENTS: () if is_sorted else found}
    yield {Lines.STATEMENTS: sorted(kept, key=lambda line: listed[_line(line)])}


def _line(cells: Cells) -> Line:
    claim, number = line_of(cells)
    return claim, number
