"""The table of statements: claims stretch over the lines of their numbers, and rows are as high as their words need."""

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from gui.tables.delegate import PAD_X
from gui.tables.statements_model import StatementsTableModel
from gui.tables.table import Table
from gui.tables.table_model import LinesTableModel

MOST_LINES = 3
LINES_IN_ALL = 2
AT_ONCE = 300
"""Rows measured before the window is let go on."""


class StatementsTable(Table):
    """Shows one article with stretched cells, or all articles with lines of one height."""

    def __init__(self, model: StatementsTableModel, parent: QWidget | None = None) -> None:
        super().__init__(model, "statements", parent)
        self._measured = 0
        self._moved = False
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._measure_on)
        self.header.sectionResized.connect(self._resized)
        model.modelReset.connect(self.measure)
        model.group_changed.connect(self._group_changed)
        model.rowsRemoved.connect(self._start_over)
        model.rowsMoved.connect(self._note_move)
        self.measure()

    def set_lines(self, model: LinesTableModel[Any]) -> None:
        super().set_lines(model)
        self.measure()

    def _resized(self, section: int) -> None:
        """Reckon the heights again once the column of the claims has its width."""
        if self.lines.columns[section].name == "claim" and self._article_lines:
            self._measured = 0
            self._again.start()

    @property
    def _article_lines(self) -> StatementsTableModel | None:
        return self.lines if isinstance(self.lines, StatementsTableModel) else None

    def measure(self) -> None:
        """Set the stretches and heights of all rows: of the first screens now, of the rest between other events."""
        model = self._article_lines
        self.clearSpans()
        self._measured = 0
        self.verticalHeader().setDefaultSectionSize(self.cells.row_height(1 if model else LINES_IN_ALL))
        self.header.set_empty(model.empty_columns() if model else frozenset())
        if model is None:
            self._again.stop()
            self.verticalHeader().reset()
        else:
            self._measure_on()

    def _measure_on(self) -> None:
        """Measure the next rows. What is on the screen stays where it is while rows above it change."""
        model = self._article_lines
        self._again.stop()
        if model is None:
            return
        top = self.rowAt(0)
        before = self.rowViewportPosition(top)
        last = min(self._measured + AT_ONCE, model.rowCount())
        self.setUpdatesEnabled(False)
        while self._measured < last:
            first, end = model.group(self._measured)
            self._stretch(first, end)
            self._heighten(model, first, end)
            self._measured = end + 1
        self.setUpdatesEnabled(True)
        if top > 0 and self.rowViewportPosition(top) != before:
            self.updateGeometries()
            scroll = self.verticalScrollBar()
            scroll.setValue(scroll.value() + self.rowViewportPosition(top) - before)
        if self._measured < model.rowCount():
            self._again.start()

    def _group_changed(self, first: int, last: int) -> None:
        model = self._article_lines
        if model is not None:
            self.header.set_empty(self.header.empty & model.empty_columns())  # none shrinks while one works
            self._start_over()
            if self._moved:
                self._stretch_again(model)
            else:
                self._loosen(first, last)
                self._stretch(first, last)
            self._heighten(model, first, last)

    def _start_over(self) -> None:
        """Rows have shifted: where the measuring was not through, it begins again."""
        if self._again.isActive():
            self._measured = 0

    def _note_move(self) -> None:
        self._moved = True

    def _stretch_again(self, model: StatementsTableModel) -> None:
        """Stretch every claim anew after lines have moved: Qt leaves the stretches where the lines were before."""
        self._moved = False
        self.clearSpans()
        row = 0
        while row < model.rowCount():
            first, last = model.group(row)
            self._stretch(first, last)
            row = last + 1

    def _loosen(self, first: int, last: int) -> None:
        """Take away the stretches that Qt carried along, so that none overlaps the new ones."""
        for column in self._stretching():
            for row in range(first, last + 1):
                if self.rowSpan(row, column) > 1:
                    self.setSpan(row, column, 1, 1)

    def _stretch(self, first: int, last: int) -> None:
        if last > first:
            for column in self._stretching():
                self.setSpan(first, column, last - first + 1, 1)

    def _stretching(self) -> list[int]:
        return [section for section, column in enumerate(self.lines.columns) if column.of_claim]

    def _heighten(self, model: StatementsTableModel, first: int, last: int) -> None:
        """Give a claim's rows together the height of its words and speaker, three lines at most, and each one line."""
        count = last - first + 1
        one = self.cells.row_height()
        lengths = {"claim": model.claim_length(first), "speaker": model.name_length(first)}
        widths = {column.name: self.columnWidth(s) - 2 * PAD_X for s, column in enumerate(model.columns)}
        needed = (self.cells.fonts.lines_needed(length, widths[name]) for name, length in lengths.items())
        lines = min(MOST_LINES, max(needed))
        missing = max(0, self.cells.row_height(lines) - count * one)
        for row in range(first, last + 1):
            share = missing // count + (missing % count if row == last else 0)
            if self.rowHeight(row) != one + share:
                self.setRowHeight(row, one + share)
