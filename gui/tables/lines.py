"""The lines of a table, as its model keeps them: where each is, and what it is about."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from gui.project.view import ProjectView
from gui.tables.picked import Rows
from models.entities import Record
from models.ids import Id
from models.lines.criteria import HasRecords
from models.places import Place

if TYPE_CHECKING:
    from gui.tables.suggested_lines import SuggestedLine
    from models.store.view import StoreView

L = TypeVar("L", bound=HasRecords)
Reading = Callable[["StoreView"], Iterator[tuple[int, Sequence[L | None]]]]
"""Reads lines page by page: each page with its first row, and None for a line that is gone."""


class Lines(ProjectView, Generic[L]):
    """What every table knows of its lines. A table says where they are kept, and overrides what is special about it."""

    def start_over(self) -> None:
        """Take over the lines of another project, or none. It is called within a reset."""
        raise NotImplementedError

    def line(self, row: int) -> L | None:
        """Return the line of a row; None if it no longer exists."""
        raise NotImplementedError

    def shown(self, row: int) -> L | None:
        """Return what a row shows: its line, or something that is no record and that nothing else is done with."""
        return self.line(row)

    def suggested(self, row: int) -> "SuggestedLine | None":  # noqa: ARG002  # most tables have records only
        """Return the suggestion that a row shows; None if it shows a record."""
        return None

    def row_number(self, row: int) -> str:
        """Return the words in the header of a row."""
        return str(row + 1)

    def group(self, row: int) -> tuple[int, int]:
        """Return the first and last row of the claim that a row belongs to."""
        return row, row

    def record_of(self, line: L, column: int) -> Id | None:
        """Return the record that a cell of a line is about."""
        raise NotImplementedError

    def article_of(self, line: L) -> Id | None:  # noqa: ARG002  # lines of the registry are of no article
        """Return the article of a line."""
        return None

    def place_of(self, line: L, column: int) -> Place | None:
        """Return where the record of a cell is, or None."""
        record = self.record_of(line, column)
        return Place(self.article_of(line), record) if record else None

    def record_at(self, row: int, column: int) -> Id | None:
        """Return the record that a cell is about."""
        line = self.line(row)
        return self.record_of(line, column) if line is not None else None

    def article_at(self, row: int) -> Id | None:
        """Return the article of a line."""
        line = self.line(row)
        return self.article_of(line) if line is not None else None

    def counts(self) -> tuple[int, int]:
        """Return how many claims and numbers the lines are about."""
        raise NotImplementedError

    def kind_at(self, row: int, column: int) -> type[Record]:
        """Return the kind of record that a cell is about."""
        raise NotImplementedError

    def lines_in(self, rows: range) -> Sequence[L | None] | None:
        """Return the lines of some rows, at most a page; None if not all of them are in memory."""
        return [self.line(row) for row in rows]

    def read_lines(self, rows: range, asker: Hashable, then: Callable[[Sequence[L | None]], None]) -> None:
        """Read lines that are not in memory, at most a page; `then` gets fewer than asked for if rows are gone."""
        raise NotImplementedError

    def reading(self, rows: Rows) -> Reading[L]:
        """Return what reads the lines of some rows in the reader's thread."""
        known = [(part.start, [self.line(row) for row in part]) for part in rows]
        return lambda _view: iter(known)

    def everything(self) -> Reading[L]:
        """Return what reads the lines of the whole project in the reader's thread, also those that are not shown."""
        raise NotImplementedError

    def row_of(self, record: Id) -> int | None:
        """Return the first row about a record; None if there is none in memory."""
        raise NotImplementedError

    def locate(self, record: Id) -> None:
        """Find the row of a record that is not in memory; `located` reports it."""
