"""Everything in the project that is to be discussed or has a note, read in the background."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from gui.project.project import Project
from gui.tables.grouping import Counting
from gui.tables.lines import Reading
from gui.tables.remark_columns import REMARK_COLUMNS
from gui.tables.table_model import NOWHERE, Index, LinesTableModel
from models.codebook.codebook import Codebook
from models.edits import Edit
from models.entities import Article, Claim, Number, Record, Span, Speaker, is_remarked
from models.ids import Id
from models.lines.criteria import REMARK_CRITERIA
from models.lines.group import Groups
from models.lines.grouping import group_lines
from models.lines.matching import Matching
from models.lines.order import Order
from models.lines.remark import Remark
from models.places import Place
from models.registry import Registry
from models.text.finding import search_words

if TYPE_CHECKING:
    from models.store.view import StoreView


MANY = 1_000
"""Remarks that are filtered and sorted in the event loop, in some 10 milliseconds."""


class Wanted(Enum):
    """Which remarks are listed."""

    ALL = "all"
    TO_DISCUSS = "to discuss"
    WITH_NOTE = "with a note"

    def includes(self, line: Remark) -> bool:
        """Return whether a remark is among them."""
        match self:
            case Wanted.TO_DISCUSS:
                return line.about.discuss
            case Wanted.WITH_NOTE:
                return line.about.note is not None
        return True


class RemarksTableModel(LinesTableModel[Remark]):
    """The remarks that match the filter. Only while it is `active` are they read and kept in step with edits.

    A few are filtered and sorted at once, more than `MANY` in the background.
    """

    built_in = REMARK_CRITERIA

    def __init__(self) -> None:
        super().__init__(REMARK_COLUMNS, {})
        self._all: list[Remark] = []
        self._lines: list[Remark] = []
        self._words: tuple[str, ...] = ()
        self.wanted = Wanted.ALL
        self.order = Order()
        self._matching = Matching(REMARK_CRITERIA, Codebook(), Registry())  # no remark is compared by a variable
        self._active, self._stale = False, True

    @property
    def remarks(self) -> list[Remark]:
        """Every remark of the project, as far as they have been read."""
        return self._all

    def set_project(self, project: Project | None) -> None:
        """Show another project's remarks."""
        super().set_project(project)
        self._ask()

    def start_over(self) -> None:
        self._all, self._lines, self._stale = [], [], True

    def set_active(self, active: bool) -> None:
        """Begin or stop to follow edits."""
        self._active = active
        self._ask()

    def _ask(self) -> None:
        if self._active and self._stale and self.project:
            self.project.reader.ask(self, lambda view: view.remarks(), self._take)

    def _take(self, remarks: list[Remark]) -> None:
        self._all, self._stale = remarks, False
        self._show()

    def show_only(self, wanted: Wanted) -> None:
        """List some of the remarks."""
        self.wanted = wanted
        self._show()

    def set_text(self, text: str) -> None:
        """List only remarks that hold all these words."""
        self._words = search_words(text)
        self._show()

    def set_order(self, order: Order) -> None:
        """Change the sorting and the conditions; without a sort, remarks are in text order."""
        if order != self.order:
            self.order = order
            self._show()

    def _show(self) -> None:
        listed = self._listing()
        if self.project and len(self._all) > MANY:
            self.project.reader.ask((self, "shown"), listed, self._put)
            return
        if self.project:
            self.project.reader.forget((self, "shown"))
        self._put(listed(None))

    def _listing(self) -> "Callable[[StoreView | None], list[Remark]]":
        """Return what lists the remarks that are wanted, in order; with a view, as long as it is not interrupted."""
        remarks, words, includes, order = self._all, self._words, self.wanted.includes, self.order

        def listed(view: "StoreView | None") -> list[Remark]:
            every = view.piecewise(remarks) if view else remarks
            found = (line for line in every if includes(line) and (not words or line.holds(words)))
            return self._matching.listed(found, order)

        return listed

    def _put(self, lines: list[Remark]) -> None:
        self.following = True
        if [line.about.id for line in lines] == [line.about.id for line in self._lines]:  # the selection stays
            self._lines = lines
            if lines:
                self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(self.columns) - 1))
        else:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()
        self.following = False

    def follow(self, edit: Edit) -> None:
        """Show the flags and notes as an edit has left them. New remarks, and other words of old ones, are read again.

        A line whose record is no longer flagged or noted goes.
        """
        if not edit.concerns(Article, Speaker, Claim, Number, Span):
            return
        if not self._active:
            self._stale = True
            return
        now = {change.row.id: change.after for change in edit.changes_of(Article, Speaker, Claim, Number)}
        known = {line.about.id for line in self._all}
        self._stale |= edit.concerns(Article, Speaker, Span)  # titles, names and words
        self._stale |= any(_is_remarked(row) for record, row in now.items() if record not in known)
        if self._stale or not known.isdisjoint(now):
            self._all = [line for each in self._all if (line := _renewed(each, now))]
            self._show()
            self._ask()

    # What a table asks

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def line(self, row: int) -> Remark | None:
        return self._lines[row]

    def record_of(self, line: Remark, column: int) -> Id | None:  # noqa: ARG002  # every cell is about the record
        return line.about.id

    def article_of(self, line: Remark) -> Id | None:
        return line.article.id if line.article else None

    def place_of(self, line: Remark, column: int) -> Place | None:  # noqa: ARG002
        """Return where the record is: an article, a record in it, or a speaker."""
        article = self.article_of(line)
        return Place(article, None if line.about.id == article else line.about.id)

    def kind_at(self, row: int, column: int) -> type[Record]:  # noqa: ARG002
        return type(self._lines[row].about)

    def row_of(self, record: Id) -> int | None:
        return next((row for row, line in enumerate(self._lines) if line.about.id == record), None)

    def counting(self, order: Order, column: str) -> Counting:
        words, is_wanted, matching = self._words, self.wanted.includes, self._matching

        def count(view: "StoreView") -> Groups:
            found = (line for line in view.piecewise(view.remarks()) if is_wanted(line) and line.holds(words))
            kept = (line for line in found if matching.meets(line, order.conditions))
            return group_lines(kept, column, matching, lambda line: line.figures)

        return count

    def everything(self) -> Reading[Remark]:
        return lambda view: iter([(0, view.remarks())])


def _is_remarked(record: Record | None) -> bool:
    return isinstance(record, Article | Speaker | Claim | Number) and is_remarked(record)


def _renewed(line: Remark, now: Mapping[Id, Record | None]) -> Remark | None:
    """Return a line with its record as it is now; None if that is gone, or no longer flagged or noted."""
    about = now.get(line.about.id, line.about)
    if not isinstance(about, Article | Speaker | Claim | Number) or not is_remarked(about):
        return None
    return line if about is line.about else replace(line, about=about)
