"""A table with lines of suggestions: what is done with them by keys and the mouse, and with no record."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from gui.commands.pane_keys import key_of
from gui.commands.suggestion_commands import DISMISS, RECORD_SUGGESTION
from gui.tables.painted_cells import TICKED
from gui.tables.suggested_lines import OpenedCell, SuggestedLine
from gui.tables.suggestion_menu import suggestion_menu
from gui.tables.table import Table
from gui.tables.table_model import Index
from models.entities import Claim, Number
from models.ids import Id

NEAR = 3
"""Pixels beside a tick that count as it."""


class SuggestingTable(Table):
    """Handles what happens on the line of a suggestion; everything else is that of any table."""

    suggestion_selected = Signal(str)
    """The coder has gone to the line of a suggestion."""
    tick_wanted = Signal(str, object)
    """A number of a suggestion, by its range, is to be left out or taken in again."""

    def suggested(self) -> SuggestedLine | None:
        """Return the suggestion of the current line, if it is one."""
        index = self.currentIndex()
        return self.lines.suggested(index.row()) if index.isValid() else None

    def show_suggestion(self, id_: Id | None) -> None:
        """Show the lines of a suggestion as the current ones, without taking the focus; with None, leave them."""
        here, row = self.suggested(), self.lines.row_of(id_) if id_ else None
        if row is not None and (here is None or here.offered.id != id_):
            columns = [column for column in self.header.shown() if self.lines.editable(row, column)]
            self.show_cell(row, next(iter(columns), self.header.shown()[0]))
        elif row is None and here is not None:
            self.leave_suggestion()

    def leave_suggestion(self) -> None:
        """Make no line the current one."""
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def opened_cell(self, id_: Id) -> OpenedCell | None:
        """Return the cell of a suggestion that is open, if one is."""
        cell = self.cells.open
        if cell is None or cell.editor is None or not cell.index.isValid():
            return None
        found = self.lines.suggested(cell.index.row())
        if found is None or found.offered.id != id_:
            return None
        return OpenedCell(cell.index.column(), found.number, cell.from_text)

    def open_again(self, cell: OpenedCell, claim: Claim | None, number: Number | None) -> None:
        """Open the cell of a record that was a cell of its suggestion; the record is the claim or the number."""
        record = claim if self.lines.columns[cell.column].of_claim else number or claim
        row = self.lines.row_of(record.id) if record else None
        if row is not None:
            self.edit_cell(row, cell.column, from_text=cell.from_text)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._quiet and not self.lines.following and (found := self.suggested()):
            self.suggestion_selected.emit(found.offered.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Handle a click; one on the tick of a number that is suggested takes it off, or sets it again."""
        found = self._ticked_at(event)
        super().mousePressEvent(event)
        if found:
            self._tick(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a cell, but not for two fast clicks on a tick."""
        if self._ticked_at(event):
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def _ticked_at(self, event: QMouseEvent) -> SuggestedLine | None:
        """Return the suggested line whose tick is clicked, if one is."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        found = self.lines.suggested(index.row()) if index.isValid() else None
        if found is None or event.button() != Qt.MouseButton.LeftButton:
            return None
        box = self.look.tick_rect(self.visualRect(index)).adjusted(-NEAR, -NEAR, NEAR, NEAR)
        return found if self.lines.columns[index.column()].name == TICKED and box.contains(point) else None

    def tick_current(self) -> None:
        """Leave the number of the current line out of its suggestion, or take it in again."""
        if found := self.suggested():
            self._tick(found)

    def _tick(self, found: SuggestedLine) -> None:
        if found.tick is not None and found.number:
            self.tick_wanted.emit(found.offered.id, found.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On a suggestion, Space ticks its number, Backspace and Delete dismiss it, and Enter records it where there is
        nothing to be typed.
        """
        found, key = self.suggested(), key_of(event)
        if found and key == "Space":
            self._tick(found)
        elif found and key in ("Backspace", "Del"):
            self.command_wanted.emit(DISMISS)
        elif found and key in ("Return", "Enter") and not self.can_type():
            self.command_wanted.emit(RECORD_SUGGESTION)
        else:
            super().keyPressEvent(event)

    def menu(self) -> QMenu:
        return suggestion_menu(self) if self.suggested() else super().menu()
