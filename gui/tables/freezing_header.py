"""A header whose first columns are frozen: they stay at the left while the others scroll."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QWidget

from gui.theme import theme

LEAST_SCROLLED = 120
"""Pixels that always remain for the columns that scroll: in a narrower table fewer columns are frozen."""


class FreezingHeader(QHeaderView):
    """Draws the frozen columns over the others, and gives them the mouse.

    Qt knows no frozen columns: it takes them to have been scrolled to the left with the others. `shift` is by how many
    pixels they are drawn further to the right than Qt takes them to be.
    """

    frozen_changed = Signal()
    border_dragged = Signal(int)
    """The coder has given a frozen column another width."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._frozen = 0
        self._resized: int | None = None
        """The frozen column whose border is being dragged."""
        self._pressed_frozen = False

    @property
    def frozen(self) -> int:
        """How many of the first columns are frozen; hidden ones are counted."""
        return self._frozen

    @frozen.setter
    def frozen(self, count: int) -> None:
        if count != self._frozen:
            self._frozen = count
            self.viewport().update()
            self.frozen_changed.emit()

    def frozen_sections(self) -> list[int]:
        """Return the frozen columns on the screen, from left to right: as many as leave room for the others."""
        found, room = [], self.viewport().width()
        if self.length() > room:
            room -= LEAST_SCROLLED
        for at in range(min(self._frozen, self.count())):
            section = self.logicalIndex(at)
            room -= self.sectionSize(section)
            if room < 0:
                break
            if not self.isSectionHidden(section):
                found.append(section)
        return found

    def frozen_width(self) -> int:
        """Return how many pixels the frozen columns take."""
        return sum(map(self.sectionSize, self.frozen_sections()))

    @property
    def shift(self) -> int:
        """By how many pixels frozen columns are moved to the right."""
        return self.offset() if self._frozen else 0

    def section_at(self, x: int) -> int:
        """Return the column at a position on the screen; -1 if there is none."""
        return self.logicalIndexAt(x - self.shift if x < self.frozen_width() else x)

    def left_of(self, section: int) -> int:
        """Return where a column begins on the screen."""
        return self.sectionViewportPosition(section) + (self.shift if section in self.frozen_sections() else 0)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._frozen:
            return
        painter = QPainter(self.viewport())
        for section in self.frozen_sections() if self.shift else ():
            rect = QRect(self.left_of(section), 0, self.sectionSize(section), self.height())
            painter.save()
            painter.setClipRect(rect)
            painter.fillRect(rect, QColor(theme().scheme.surface))
            self.paintSection(painter, rect, section)
            painter.restore()
        draw_frozen_edge(painter, self.frozen_width(), self.height())
        painter.end()

    # The mouse

    def viewportEvent(self, event: QEvent) -> bool:
        """Handle the mouse over frozen columns while the others are scrolled; Qt handles it elsewhere."""
        if self.shift and isinstance(event, QMouseEvent):
            x = event.position().toPoint().x()
            frozen = x < self.frozen_width()
            match event.type():
                case QEvent.Type.MouseButtonPress:
                    return self._press(event, x, frozen)
                case QEvent.Type.MouseMove:
                    return self._move(event, x, frozen)
                case QEvent.Type.MouseButtonRelease if self._resized is not None:
                    self.border_dragged.emit(self._resized)
                    self._resized = None
                    return True
                case _ if frozen:
                    return super().viewportEvent(_at(event, x - self.shift))
        return super().viewportEvent(event)

    def _press(self, event: QMouseEvent, x: int, frozen: bool) -> bool:
        """Begin to drag the border of a frozen column; Qt begins everything else."""
        self._pressed_frozen = frozen
        if frozen and event.button() == Qt.MouseButton.LeftButton:
            self._resized = self._border_at(x)
        if self._resized is not None:
            return True
        return super().viewportEvent(_at(event, x - self.shift) if frozen else event)

    def _move(self, event: QMouseEvent, x: int, frozen: bool) -> bool:
        """Drag a border; or drop a title that comes from elsewhere beside the frozen ones."""
        if self._resized is not None:
            self.resizeSection(self._resized, max(self.minimumSectionSize(), x - self.left_of(self._resized)))
        elif not frozen:
            return super().viewportEvent(event)
        elif event.buttons():
            return self._pressed_frozen or super().viewportEvent(_at(event, 0))
        elif self._border_at(x) is None:
            self.unsetCursor()
        else:
            self.setCursor(Qt.CursorShape.SplitHCursor)
        return True

    def _border_at(self, x: int) -> int | None:
        """Return the frozen column whose right border is near a position on the screen."""
        grip = self.style().pixelMetric(QStyle.PixelMetric.PM_HeaderGripMargin, None, self)
        borders = ((each, self.left_of(each) + self.sectionSize(each)) for each in self.frozen_sections())
        return next((each for each, border in borders if abs(border - x) <= grip), None)


def _at(event: QMouseEvent, x: int) -> QMouseEvent:
    """Return the same event at another place: where Qt takes a frozen column to be."""
    place = QPointF(x, event.position().y())
    return QMouseEvent(event.type(), place, event.globalPosition(), event.button(), event.buttons(), event.modifiers())


def draw_frozen_edge(painter: QPainter, x: int, height: int) -> None:
    """Draw the line at the right of the frozen columns."""
    painter.setPen(QColor(theme().scheme.edge))
    painter.drawLine(QPoint(x - 1, 0), QPoint(x - 1, height))
