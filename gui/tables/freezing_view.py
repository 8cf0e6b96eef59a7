"""A table whose first columns are frozen: they stay at the left while the others scroll."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
)
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTableView

from gui.tables.freezing_header import FreezingHeader, draw_frozen_edge
from gui.theme import theme

Index = QModelIndex | QPersistentModelIndex
State = QStyle.StateFlag
Select = QItemSelectionModel.SelectionFlag
ENSURE_VISIBLE = QAbstractItemView.ScrollHint.EnsureVisible


class FreezingView(QTableView):
    """Moves what Qt does with the cells of frozen columns to where they are on the screen.

    There is one view with one selection, so that whatever can be done with cells is the same in frozen columns.
    Nothing here matters until the table is scrolled sideways with frozen columns; then `header.shift` is not 0.
    """

    header: FreezingHeader

    def __init__(self) -> None:
        super().__init__()
        self._from, self._to = QPersistentModelIndex(), QPersistentModelIndex()
        """The cell that a selection was begun at, and the one that it is to go up to."""
        self._as_qt = False
        """Whether positions are those that Qt takes frozen cells to have."""

    def freeze_with(self, header: FreezingHeader) -> None:
        """Use a header that knows which columns are frozen."""
        self.header = header
        self.setHorizontalHeader(header)
        for changed in (header.frozen_changed, header.sectionMoved, header.sectionResized):
            changed.connect(self._paint_frozen_again)

    # Where cells are

    def _shift_of(self, column: int) -> int:
        shift = 0 if self._as_qt else self.header.shift
        return shift if shift and column in self.header.frozen_sections() else 0

    def visualRect(self, index: Index) -> QRect:
        rect = super().visualRect(index)
        return rect.translated(shift, 0) if (shift := self._shift_of(index.column())) else rect

    def indexAt(self, position: QPoint) -> QModelIndex:
        shift = 0 if self._as_qt else self.header.shift
        if shift and position.x() < self.header.frozen_width():
            return super().indexAt(position - QPoint(shift, 0))
        return super().indexAt(position)

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = ENSURE_VISIBLE) -> None:
        """Scroll until a cell is visible, also beside the frozen columns."""
        across, before = self.horizontalScrollBar(), self.horizontalScrollBar().value()
        super().scrollTo(index, hint)
        if not self.header.frozen or not index.isValid():
            return
        if index.column() in self.header.frozen_sections():
            across.setValue(before)
        elif (hidden := self.header.frozen_width() - self.visualRect(index).left()) > 0:
            across.setValue(across.value() - hidden)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx and self.header.frozen:  # Qt has moved what was painted of all columns
            self.viewport().update()
            self.header.viewport().update()
            self.updateEditorGeometries()

    def updateEditorGeometries(self) -> None:
        """Put the open cell in its place, and hide the part of it that is below the frozen columns."""
        super().updateEditorGeometries()
        index = self.currentIndex()
        editor = self.indexWidget(index) if index.isValid() else None
        if editor is None:
            return
        hidden = self.header.frozen_width() - editor.x() if self.header.shift else 0
        if hidden > 0 and not self._shift_of(index.column()):
            editor.setMask(QRegion(hidden, 0, self.viewport().width(), self.viewport().height()))
        else:
            editor.clearMask()

    # Selecting

    def note_selecting(self, index: Index, event: QEvent | None, command: Select) -> None:
        """Note which cells the selection that comes next is between; Qt only keeps their places on the screen."""
        begins = event is None or event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress)
        self._to = QPersistentModelIndex(index)
        if begins and not command & Select.Current:
            self._from = self._to

    def setSelection(self, rect: QRect, command: Select) -> None:
        """Select from cell to cell. A cell below the frozen columns has the place of another one on the screen."""
        if not self.header.shift:
            super().setSelection(rect, command)
            return
        ends = [each for each in (self._from, self._to) if self._is_shown(each)]
        if not self._is_shown(self._to):
            return
        self._as_qt = True
        places = [self.visualRect(each).center() for each in ends]
        super().setSelection(QRect(places[0], places[-1]).normalized(), command)
        self._as_qt = False

    def _is_shown(self, index: QPersistentModelIndex) -> bool:
        return index.isValid() and not self.isColumnHidden(index.column())

    # Painting

    def _frozen_rect(self) -> QRect:
        return QRect(0, 0, self.header.frozen_width(), self.viewport().height())

    def _paint_frozen_again(self) -> None:
        if self.header.frozen:
            self.viewport().update()

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = super().visualRegionForSelection(selection)
        return region.united(self._frozen_rect()) if self.header.shift else region

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        super().dataChanged(first, last, roles)
        if self.header.shift:
            self.viewport().update(self._frozen_rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all cells, and then those of the frozen columns over the others."""
        super().paintEvent(event)
        if not self.header.frozen:
            return
        painter = QPainter(self.viewport())
        if self.header.shift:
            painter.fillRect(self._frozen_rect(), QColor(theme().scheme.surface))
            self._paint_frozen(painter, event.rect())
        draw_frozen_edge(painter, self.header.frozen_width(), self._below_rows())
        painter.end()

    def _below_rows(self) -> int:
        return min(self.viewport().height(), self.verticalHeader().length() - self.verticalHeader().offset())

    def _paint_frozen(self, painter: QPainter, area: QRect) -> None:
        """Paint the frozen cells in an area; one that spans rows is found at each of them, and painted once."""
        for section in self.header.frozen_sections():
            left, y = self.header.left_of(section), area.top()
            while y <= area.bottom() and (index := self.indexAt(QPoint(left, y))).isValid():
                rect = self.visualRect(index)
                self._paint_cell(painter, index, rect)
                y = rect.bottom() + 1

    def _paint_cell(self, painter: QPainter, index: QModelIndex, rect: QRect) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = rect
        if self.selectionModel().isSelected(index):
            option.state |= State.State_Selected
        if index == self.currentIndex() and self.hasFocus():
            option.state |= State.State_HasFocus
        self.itemDelegateForIndex(index).paint(painter, option, index)
