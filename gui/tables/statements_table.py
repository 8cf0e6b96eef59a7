"""The table of statements: a claim spans the lines of its numbers, and rows are as high as their words need."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtGui import QFontMetrics

from gui.tables.cell_look import PAD_X, TICK
from gui.tables.columns import Column
from gui.tables.painted_cells import TICKED
from gui.tables.statements_model import StatementsTableModel
from gui.tables.suggesting_table import SuggestingTable
from gui.tables.table_model import LinesTableModel
from models.lines.statement import Statement
from models.views.layout import RowHeight

LINES_IN_ALL = 2
MOST_LINES: dict[RowHeight, tuple[int, int]] = {
    RowHeight.ONE: (1, 1),
    RowHeight.THREE: (3, 2),
    RowHeight.WRAPPED: (100, 100),
}
"""The most lines of text in a claim, and in a cell of a number."""
AT_ONCE = 50
"""Rows that are measured without a pause, after those on the screen; and from which the widths of columns are taken."""


class StatementsTable(SuggestingTable):
    """Shows one article with cells that span rows, or all articles with rows of one height."""

    def __init__(self, model: StatementsTableModel) -> None:
        super().__init__(model, "statements")
        self._measured = 0
        self._moved = False
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._measure_on)
        self.header.sectionResized.connect(self._resized)
        model.modelReset.connect(self._measure_article)
        model.group_changed.connect(self._group_changed)
        model.rowsInserted.connect(lambda _parent, first, last: self._shift(first, last - first + 1))
        model.rowsRemoved.connect(lambda _parent, first, last: self._shift(first, first - last - 1))
        model.rowsMoved.connect(self._note_move)
        model.lines_arrived.connect(self._measure_arrived)
        self.measure()

    @property
    def measures_rows(self) -> bool:  # type: ignore[override]  # of this article only
        return self._article_lines is not None

    @property
    def usual_lines(self) -> int:
        return LINES_IN_ALL

    def set_heights(self) -> None:
        if self._article_lines:
            self.measure()
        else:
            super().set_heights()

    def set_lines(self, model: LinesTableModel[Any]) -> None:
        super().set_lines(model)
        self.measure()

    def _measure_article(self) -> None:
        """Measure the rows of another article, unless those of all articles are shown."""
        if self._article_lines:
            self.measure()

    def _resized(self, section: int, before: int, _after: int) -> None:
        """Set the spans of a column that is shown now; measure the heights again after one of words was resized."""
        column, model = self.lines.columns[section], self._article_lines
        if model is None:
            return
        if column.of_claim and before == 0:
            self._span_column(model, section)
        if column.look.wraps:
            self._measured = 0
            self._again.start()

    @property
    def _article_lines(self) -> StatementsTableModel | None:
        return self.lines if isinstance(self.lines, StatementsTableModel) else None

    @property
    def is_measuring(self) -> bool:
        """Whether the heights of rows are still to be set."""
        return self._again.isActive()

    def measure(self) -> None:
        """Set the spans and heights of all rows: of those on the screen now, of the rest between other events."""
        model = self._article_lines
        self.clearSpans()
        self._measured = 0
        some = range(0, model.rowCount(), 1 + model.rowCount() // AT_ONCE) if model else range(0)
        self.header.set_needed(self._needed(model, some) if model else {})
        if model is None:
            self._again.stop()
            self.setUpdatesEnabled(True)
            self.verticalHeader().reset()
            self.heights.set()
        else:
            self.verticalHeader().setDefaultSectionSize(self.look.row_height())
            self._measure(model, 1 + self.viewport().height() // self.look.row_height())
            self._again.start()

    def _measure_on(self) -> None:
        """Measure the next rows. The current row, or else what is on the screen, stays in place while others change."""
        model = self._article_lines
        if model is None:
            return
        current = self.currentIndex()
        row = current.row() if self.viewport().rect().intersects(self.visualRect(current)) else self.rowAt(0)
        before = self.rowViewportPosition(row)
        self.setUpdatesEnabled(False)
        self._measure(model, AT_ONCE)
        self.setUpdatesEnabled(True)
        if (moved := self.rowViewportPosition(row) - before) != 0:
            self.updateGeometries()
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)
        if self._measured < model.rowCount():
            self._again.start()

    def _measure(self, model: StatementsTableModel, rows: int) -> None:
        """Set the spans and heights of the next rows, at least this many."""
        last = min(self._measured + rows, model.rowCount())
        while self._measured < last:
            first, end = model.group(self._measured)
            self._span(first, end)
            self._heighten(first, end)
            self._measured = end + 1

    def _group_changed(self, first: int, last: int, lines_too: bool) -> None:
        model = self._article_lines
        if model is not None:
            self.header.need_more(self._needed(model, range(first, last + 1)))
            if self._moved:
                self._span_again(model)
            elif lines_too:
                self._remove_spans(first, last)
                self._span(first, last)
            self._heighten(first, last)

    def _measure_arrived(self, groups: Sequence[tuple[int, int]]) -> None:
        """Set the spans and heights of lines that have come at once; all others keep theirs."""
        if (model := self._article_lines) is None:
            return
        arrived = (row for first, last in groups for row in range(first, last + 1))
        self.header.need_more(self._needed(model, [*islice(arrived, AT_ONCE)]))
        for first, last in groups:
            self._span(first, last)
            self._heighten(first, last)

    def _shift(self, row: int, by: int) -> None:
        """Note how many rows are measured after some have come or gone before others that still wait for it."""
        if row < self._measured:
            self._measured = max(row, self._measured + by)

    def _note_move(self) -> None:
        self._moved = True
        if self._again.isActive():
            self._measured = 0

    def _span_again(self, model: StatementsTableModel) -> None:
        """Set the spans of all claims after lines have moved: Qt leaves them where the lines were before."""
        self._moved = False
        self.clearSpans()
        for first, last in _groups(model):
            self._span(first, last)

    def _span_column(self, model: StatementsTableModel, section: int) -> None:
        """Set all spans of a column that was hidden."""
        for first, last in _groups(model):
            self._remove_spans(first, last, [section])
            self._span(first, last, [section])

    def _remove_spans(self, first: int, last: int, columns: Iterable[int] | None = None) -> None:
        """Remove the spans that Qt carried along, so that none overlaps the new ones."""
        for column in columns or self._spanning():
            for row in range(first, last + 1):
                if self.rowSpan(row, column) > 1:
                    self.setSpan(row, column, 1, 1)

    def _span(self, first: int, last: int, columns: Iterable[int] | None = None) -> None:
        if last > first:
            for column in columns or self._spanning():
                self.setSpan(first, column, last - first + 1, 1)

    def _spanning(self) -> list[int]:
        """Return the columns with spans. Hidden ones have none: Qt goes through all spans for each row that comes."""
        return [section for section in self.header.shown() if self.lines.columns[section].of_claim]

    def _needed(self, model: StatementsTableModel, rows: Sequence[int]) -> dict[int, int]:
        """Return the width that each column of short entries needs in some rows."""
        lines = [(line, self._tick_width(model, row)) for row in rows if (line := model.shown(row)) and line.number]
        return {
            section: self._widest(column, lines) for section, column in enumerate(model.columns) if column.look.fits
        }

    @staticmethod
    def _tick_width(model: StatementsTableModel, row: int) -> int:
        """Return the width of the tick before the number of a suggestion in a row; 0 if there is none."""
        found = model.suggested(row)
        return TICK + PAD_X if found and found.tick is not None else 0

    def _widest(self, column: Column[Statement], lines: Iterable[tuple[Statement, int]]) -> int:
        metrics = QFontMetrics(self.look.fonts.font(figures=column.look.right, bold=column.look.bold))
        shown = {
            (column.display(line, self.lines.registry) or column.missing(line), tick if column.name == TICKED else 0)
            for line, tick in lines
        }
        return max((metrics.horizontalAdvance(text) + tick + 2 * PAD_X + 1 for text, tick in shown if text), default=0)

    def _heighten(self, first: int, last: int) -> None:
        """Give each row the height of its number, and the rows of a claim together that of its words and speaker."""
        most, of_number = MOST_LINES[self.header.rows or RowHeight.THREE]
        own = [self.lines_needed(row, of_number, of_claim=False) for row in range(first, last + 1)]
        heights = [self.look.row_height(lines) for lines in own]
        together = self.look.row_height(self.lines_needed(first, most, of_claim=True))
        share, rest = divmod(max(0, together - sum(heights)), len(heights))
        heights[-1] += rest
        self._set_heights({row: height + share for row, height in enumerate(heights, start=first)})

    def _set_heights(self, heights: Mapping[int, int]) -> None:
        """Give rows their heights. Qt lays the rows out again once, together with those that have come: if the header
        told it of each, it would paint the table a second time.
        """
        if changed := {row: height for row, height in heights.items() if self.rowHeight(row) != height}:
            with QSignalBlocker(self.verticalHeader()):
                for row, height in changed.items():
                    self.setRowHeight(row, height)
            self.scheduleDelayedItemsLayout()


def _groups(model: StatementsTableModel) -> Iterator[tuple[int, int]]:
    """Yield the first and the last row of each claim, and of each number without one."""
    row = 0
    while row < model.rowCount():
        first, last = model.group(row)
        yield first, last
        row = last + 1
