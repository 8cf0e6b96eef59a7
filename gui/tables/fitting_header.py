"""A header that fits its columns into the width of the table: which are shown, and how wide each is."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.tables.sorting_header import SortingHeader

PAD = 9
"""Pixels on either side of a title."""
ARROW = 16
"""Pixels beside a title for the arrow of its order."""
WIDEST_TITLE = 180
"""Pixels up to which a column is widened for its title; a longer one is cut with an ellipsis."""


class FittingHeader(SortingHeader):
    """Columns that share spare width by weight. One that the coder drags keeps its width.

    Where the widths of the texts in the columns are known, one that fits its entries takes no more than those need,
    but always has room for its title. No other becomes narrower than it was made; the table then scrolls sideways.
    """

    arranged = Signal()
    """The columns may be arranged in another way now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._dragged: set[int] = set()
        self._needed: dict[int, int] = {}
        self._own_choice = False
        """Whether the coder has chosen which columns are shown."""
        self._before: dict[int, int] = {}
        self._room = 0
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setMinimumSectionSize(36)
        self.sorts_changed.connect(lambda: self.arrange(self._room))
        self.sectionHandleDoubleClicked.connect(self._dragged.add)
        self.sectionHandleDoubleClicked.connect(self.arranged)
        self.border_dragged.connect(lambda section: self._keep_widths([section]))

    def shown(self) -> list[int]:
        """Return the columns on the screen, from left to right."""
        order = (self.logicalIndex(at) for at in range(self.count()))
        return [section for section in order if not self.isSectionHidden(section)]

    def show_column(self, section: int, shown: bool) -> None:
        """Show or hide a column, and share the width among the others."""
        self._own_choice = True  # first: a view may arrange the columns as soon as one is hidden
        self.setSectionHidden(section, not shown)
        self.arrange(self._room)
        self.arranged.emit()

    def arrange(self, room: int) -> None:
        """Share a width in pixels. No column becomes narrower than it was made; the table then scrolls sideways."""
        self._room = room
        if room <= 0 or self.count() > len(self.columns):  # Qt resizes the table while it takes over another model
            return
        if not self._own_choice:
            for section, column in enumerate(self.columns):
                self.setSectionHidden(section, room < column.look.needs)
        self._share_by_weight()

    def set_needed(self, needed: Mapping[int, int]) -> None:
        """Take the widths, in pixels, that columns need for the texts of their cells."""
        if needed != self._needed:
            self._needed = dict(needed)
            self.arrange(self._room)

    def need_more(self, needed: Mapping[int, int]) -> None:
        """Widen columns for new texts; no column becomes narrower while the coder works."""
        self.set_needed({s: max(width, self._needed.get(s, 0)) for s, width in needed.items()})

    def _share_by_weight(self) -> None:
        free = [section for section in self.shown() if section not in self._dragged]
        taken = sum(self.sectionSize(section) for section in self.shown() if section in self._dragged)
        widths = self._narrowed({section: self._least(section) for section in free}, self._room - taken)
        looks = {section: self.columns[section].look for section in free}
        weights = {section: look.weight for section, look in looks.items() if look.weight}
        spare = max(0, self._room - taken - sum(widths.values()))
        fitted = [section for section in weights if section in self._needed]
        for section in fitted:  # what these do not need is shared by the others
            share = spare * weights[section] // sum(weights.values())
            widths[section] = min(widths[section] + share, max(widths[section], self._needed[section]))
            del weights[section]
        spare = max(0, self._room - taken - sum(widths.values()))
        if total := sum(weights.values()):
            for section, weight in weights.items():
                widths[section] += spare * weight // total
            heaviest = max(weights, key=lambda section: weights[section])
            widths[heaviest] += max(0, self._room - taken - sum(widths.values()))
        for section, width in widths.items():
            self.resizeSection(section, width)

    def _narrowed(self, widths: dict[int, int], room: int) -> dict[int, int]:
        """Return the widths that need no scroll bar, if columns that fit their entries can spare what is lacking: the
        last ones first, and none becomes narrower than it was made.
        """
        lacking = sum(widths.values()) - room
        spared = {s: max(0, width - self.columns[s].look.width) for s, width in widths.items() if s in self._needed}
        if not 0 < lacking <= sum(spared.values()):
            return widths
        for section in reversed(spared):
            less = min(lacking, spared[section])
            widths[section] -= less
            lacking -= less
        return widths

    def _least(self, section: int) -> int:
        column = self.columns[section]
        arrow = ARROW if any(sort.column == column.key for sort in self.sorts) else 0
        title = self.fontMetrics().horizontalAdvance(column.title) + 2 * PAD + arrow
        if section not in self._needed:
            return max(column.look.width, min(title, WIDEST_TITLE))
        return max(title, min(self._needed[section], column.look.fits))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the widths: a drag may begin."""
        self._before = {section: self.sectionSize(section) for section in self.shown()}
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep the width of a column once it has been dragged; the others share what is left.

        What was dragged is found first: a click can sort, and the arrow makes its column wider and others narrower.
        """
        dragged = {section for section, width in self._before.items() if self.sectionSize(section) != width}
        self._before = {}
        super().mouseReleaseEvent(event)
        if dragged:
            self._keep_widths(dragged)

    def _keep_widths(self, dragged: Iterable[int]) -> None:
        self._dragged.update(dragged)
        self.arrange(self._room)
        self.arranged.emit()
