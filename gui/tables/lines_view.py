"""A table to look at: its lines and columns, the record that is shown as selected, and a hint if it is empty."""

from typing import Any

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from gui.tables.cell_look import CellLook
from gui.tables.delegate import CellDelegate
from gui.tables.equal_heights import EqualHeights
from gui.tables.selecting_view import SelectingView
from gui.tables.table_model import LinesTableModel
from gui.theme import theme
from gui.theme.focus import draw_ring
from gui.widgets.empty_state import draw_empty_state
from models.views.layout import Layout, RowHeight

Index = QModelIndex | QPersistentModelIndex

ROOMY = 700


class LinesView(SelectingView):
    """The view of some lines. `record_selected` comes from what the coder does, never from `choose`."""

    record_selected = Signal(str)
    selection_changed = Signal()
    """Other cells are selected."""
    lines_when_narrow = 1
    """How many lines of text each row usually shows while the table is narrow."""
    measures_rows = False
    """Whether each row has a height of its words; otherwise all are equally high."""

    def __init__(self, model: LinesTableModel[Any], name: str) -> None:
        super().__init__(model)
        self.hint = ("", "")
        self._quiet = False
        self._remembered: str | None = None
        self._arranged = Layout()
        self._wanted: str | None = None
        self.look = CellLook()
        self.heights = EqualHeights(self)
        self.cells = CellDelegate(lambda: self.lines, self.look, self)
        self.cells.is_first = lambda column: column in self.header.shown()[:1]
        self.setItemDelegate(self.cells)
        self.setObjectName(name)
        self.setAccessibleName(name.capitalize())
        self._dress()
        self.setModel(model)
        self.heights.watch()
        self.header.rows_changed.connect(self.set_heights)
        self.header.sectionResized.connect(self._note_width)
        theme().changed.connect(self.viewport().update)

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)

    def set_lines(self, model: LinesTableModel[Any]) -> None:
        """Show another model's lines."""
        old = self.selectionModel()
        self.lines = model
        self.setModel(model)
        self.heights.watch()
        if old is not None:
            old.deleteLater()

    def setModel(self, model: Any) -> None:
        """Follow another model, and no longer the one before: the rows that it finds are not those that are shown."""
        if isinstance(before := self.model(), LinesTableModel):
            before.modelAboutToBeReset.disconnect(self._remember)
            before.modelReset.disconnect(self._recall)
            before.located.disconnect(self._show_located)
        super().setModel(model)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._recall)
        model.located.connect(self._show_located)
        self.header.take_columns(self.lines.columns)

    # What is selected

    def record(self) -> str | None:
        """Return the record that the current cell is about."""
        index = self.currentIndex()
        return self.lines.record_at(index.row(), index.column()) if index.isValid() else None

    def choose(self, record: str | None) -> None:
        """Show the line of a record as selected, without taking the focus or emitting a signal."""
        if record is not None and self.record() == record and self.selectionModel().hasSelection():
            return
        row = self.lines.row_of(record) if record else None
        self._wanted = record
        if row is not None and record is not None:
            self._show_row(row, record)
            return
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())
        if record is not None:
            self.lines.locate(record)

    def _show_located(self, record: str, row: int) -> None:
        if record == self._wanted:
            self._show_row(row, record)

    def _show_row(self, row: int, record: str) -> None:
        current = self.currentIndex()
        columns = [current.column()] if current.isValid() else []
        columns += self.header.shown()
        column = next((c for c in columns if self.lines.record_at(row, c) == record), columns[0])
        self.show_cell(row, column)

    def show_cell(self, row: int, column: int) -> QModelIndex:
        """Make a cell current and visible, without emitting a signal."""
        index = self.lines.index(row, column)
        if index != self.currentIndex() or not self.selectionModel().hasSelection():
            quiet, self._quiet = self._quiet, True
            self.setCurrentIndex(index)
            self._quiet = quiet
        self.executeDelayedItemsLayout()  # a line that was just added or has grown gets its place only then
        self.updateGeometries()
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return index

    def current_lines(self) -> range:
        """Return the rows of the current claim, which are drawn as selected."""
        current = self.currentIndex()
        return self.lines_with(current.row()) if current.isValid() else range(0)

    def _paint_current_again(self) -> None:
        """Paint the rows again that are of the current claim, or were when they were painted last, but not both."""
        now, before = self.current_lines(), self.cells.current
        for rows in (now, before) if now != before else ():
            if rows:
                top, last = self.rowViewportPosition(rows.start), rows.stop - 1
                below = self.rowViewportPosition(last) + self.rowHeight(last)
                self.viewport().update(0, top, self.viewport().width(), below - top)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Paint the cells again; a single selected one is only framed."""
        super().selectionChanged(selected, deselected)
        several = self.picked().cell_count > 1
        if several != self.cells.several:
            self.cells.several = several
            self.viewport().update()
        self.selection_changed.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() != previous.isValid():
            self.viewport().update()  # the ring around a table without a current cell
        self._paint_current_again()
        if self._quiet or self.lines.following or not current.isValid():
            return
        self._wanted = None
        record = self.lines.record_at(current.row(), current.column())
        if record:
            self.record_selected.emit(record)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Handle a click; one on the current cell selects its record again."""
        before = self.currentIndex()
        super().mousePressEvent(event)
        record = self.record()
        if record and self.currentIndex() == before and self.indexAt(event.position().toPoint()) == before:
            self.record_selected.emit(record)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus; the first cell that then becomes current was not chosen by the coder."""
        self._quiet = True
        super().focusInEvent(event)
        self._quiet = False

    def _remember(self) -> None:
        self._remembered = self.record()
        self._arranged = self.header.save()

    def _recall(self) -> None:
        if self.header.columns != self.lines.columns:  # the codebook has changed, or is another one
            self.header.take_columns(self.lines.columns)
            self.header.restore(self._arranged)
        if self._remembered is not None:
            self.choose(self._remembered)
        self._remembered = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.arrange(self.viewport().width())
        if self.header.rows is None:
            self.heights.set()

    # The height of rows

    @property
    def usual_lines(self) -> int:
        """How many lines of text each row shows until the coder chooses another height."""
        return self.lines_when_narrow if self.viewport().width() < ROOMY else 1

    def set_heights(self) -> None:
        """Give the rows the height that was chosen."""
        self.heights.begin_again()

    def _note_width(self, section: int) -> None:
        if self.header.rows == RowHeight.WRAPPED and self.lines.columns[section].look.wraps:
            self.heights.begin_again()

    def lines_needed(self, row: int, most: int, *, of_claim: bool | None = None) -> int:
        """Return how many lines of text a row needs, counted up to `most`; in all columns, or only those of claims, or
        only the others.
        """
        line, needed = self.lines.shown(row), [1]
        leaning = self.lines.suggested(row) is not None
        for section, column in enumerate(self.lines.columns) if line is not None else ():
            wanted = column.look.wraps and of_claim in (None, column.of_claim)
            if wanted and not self.isColumnHidden(section):
                text = column.display(line, self.lines.asked(line))
                needed.append(self.look.lines_needed(text, self.columnWidth(section), most, leaning=leaning))
        return max(needed)

    # Nothing to show

    def set_hint(self, title: str, advice: str) -> None:
        """Show a hint while there are no lines: what is missing, and which key makes it."""
        if self.hint != (title, advice):
            self.hint = (title, advice)
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.cells.current = self.current_lines()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if self.lines.rowCount() == 0 and any(self.hint):
            draw_empty_state(painter, self.viewport().rect(), *self.hint)
        if self.hasFocus() and not self.currentIndex().isValid():
            draw_ring(painter, self.viewport().rect())
        painter.end()
