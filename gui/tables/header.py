"""The header of a table: how its columns share the width, which are shown, and what of that is remembered."""

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from gui.tables.columns import Column


class ColumnsHeader(QHeaderView):
    """Columns that share spare width by weight, until the coder drags one; then only the heaviest gives way."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns: tuple[Column[Any], ...] = ()
        self._own_widths = self._own_choice = False
        self._room = 0
        self.setHighlightSections(False)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(36)
        self.setSortIndicatorClearable(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer_columns)

    def take_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Be the header of these columns, as they are meant to stand at first."""
        self._columns = tuple(columns)
        self._own_widths = self._own_choice = False
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.arrange(self._room)

    def shown(self) -> list[int]:
        """The columns on the screen, from left to right."""
        order = (self.logicalIndex(at) for at in range(self.count()))
        return [section for section in order if not self.isSectionHidden(section)]

    def show_column(self, section: int, shown: bool) -> None:
        """Show or hide a column and give the others what room there is."""
        self.setSectionHidden(section, not shown)
        self._own_widths, self._own_choice = False, True
        self.arrange(self._room)

    def arrange(self, room: int) -> None:
        """Share so many pixels. No column becomes narrower than it was made; the table then scrolls sideways."""
        self._room = room
        if room <= 0 or not self._columns:
            return
        if not self._own_choice:
            for section, column in enumerate(self._columns):
                self.setSectionHidden(section, room < column.needs)
        if self._own_widths:
            self._stretch_heaviest()
        else:
            self._share_by_weight()

    def _share_by_weight(self) -> None:
        shown = self.shown()
        spare = max(0, self._room - sum(self._columns[section].width for section in shown))
        weights = sum(self._columns[section].weight for section in shown) or 1
        given = 0
        for section in shown:
            column = self._columns[section]
            extra = spare * column.weight // weights
            given += extra
            self.resizeSection(section, column.width + extra)
        heaviest = self._heaviest()
        self.resizeSection(heaviest, self.sectionSize(heaviest) + spare - given)

    def _stretch_heaviest(self) -> None:
        section = self._heaviest()
        spare = self._room - sum(self.sectionSize(other) for other in self.shown())
        self.resizeSection(section, max(self._columns[section].width, self.sectionSize(section) + spare))

    def _heaviest(self) -> int:
        return max(self.shown(), key=lambda section: self._columns[section].weight)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Whoever drags a column has widths of their own from now on."""
        before = [self.sectionSize(section) for section in self.shown()]
        super().mouseReleaseEvent(event)
        designed = sum(before) == self._room or sum(before) == self.length()
        self._own_widths = self._own_widths or not designed

    def _offer_columns(self, at: QPoint) -> None:
        menu = self.columns_menu()
        menu.exec(self.mapToGlobal(at))
        menu.deleteLater()

    def columns_menu(self) -> QMenu:
        """A menu that shows and hides each column but the first; the caller deletes it."""
        menu = QMenu(self)
        for section, column in enumerate(self._columns):
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(section))
            action.setEnabled(section > 0)
            action.setData(section)
        menu.triggered.connect(lambda action: self.show_column(int(action.data()), action.isChecked()))
        return menu

    def save(self) -> str:
        """Where the columns stand, how wide they are and which are hidden, as text for the settings."""
        state = bytes(self.saveState().toBase64().data()).decode()
        kept = {
            "state": state,
            "columns": [column.name for column in self._columns],
            "widths": self._own_widths,
            "choice": self._own_choice,
        }
        return json.dumps(kept)

    def restore(self, saved: str) -> bool:
        """Put the columns where they stood; False when the text is not such a state, or is of other columns."""
        try:
            kept = json.loads(saved)
        except ValueError:
            return False
        if not isinstance(kept, dict) or kept.get("columns") != [column.name for column in self._columns]:
            return False
        restored = self.restoreState(QByteArray.fromBase64(str(kept.get("state")).encode()))
        self._own_widths = restored and bool(kept.get("widths"))
        self._own_choice = restored and bool(kept.get("choice"))
        self.arrange(self._room)
        return restored
