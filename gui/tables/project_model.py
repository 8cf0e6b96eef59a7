"""The statements or the numbers of the whole project. A list is made in the background; its lines come in pages.

The model shows what it has in memory. A page that is not in memory yet is shown empty, and is asked for.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Signal

from gui.project.follower import Follower
from gui.project.project import Project
from gui.tables.columns import Column
from gui.tables.grouping import Counting
from gui.tables.line_pages import LinePages, Lines
from gui.tables.lines import Reading
from gui.tables.making_list import MadeList, MakingList, Moves, Seeking, key_of, read_pages, with_held
from gui.tables.picked import PAGE, Rows
from gui.tables.statement_lines import StatementLinesModel, read_list
from gui.tables.table_model import NOWHERE, Index
from models.edits import Edit
from models.entities import Answer, Article, Choice, Claim, Drawn, Number, Record, Span, Speaker, Variable
from models.ids import Id
from models.lines.order import Order
from models.lines.statement import Statement

if TYPE_CHECKING:
    from models.store.view import StatementList

FIRST = 60
"""Lines that are read before the list is made: as many as a high window shows."""
FOLLOWED = (Answer, Article, Choice, Claim, Drawn, Number, Span, Speaker, Variable)
"""The records of which lines tell something."""

ROWS = QAbstractItemModel.LayoutChangeHint.VerticalSortHint
"""Only rows have moved; otherwise the header would lose the width of a column whose current cell is gone."""
HINTED = "QList<QPersistentModelIndex>,QAbstractItemModel::LayoutChangeHint"
"""The signals of Qt that take this hint."""


class ProjectTableModel(StatementLinesModel):
    """Lines of every article, in one order. Only an `active` one follows edits; others catch up when they are shown.

    `counted` is emitted when the numbers of claims and numbers are known.
    """

    counted = Signal()

    def __init__(
        self,
        columns: Sequence[Column[Statement]],
        answered: Mapping[type[Record], bool],
        order: Order,
    ) -> None:
        super().__init__(columns, answered)
        self.order = order
        self.follower = Follower(self)
        self.follower.due.connect(self._ask_for_list)
        self._shown: Order | None = None
        self._list: StatementList | None = None
        self._count = 0
        self._pages = LinePages()
        self._sought: Id | None = None

    def set_project(self, project: Project | None) -> None:
        """Show another project's lines, as soon as the model is active."""
        super().set_project(project)
        self.counted.emit()
        self.follower.follow(at_once=True)

    def start_over(self) -> None:
        self._shown, self._list, self._count = None, None, 0
        self._pages.replace({})

    def set_active(self, active: bool) -> None:
        """Follow edits while the view is shown; catch up first."""
        self.follower.set_active(active)

    def set_order(self, order: Order) -> None:
        """Change the sorting and the filter at once."""
        if order != self.order:
            self.order = order
            self.follower.follow(at_once=True)

    def set_text(self, text: str) -> None:
        """Keep only lines that contain these words, when the typing pauses."""
        self.order = replace(self.order, text=text)
        self.follower.follow()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    def counts(self) -> tuple[int, int]:
        return (self._list.claims, self._list.numbers) if self._list else (0, 0)

    # Lines in memory

    def line(self, row: int) -> Statement | None:
        line = self._pages.line(row)
        if row // PAGE not in self._pages:
            self._ask_for_pages()
        return line

    def known_rows(self) -> list[int]:
        return self._pages.rows()

    def lines_in(self, rows: range) -> Lines | None:
        return self._pages.lines_in(rows)

    def read_lines(self, rows: range, asker: Hashable, then: Callable[[Lines], None]) -> None:
        listed = self._list
        if self.project and listed:
            self.project.reader.ask(asker, lambda view: view.lines(listed, rows.start, len(rows)), then)
        else:
            then(())

    def reading(self, rows: Rows) -> Reading[Statement]:
        return read_list((self, "reading"), self.order, rows, self._list)

    def everything(self) -> Reading[Statement]:
        return read_list((self, "everything"), Order(numbers_only=self.order.numbers_only))

    def counting(self, order: Order, column: str) -> Counting:
        return lambda view: view.groups(order, column)

    def row_of(self, record: Id) -> int | None:
        return self._pages.row_of(record)

    def _ask_for_pages(self) -> None:
        listed, missing = self._list, self._pages.missing
        if self.project and listed:
            self.project.reader.ask((self, "pages"), lambda view: read_pages(view, listed, missing), self._take_pages)

    def _take_pages(self, pages: Mapping[int, Lines]) -> None:
        for page, lines in pages.items():
            self._put_page(page, lines)
        if self._pages.are_too_many:
            self._pages.drop_oldest(self._held_rows())

    def _put_page(self, page: int, lines: Lines) -> None:
        """Replace the lines of a page, and report those that differ."""
        if changed := self._pages.put(page, lines):
            last = min(changed[-1], self._count - 1)
            self.dataChanged.emit(self.index(changed[0], 0), self.index(last, len(self.columns) - 1))

    def locate(self, record: Id) -> None:
        """Find the first row about a record that is in no page; `located` reports it."""
        self._sought, listed = record, self._list
        if self.project and listed:
            self.project.reader.ask(
                (self, "row"), lambda view: view.row_of(listed, record), lambda row: self._tell(record, row)
            )

    def _tell(self, record: Id, row: int | None) -> None:
        if row is not None and record == self._sought:
            self._sought = None
            self.located.emit(record, row)

    # The list

    def follow(self, edit: Edit) -> None:
        """Show at once what an edit has changed in lines that are in memory; ask for list and lines after a pause."""
        if self.project is None or not edit.concerns(*FOLLOWED):
            return
        speakers, answers = self.project.registry.speakers, defaultdict[Id, list[Answer]](list)
        for change in edit.changes_of(Answer):
            if isinstance(answer := change.after, Answer):
                answers[answer.subject].append(answer)
        for page, lines in self._pages.items():
            self._put_page(page, [line and line.after(edit.after, speakers, answers) for line in lines])
        self.follower.follow()

    def catch_up(self) -> None:
        """Ask for the list now, without a pause."""
        self.follower.catch_up()

    def _ask_for_list(self) -> None:
        """Ask for the first lines if the order is another one, and then for all lines."""
        order = self.order
        if self.project is None:
            return
        if order == self._shown or self._held_lines() is None:
            self._ask_to_make(order)
        else:
            self.project.reader.ask(
                (self, "list"),
                lambda view: view.first_lines(order, FIRST),
                lambda lines: self._take_first(order, lines),
            )

    def _take_first(self, order: Order, lines: Lines) -> None:
        """Show the first lines of another order while the list is made."""
        held = self._held_lines()
        if held is not None:
            shown, moves = with_held(lines, held, are_all=len(lines) < FIRST)
            self._list, self._shown = None, order
            self._put(len(shown), {0: shown}, moves)
        self._ask_to_make(order)

    def _ask_to_make(self, order: Order) -> None:
        assert self.project
        making = MakingList(self, order, self._seeking(self._held_rows()), self._pages.looked_at or [0])
        self.project.reader.ask((self, "list"), making.make, lambda made: self._take(order, made))

    def _held_rows(self) -> set[int]:
        """Return the rows that a view holds on to: its current line, its selection, an open cell."""
        return {index.row() for index in self.persistentIndexList()}

    def _held_lines(self) -> Mapping[int, Statement] | None:
        """Return the lines of these rows; None if there are very many, or if some are not in memory."""
        rows = self._held_rows()
        held = {row: line for row in rows if (lines := self.lines_in(range(row, row + 1))) and (line := lines[0])}
        return held if len(held) == len(rows) and len(rows) <= PAGE - FIRST else None

    def _seeking(self, rows: set[int]) -> Seeking:
        """Return what finds where the lines of some rows are in another list."""
        keys = {} if self._list else {row: key_of(line) for row, line in (self._held_lines() or {}).items()}
        return Seeking(self._list, frozenset(rows), keys)

    def _take(self, order: Order, made: MadeList) -> None:
        """Show a list that was made. If a view has come to use more lines in the meantime, ask first where they are."""
        missing = self._held_rows() - made.moves.keys()
        if missing and self.project:
            seeking, nowhere = self._seeking(missing), dict.fromkeys(missing)
            self.project.reader.ask(
                (self, "list"),
                lambda view: {**nowhere, **seeking.moves(view, made.listed)},
                lambda moves: self._take(order, replace(made, moves={**made.moves, **moves})),
            )
            return
        self._list, self._shown = made.listed, order
        self._put(made.listed.count, made.pages, made.moves)
        self.counted.emit()
        if self._sought:
            self.locate(self._sought)

    def _put(self, count: int, pages: Mapping[int, Lines], moves: Moves) -> None:
        """Replace the lines, and move persistent indexes to their new rows; rows are added or removed at the end.

        Where no index moves, as after most edits, only the lines that differ are painted again.
        """
        held = self.persistentIndexList()
        stays = count == self._count and all(moves.get(index.row()) == index.row() for index in held)
        if stays and pages.keys() >= {*self._pages.looked_at}:
            self._pages.keep_only(pages)
            self._take_pages(pages)
            return
        self.rearranging.emit()
        held = self.persistentIndexList()
        self.following = True
        more, fewer = count > self._count, count < self._count
        if more:
            self.beginInsertRows(NOWHERE, self._count, count - 1)
            self._count = count
            self.endInsertRows()
        self._move(held, pages, moves)
        if fewer:
            self.beginRemoveRows(NOWHERE, count, self._count - 1)
            self._count = count
            self.endRemoveRows()
        self.following = False

    def _move(self, held: Sequence[QModelIndex], pages: Mapping[int, Lines], moves: Moves) -> None:
        """Replace the lines, and move persistent indexes along with theirs."""
        self.layoutAboutToBeChanged[HINTED].emit([], ROWS)  # type: ignore[index]  # PySide does not say that it is one
        self._pages.replace(pages)
        self.changePersistentIndexList(held, [self._moved(index, moves) for index in held])
        self.layoutChanged[HINTED].emit([], ROWS)  # type: ignore[index]

    def _moved(self, index: Index, moves: Moves) -> QModelIndex:
        row = moves.get(index.row())
        return QModelIndex() if row is None else self.index(row, index.column())
