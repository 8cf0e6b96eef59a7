"""The numbers of the rows at the left of a table: a click selects a row, and a drag or Shift all up to another."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from gui.tables.cell_look import PAD_Y
from gui.tables.picked import Picked
from gui.theme import fonts, theme
from models.translation import _

PAD_X = 6
FEWEST_DIGITS = 2
"""Digits that there is room for in a short table, so that it does not become narrower with its tenth row."""
STEP = 40
"""Milliseconds from one row to the next while a drag is held outside of the table."""

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class RowsHeader(QHeaderView):
    """Numbers the rows. The rows of one claim have no line between them, and are selected together.

    `together` returns the rows of the claim that a row belongs to, `picked` the selected cells, and `number` what
    stands beside a row.
    """

    row_pressed = Signal(int, bool, bool)
    """A row is to be selected: true if with all from the last one on (Shift); true if with what is selected (Ctrl)."""
    row_reached = Signal(int)
    """A drag has come to a row."""
    menu_wanted = Signal(int, QPoint)
    """The menu of a row is to be opened, at a global position."""

    def __init__(
        self,
        together: Callable[[int], range],
        picked: Callable[[], Picked],
        number: Callable[[int], str],
        parent: QWidget,
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._together, self._picked, self._number = together, picked, number
        self._outside = 0
        self._steps = QTimer(self, interval=STEP)
        self._steps.timeout.connect(self._step)
        self.setObjectName("rows_header")
        self.setAccessibleName(_("Row numbers"))
        self.setFont(fonts.small_font())
        self.setMinimumSectionSize(1)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """Return the width of the number of the last row; Qt would ask the model for those of 200 rows."""
        digits = max(FEWEST_DIGITS, len(str(self.count())))
        return QSize(digits * self.fontMetrics().horizontalAdvance("0") + 2 * PAD_X, 0)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        area = event.rect()
        painter = QPainter(self.viewport())
        painter.fillRect(area, QColor(theme().scheme.surface))
        first, last = self.logicalIndexAt(area.top()), self.logicalIndexAt(area.bottom())
        cells = self._picked()
        for row in range(first, (self.count() if last < 0 else last + 1)) if first >= 0 else ():
            self._paint_row(painter, row, cells)
        painter.end()

    def _paint_row(self, painter: QPainter, row: int, cells: Picked) -> None:
        scheme = theme().scheme
        rect = QRect(0, self.sectionViewportPosition(row), self.viewport().width(), self.sectionSize(row))
        selected = any(row in rows for rows in cells.rows)
        if selected:
            painter.fillRect(rect, QColor(scheme.row))
        painter.setPen(QColor(scheme.line))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if row + 1 == self._together(row).stop:
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(scheme.text if selected else scheme.faint))
        painter.drawText(rect.adjusted(0, PAD_Y, -PAD_X, 0), NUMBER, self._number(row))

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row, held = self.logicalIndexAt(event.position().toPoint()), event.modifiers()
        if event.button() == LEFT and row >= 0:
            self.row_pressed.emit(row, bool(held & SHIFT), bool(held & CTRL))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select on to the row under the pointer, and from one to the next while it is held outside of the table."""
        if not event.buttons() & LEFT:
            return
        y = event.position().toPoint().y()
        self._outside = -1 if y < 0 else 1 if y >= self.viewport().height() else 0
        if not self._outside:
            self._steps.stop()
            self._reach(self.logicalIndexAt(y))
        elif not self._steps.isActive():
            self._steps.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002  # Qt would end a drag of a border
        self._steps.stop()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def _step(self) -> None:
        """Select one row more where the pointer has left the table."""
        edge = self.logicalIndexAt(0 if self._outside < 0 else self.viewport().height() - 1)
        self._reach(max(0, edge + self._outside) if edge >= 0 else edge)

    def _reach(self, row: int) -> None:
        """Report a row; below the last one it is the last."""
        last = self.count() - 1
        if last >= 0:
            self.row_reached.emit(min(row, last) if row >= 0 else last)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.logicalIndexAt(event.pos())
        if row >= 0:
            self.menu_wanted.emit(row, event.globalPos())
