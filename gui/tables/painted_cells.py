"""Paint the cells of a table: their words, and what is known of their records."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.tables.cell_look import CellLook
from gui.tables.table_model import LinesTableModel
from gui.theme import theme
from gui.widgets.remark_marks import draw_remark
from gui.widgets.unsaved_marks import draw_unsaved

Index = QModelIndex | QPersistentModelIndex

TICKED = "value"
"""The column with the ticks of numbers that are suggested."""


class PaintedCells(QStyledItemDelegate):
    """Paints each cell by its line and column, as they are in the model now."""

    def __init__(self, model: Callable[[], LinesTableModel[Any]], look: CellLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._look = model, look
        self.current = range(0)
        """The rows of the current claim."""
        self.several = False
        """Whether several cells are selected, which are then filled with a colour."""
        self.is_first: Callable[[int], bool] = lambda column: column == 0
        """Whether a column is the first that is shown."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = self._model()
        column, line = model.columns[index.column()], model.shown(index.row())
        painter.save()
        suggested = model.suggested(index.row())
        look = replace(column.look, ink="muted", bold=False) if suggested else column.look
        background = self._background(option, index, grey=bool(line and column.why_grey(line)))
        self._look.draw_frame(painter, option, background, dotted=suggested is not None)
        if line is None:
            pass
        elif text := model.words(line, column):
            self._look.draw_text(painter, option.rect, text, look, leaning=suggested is not None)
        elif missing := column.missing(line):
            self._look.draw_text(painter, option.rect, missing, replace(column.look, ink="faint", bold=False))
        if suggested and suggested.tick is not None and column.name == TICKED:
            self._look.draw_tick(painter, option.rect, ticked=suggested.tick)
        if line is not None and column.about:
            discuss, note = column.remarked(line)
            draw_remark(painter, option.rect, discuss=discuss, noted=bool(note), left=column.look.right)
        if line is not None and model.unsaved(line):
            draw_unsaved(painter, option.rect, sign=self.is_first(index.column()))
        painter.restore()

    def _background(self, option: QStyleOptionViewItem, index: Index, *, grey: bool) -> str:
        """Return the colour behind a cell: if several are selected, if it is grey, or on the current line."""
        scheme = theme().scheme
        if self.several and option.state & QStyle.StateFlag.State_Selected:
            return scheme.selection
        if grey:
            return scheme.line
        return scheme.row if index.row() in self.current else ""
