"""The table of statements: a claim spans the lines of its numbers, and rows are as high as their words need."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from gui.tables.cell_look import PAD_X
from gui.tables.columns import Column
from gui.tables.statements_model import StatementsTableModel
from gui.tables.table import Table
from gui.tables.table_model import LinesTableModel
from models.lines.statement import Statement

MOST_LINES = 3
LINES_IN_ALL = 2
MOST_OF_NUMBER = 2
"""The most lines of text in a cell of a number."""
AT_ONCE = 50
"""Rows that are measured without a pause, after those on the screen; and from which the widths of columns are taken."""


class StatementsTable(Table):
    """Shows one article with cells that span rows, or all articles with rows of one height."""

    def __init__(self, model: StatementsTableModel, parent: QWidget | None = None) -> None:
        super().__init__(model, "statements", parent)
        self._measured = 0
        self._moved = False
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._measure_on)
        self.header.sectionResized.connect(self._resized)
        model.modelReset.connect(self._measure_article)
        model.group_changed.connect(self._group_changed)
        model.rowsRemoved.connect(self._start_over)
        model.rowsMoved.connect(self._note_move)
        self.measure()

    def set_lines(self, model: LinesTableModel[Any]) -> None:
        super().set_lines(model)
        self.measure()

    def _measure_article(self) -> None:
        """Measure the rows of another article, unless those of all articles are shown."""
        if self._article_lines:
            self.measure()

    def _resized(self, section: int) -> None:
        """Measure the heights again after a column of words was resized."""
        if self.lines.columns[section].look.wraps and self._article_lines:
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
        """Set the spans and heights of all rows: of those on the screen now, of the rest between other events.

        The table is painted with the second part, one turn of the event loop after the text of an article.
        """
        model = self._article_lines
        self.clearSpans()
        self._measured = 0
        self.verticalHeader().setDefaultSectionSize(self.look.row_height(1 if model else LINES_IN_ALL))
        some = range(0, model.rowCount(), 1 + model.rowCount() // AT_ONCE) if model else range(0)
        self.header.set_needed(self._needed(model, some) if model else {})
        if model is None:
            self._again.stop()
            self.setUpdatesEnabled(True)
            self.verticalHeader().reset()
        else:
            self.setUpdatesEnabled(False)
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
        """Set the spans and heights of the next rows, at least so many."""
        last = min(self._measured + rows, model.rowCount())
        while self._measured < last:
            first, end = model.group(self._measured)
            self._span(first, end)
            self._heighten(model, first, end)
            self._measured = end + 1

    def _group_changed(self, first: int, last: int) -> None:
        model = self._article_lines
        if model is not None:
            self.header.need_more(self._needed(model, range(first, last + 1)))
            self._start_over()
            if self._moved:
                self._span_again(model)
            else:
                self._remove_spans(first, last)
                self._span(first, last)
            self._heighten(model, first, last)

    def _start_over(self) -> None:
        """Begin to measure again if rows shifted before it was finished."""
        if self._again.isActive():
            self._measured = 0

    def _note_move(self) -> None:
        self._moved = True

    def _span_again(self, model: StatementsTableModel) -> None:
        """Set the spans of all claims after lines have moved: Qt leaves them where the lines were before."""
        self._moved = False
        self.clearSpans()
        row = 0
        while row < model.rowCount():
            first, last = model.group(row)
            self._span(first, last)
            row = last + 1

    def _remove_spans(self, first: int, last: int) -> None:
        """Remove the spans that Qt carried along, so that none overlaps the new ones."""
        for column in self._spanning():
            for row in range(first, last + 1):
                if self.rowSpan(row, column) > 1:
                    self.setSpan(row, column, 1, 1)

    def _span(self, first: int, last: int) -> None:
        if last > first:
            for column in self._spanning():
                self.setSpan(first, column, last - first + 1, 1)

    def _spanning(self) -> list[int]:
        return [section for section, column in enumerate(self.lines.columns) if column.of_claim]

    def _needed(self, model: StatementsTableModel, rows: Iterable[int]) -> dict[int, int]:
        """Return the width that each column of short entries needs in some rows."""
        lines = [line for row in rows if (line := model.line(row)) and line.number]
        return {s: self._widest(column, lines) for s, column in enumerate(model.columns) if column.look.fits}

    def _widest(self, column: Column[Statement], lines: Iterable[Statement]) -> int:
        metrics = QFontMetrics(self.look.fonts.font(figures=column.look.right, bold=column.look.bold))
        shown = {column.display(line, self.lines.registry) or column.missing(line) for line in lines}
        return max((metrics.horizontalAdvance(text) + 2 * PAD_X + 1 for text in shown if text), default=0)

    def _heighten(self, model: StatementsTableModel, first: int, last: int) -> None:
        """Give each row the height of its number, and the rows of a claim together that of its words and speaker."""
        own = [self._lines_of(model, row, MOST_OF_NUMBER, of_claim=False) for row in range(first, last + 1)]
        heights = [self.look.row_height(lines) for lines in own]
        together = self.look.row_height(self._lines_of(model, first, MOST_LINES, of_claim=True))
        share, rest = divmod(max(0, together - sum(heights)), len(heights))
        heights[-1] += rest
        for row, height in enumerate(heights, start=first):
            if self.rowHeight(row) != height + share:
                self.setRowHeight(row, height + share)

    def _lines_of(self, model: StatementsTableModel, row: int, most: int, *, of_claim: bool) -> int:
        """Return how many lines of text the columns of a claim, or those of its number, need in a row."""
        line = model.line(row)
        needed = [1]
        for section, column in enumerate(model.columns):
            if line and column.look.wraps and column.of_claim is of_claim and not self.isColumnHidden(section):
                width = self.columnWidth(section) - 2 * PAD_X
                needed.append(self.look.fonts.lines_needed(column.display(line, model.registry), width, most))
        return max(needed)
