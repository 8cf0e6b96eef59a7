"""The header of a table: share the width among its columns, show and hide them, and remember all this."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QMenu, QStyleOptionHeader, QWidget

from gui.tables.arranging_menu import add_arranging
from gui.tables.columns import ASKED, Column
from gui.tables.freezing_header import FreezingHeader
from gui.theme import fonts, theme
from models.lines.order import Sort
from models.views.layout import ColumnPlace, Layout, RowHeight

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PAD = 9
"""Pixels on either side of a title."""
WIDEST_TITLE = 180
"""Pixels up to which a column is widened for its title; a longer one is cut with an ellipsis."""


class ColumnsHeader(FreezingHeader):
    """Columns that share spare width by weight. One that the coder drags keeps its width.

    Where the widths of the texts in the columns are known, one that fits its entries takes no more than those need,
    but always has room for its title. No other becomes narrower than it was made; the table then scrolls sideways.
    """

    arranged = Signal()
    """The columns may be arranged in another way now."""
    sorts_changed = Signal()
    """The lines are to be sorted in another way."""
    group_wanted = Signal(int)
    """The lines are to be grouped by a column."""
    column_picked = Signal(int, bool)
    """A column is to be selected; true if together with all from the current one on."""
    rows_changed = Signal()
    """The rows are to have another height."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns: tuple[Column[Any], ...] = ()
        self.sorts: tuple[Sort, ...] = ()
        self.rows: RowHeight | None = None
        """The height of the rows that the coder has chosen, if any."""
        self._dragged: set[int] = set()
        self._needed: dict[int, int] = {}
        self._own_choice = False
        self._before: dict[int, int] = {}
        self._room = 0
        self.setHighlightSections(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(36)
        self.setSortIndicatorClearable(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer_columns)
        self.sectionHandleDoubleClicked.connect(self._dragged.add)
        self.sectionMoved.connect(self.arranged)
        self.frozen_changed.connect(self.arranged)
        self.border_dragged.connect(lambda section: self._keep_widths([section]))
        self.sortIndicatorChanged.connect(self._take_indicator)

    def take_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Show these columns in their usual order and widths."""
        self.columns = tuple(columns)
        self._dragged.clear()
        self._needed = {}
        self._own_choice = False
        self.set_sorts(())
        self.arrange(self._room)

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
        widths = {section: self._least(section) for section in free}
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

    def _least(self, section: int) -> int:
        column = self.columns[section]
        title = self.fontMetrics().horizontalAdvance(column.title) + 2 * PAD
        if section not in self._needed:
            return max(column.look.width, min(title, WIDEST_TITLE))
        return max(title, min(self._needed[section], column.look.fits))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the widths: a drag may begin. A click with Ctrl selects the column, and any click where titles do
        not sort; where they do, one with Shift sorts by this column too.
        """
        section, with_ctrl = self.logicalIndexAt(event.position().toPoint()), event.modifiers() & CTRL
        with_shift = bool(event.modifiers() & SHIFT)
        on_title = self.cursor().shape() != Qt.CursorShape.SplitHCursor and event.button() == Qt.MouseButton.LeftButton
        if on_title and section >= 0 and (with_ctrl or not self.isSortIndicatorShown()):
            self.column_picked.emit(section, with_shift)
            if with_ctrl:
                return
        elif on_title and section >= 0 and with_shift:
            self.sort_too(section)
            return
        self._before = {section: self.sectionSize(section) for section in self.shown()}
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep the width of a column once it has been dragged; the others share what is left."""
        super().mouseReleaseEvent(event)
        dragged = {section for section, width in self._before.items() if self.sectionSize(section) != width}
        self._before = {}
        if dragged:
            self._keep_widths(dragged)

    def _keep_widths(self, dragged: Iterable[int]) -> None:
        self._dragged.update(dragged)
        self.arrange(self._room)
        self.arranged.emit()

    def _offer_columns(self, at: QPoint) -> None:
        menu = self.columns_menu(self.section_at(at.x()))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(at))

    def columns_menu(self, section: int = -1) -> QMenu:
        """Return a menu that arranges the columns and rows, opened on a column or elsewhere; the caller deletes it."""
        menu = QMenu(self)
        menu.setObjectName("columns_menu")
        add_arranging(menu, self, section)
        return menu

    def choose_rows(self, height: RowHeight) -> None:
        """Give the rows a height; the one that they have already is left to the table again."""
        self._set_rows(None if height == self.rows else height)
        self.arranged.emit()

    def _set_rows(self, height: RowHeight | None) -> None:
        if height != self.rows:
            self.rows = height
            self.rows_changed.emit()

    def save(self) -> Layout:
        """Return how the columns are arranged; those that are as at first are left out if all of them are."""
        order = [self.logicalIndex(at) for at in range(self.count())]
        places = tuple(self._place(section) for section in order if section < len(self.columns))
        return Layout(
            () if places == tuple(ColumnPlace(column.key) for column in self.columns) else places,
            self._own_choice,
            self.frozen,
            self.rows,
            sorts=self.sorts,
        )

    def _place(self, section: int) -> ColumnPlace:
        width = self.sectionSize(section) if section in self._dragged else None
        return ColumnPlace(self.columns[section].key, width, self._own_choice and self.isSectionHidden(section))

    def restore(self, layout: Layout) -> None:
        """Arrange the columns as `save` returned them.

        Columns that the layout does not know are as they are at first, after the others; those that no longer exist are
        ignored.
        """
        places = {place.name: place for place in layout.columns}
        self._put_in_order([*places, *(each.key for each in self.columns if each.key not in places)])
        self._own_choice = layout.chosen
        self.frozen = layout.frozen
        self._set_rows(layout.rows)
        self._resize(places)
        self._hide(places)
        self.set_sorts(layout.sorts)
        self.arrange(self._room)
        self.arranged.emit()

    def reset_columns(self) -> None:
        """Arrange the columns and rows as they are at first."""
        self.restore(Layout())

    def _sections(self) -> dict[str, int]:
        return {column.key: section for section, column in enumerate(self.columns)}

    def _put_in_order(self, names: Sequence[str]) -> None:
        sections = self._sections()
        for at, name in enumerate(name for name in names if name in sections):
            self.moveSection(self.visualIndex(sections[name]), at)

    def _resize(self, places: Mapping[str, ColumnPlace]) -> None:
        self._dragged.clear()
        for name, section in self._sections().items():
            place = places.get(name)
            if place and place.width:
                self._dragged.add(section)
                self.resizeSection(section, place.width)

    def _hide(self, places: Mapping[str, ColumnPlace]) -> None:
        """Hide columns as the coder chose; those that are new since are hidden if they are shown only on request."""
        if self._own_choice:
            for name, section in self._sections().items():
                asked = self.columns[section].look.needs == ASKED
                self.setSectionHidden(section, places[name].hidden if name in places else asked)

    # Sorting

    def set_sorts(self, sorts: Sequence[Sort]) -> None:
        """Sort by some columns, first by the first; those that are gone are left out."""
        sections = self._sections()
        found = tuple(each for each in sorts if each.column in sections)
        changed, self.sorts = found != self.sorts, found
        first = found[0] if found else Sort("")
        order = Qt.SortOrder.DescendingOrder if first.descending else Qt.SortOrder.AscendingOrder
        self.setSortIndicator(sections.get(first.column, -1), order)
        if changed:
            self.viewport().update()
            self.sorts_changed.emit()
            self.arranged.emit()

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
