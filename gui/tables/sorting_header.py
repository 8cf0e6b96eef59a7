"""A header that shows by which columns lines are sorted: by the first, and with the same values by the next."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionHeader, QWidget

from gui.tables.columns import Column
from gui.tables.freezing_header import FreezingHeader
from gui.theme import fonts, theme
from models.lines.order import Sort

BESIDE_ARROW = "\u00a0" * 4
"""Ends a title at the right, where Qt would cut it to paint the arrow."""


class SortingHeader(FreezingHeader):
    """Each column by which lines are sorted has an arrow, and its place among them if they are several."""

    sorts_changed = Signal()
    """The lines are to be sorted in another way."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns: tuple[Column[Any], ...] = ()
        self.sorts: tuple[Sort, ...] = ()
        self.setSortIndicatorClearable(True)
        self.sortIndicatorChanged.connect(self._take_indicator)

    def sections(self) -> dict[str, int]:
        """Return the section of each column, by the key of the column."""
        return {column.key: section for section, column in enumerate(self.columns)}

    def set_sorts(self, sorts: Sequence[Sort]) -> None:
        """Sort by some columns, first by the first; those that are gone are left out."""
        sections = self.sections()
        found = tuple(each for each in sorts if each.column in sections)
        changed, self.sorts = found != self.sorts, found
        first = found[0] if found else Sort("")
        order = Qt.SortOrder.DescendingOrder if first.descending else Qt.SortOrder.AscendingOrder
        self.setSortIndicator(sections.get(first.column, -1), order)
        if changed:
            self.viewport().update()
            self.sorts_changed.emit()

    def _take_indicator(self, section: int, order: Qt.SortOrder) -> None:
        """Sort by the column whose title was clicked, and by no other."""
        sort = Sort(self.columns[section].key, order is Qt.SortOrder.DescendingOrder) if section >= 0 else None
        if sort != (self.sorts[0] if self.sorts else None):
            self.set_sorts((sort,) if sort else ())

    def sort_too(self, section: int) -> None:
        """Sort lines with the same values by one more column; then in the other direction; then no longer."""
        key = self.columns[section].key
        match [each for each in self.sorts if each.column == key]:
            case []:
                self.set_sorts((*self.sorts, Sort(key)))
            case [Sort(descending=False)]:
                self.set_sorts([Sort(key, descending=True) if each.column == key else each for each in self.sorts])
            case _:
                self.set_sorts([each for each in self.sorts if each.column != key])

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        """Give each column by which lines are sorted its arrow; Qt knows only of the first."""
        super().initStyleOptionForIndex(option, section)
        sort = self._sort_of(section)
        if sort and self.isSortIndicatorShown():
            arrows = QStyleOptionHeader.SortIndicator
            option.sortIndicator = arrows.SortUp if sort.descending else arrows.SortDown
            if option.textAlignment & Qt.AlignmentFlag.AlignRight:
                option.text += BESIDE_ARROW

    def _sort_of(self, section: int) -> Sort | None:
        key = self.columns[section].key if section < len(self.columns) else None
        return next((each for each in self.sorts if each.column == key), None)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint a title, and beside its arrow the place of the column among several by which lines are sorted."""
        super().paintSection(painter, rect, section)
        sort = self._sort_of(section)
        if sort and len(self.sorts) > 1 and self.isSortIndicatorShown():
            painter.save()
            painter.setFont(fonts.small_font())
            painter.setPen(QColor(theme().scheme.muted))
            place = rect.adjusted(0, 0, -1, 0)
            painter.drawText(
                place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, str(self.sorts.index(sort) + 1)
            )
            painter.restore()
