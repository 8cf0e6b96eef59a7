"""Make a list of statements in the thread of the reader, with the lines that a view will show of it."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gui.tables.line_pages import HELD_PAGES, Lines
from gui.tables.picked import PAGE
from models.ids import Id
from models.lines.order import Order
from models.lines.statement import Statement

if TYPE_CHECKING:
    from models.store.view import StatementList, StoreView

Key = tuple[Id | None, Id | None]
Moves = Mapping[int, int | None]
"""Rows of a list, and where their lines are in another one; None where they are gone."""


def key_of(line: Statement) -> Key:
    """Return what tells a line from all others: its claim and its number."""
    return line.claim.id if line.claim else None, line.number.id if line.number else None


@dataclass(frozen=True, slots=True)
class Seeking:
    """Finds where the lines of some rows are in another list: by their rows in the `former` list, or by their records
    where only its first lines are known.
    """

    former: "StatementList | None"
    rows: frozenset[int]
    keys: Mapping[int, Key]

    def moves(self, view: "StoreView", listed: "StatementList") -> Moves:
        """Return where the lines are in a list."""
        if self.former:
            return view.rows_in(listed, self.former, self.rows)
        return view.rows_of(listed, self.keys)


@dataclass(frozen=True, slots=True)
class MadeList:
    """A list that was made, with its visible pages, and where lines of the previous list are in it."""

    listed: "StatementList"
    pages: Mapping[int, Lines]
    moves: Moves


@dataclass(frozen=True, slots=True)
class MakingList:
    """A question for the list of an order, with the lines of some pages and of those that `seeking` finds."""

    asker: Hashable
    order: Order
    seeking: Seeking
    pages: Sequence[int]

    def make(self, view: "StoreView") -> MadeList:
        """Return the list as the file has it."""
        listed = view.make_list(self.asker, self.order, self.seeking.former)
        moves = self.seeking.moves(view, listed)
        held = {row // PAGE for row in moves.values() if row is not None}
        wanted = dict.fromkeys((*self.pages, *(held if len(held) <= HELD_PAGES else ())))
        return MadeList(listed, read_pages(view, listed, wanted), moves)


def read_pages(
    view: "StoreView", listed: "StatementList", pages: Sequence[int] | Mapping[int, None]
) -> dict[int, Lines]:
    """Return the lines of some pages of a list."""
    return {page: view.lines(listed, page * PAGE, PAGE) for page in pages}


def with_held(first: Lines, held: Mapping[int, Statement], *, are_all: bool) -> tuple[Lines, Moves]:
    """Return the first lines of another list, followed by the lines of rows that a view has `held` on to, until it is
    known where these are; and the places of the held lines. They are gone if the first lines `are_all`.
    """
    places = {key_of(line): place for place, line in enumerate(first) if line}
    beyond = [] if are_all else [line for line in held.values() if key_of(line) not in places]
    places |= {key_of(line): place for place, line in enumerate(beyond, len(first))}
    return [*first, *beyond], {row: places.get(key_of(line)) for row, line in held.items()}
