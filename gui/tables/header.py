"""The header of a table: its columns as the coder arranges them, its menu, and clicks on its titles."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from gui.tables.arranging_menu import add_arranging
from gui.tables.columns import ASKED, Column
from gui.tables.fitting_header import FittingHeader
from gui.widgets.letter_menu import LetterMenu
from models.translation import _
from models.views.layout import ColumnPlace, Layout, RowHeight

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class ColumnsHeader(FittingHeader):
    """Columns that the coder moves, shows and hides. `save` returns how they are arranged, for `restore`."""

    condition_wanted = Signal(int)
    """A condition about a column is to be asked for."""
    group_wanted = Signal(int)
    """The lines are to be grouped by a column."""
    column_picked = Signal(int, bool)
    """A column is to be selected; true if together with all from the current one on."""
    rows_changed = Signal()
    """The rows are to have another height."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: RowHeight | None = None
        """The height of the rows that the coder has chosen, if any."""
        self.setHighlightSections(False)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer_columns)
        for change in (self.sectionMoved, self.frozen_changed, self.sorts_changed):
            change.connect(self.arranged)

    def take_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Show these columns in their usual order and widths."""
        self.columns = tuple(columns)
        self._dragged.clear()
        self._needed = {}
        self._own_choice = False
        self.set_sorts(())
        self.arrange(self._room)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the column for a click with Ctrl, and for any click where titles do not sort; where they do, sort by
        this column too for a click with Shift.
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
        super().mousePressEvent(event)

    def _offer_columns(self, at: QPoint) -> None:
        menu = self.columns_menu(self.section_at(at.x()))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(at))

    def columns_menu(self, section: int = -1) -> QMenu:
        """Return a menu that arranges the columns and rows, opened on a column or elsewhere; the caller deletes it."""
        menu = LetterMenu(self)
        menu.setObjectName("columns_menu")
        columns = LetterMenu(_("&Columns"), menu)
        columns.setObjectName("shown_columns")
        add_arranging(menu, self, section, columns)
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

    def _put_in_order(self, names: Sequence[str]) -> None:
        sections = self.sections()
        for at, name in enumerate(name for name in names if name in sections):
            self.moveSection(self.visualIndex(sections[name]), at)

    def _resize(self, places: Mapping[str, ColumnPlace]) -> None:
        self._dragged.clear()
        for name, section in self.sections().items():
            place = places.get(name)
            if place and place.width:
                self._dragged.add(section)
                self.resizeSection(section, place.width)

    def _hide(self, places: Mapping[str, ColumnPlace]) -> None:
        """Hide columns as the coder chose; those that are new since are hidden if they are shown only on request."""
        if self._own_choice:
            for name, section in self.sections().items():
                asked = self.columns[section].look.needs == ASKED
                self.setSectionHidden(section, places[name].hidden if name in places else asked)
