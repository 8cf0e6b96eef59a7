"""A table to work in: its keys, its menu, and how cells are copied, pasted and cleared."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu

from gui.commands.cell_commands import (
    CLEAR,
    COPY,
    COPY_WITH_TITLES,
    EDIT_CELL,
    FILL_DOWN,
    GO_TO_PLACE,
    PASTE,
    TAKE_ABOVE,
)
from gui.commands.command import Command
from gui.commands.pane_keys import Verb, key_of, verbs_by_key
from gui.tables.cell_menu import cell_menu
from gui.tables.cell_work import NO_CELL, CellWork
from gui.tables.copying_cells import copied_cells
from gui.tables.editing_view import EditingView
from gui.tables.figures import SelectedFigures
from gui.tables.reading_lines import ReadingLines
from gui.tables.table_model import LinesTableModel
from gui.tables.writing_cells import ROWS_CHANGED
from models.lines.order import Condition
from models.places import Place
from models.translation import _


class Table(EditingView):
    """The view all tables share. `verbs` are the commands that it carries out itself."""

    opened = Signal(QModelIndex)
    """Enter or F2 on a cell that cannot be typed in."""
    command_wanted = Signal(Command)
    """A command was chosen in the menu that the window carries out, with the current cell or the selected lines."""
    place_requested = Signal(QModelIndex)
    """Show in the text what the line of a cell is about."""
    has_places = True
    """Whether its lines have places in the text."""

    def __init__(self, model: LinesTableModel[Any], name: str) -> None:
        super().__init__(model, name)
        self.work = CellWork(self)
        self.work.hinted.connect(self.hinted)
        self.cells.fill_wanted.connect(self.work.fill)
        self.figures = SelectedFigures(self)
        self.rows_header.menu_wanted.connect(self._open_row_menu)
        self.verbs: dict[Command, Verb] = {
            COPY: self.copy,
            COPY_WITH_TITLES: self.copy_with_titles,
            PASTE: self.paste,
            EDIT_CELL: self.edit_current,
            CLEAR: self.work.clear,
            FILL_DOWN: self.work.fill_down,
            TAKE_ABOVE: self.work.take_above,
            GO_TO_PLACE: self.go_to_place,
        }
        self._keys = verbs_by_key(self.verbs) | {
            "Return": self.open_current,
            "Enter": self.open_current,
            "Ctrl+Space": self.select_whole_columns,
            "Shift+Space": self.select_whole_rows,
            "Esc": self.returned.emit,
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if verb := self._keys.get(key_of(event)):
            verb()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._tab(1 if event.key() == Qt.Key.Key_Tab else -1)
        elif self._is_typed(event) and not self.can_type():
            self.say_why_not()
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _is_typed(event: QKeyEvent) -> bool:
        with_text = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        return not with_text and event.text().isprintable() and bool(event.text().strip())

    def can_type(self) -> bool:
        """Return whether the current cell can be edited."""
        index = self.currentIndex()
        return index.isValid() and self.lines.editable(index.row(), index.column())

    def say_why_not(self) -> None:
        """Explain why the current cell cannot be edited."""
        index = self.currentIndex()
        if index.isValid():
            self.hinted.emit(self.lines.why_not(index.row(), index.column()))

    def open_current(self) -> None:
        """Open the current cell to replace its text; open what it is about if it cannot be typed in."""
        index = self.currentIndex()
        if self.can_type():
            self.edit_cell(index.row(), index.column())
        elif index.isValid():
            self.opened.emit(index)
        else:
            self.hinted.emit(NO_CELL)

    def edit_current(self) -> None:
        """Open the current cell to go on at the end of its text, unless that is chosen from a list."""
        self.open_current()
        if self.cells.editor:
            self.cells.editor.go_on()

    def go_to_place(self) -> None:
        """Ask for the place in the text of what the current cell is about."""
        if not self.currentIndex().isValid():
            self.hinted.emit(NO_CELL)
        elif self.has_places:
            self.place_requested.emit(self.currentIndex())
        else:
            self.hinted.emit(_("Speakers have no place in the text; their claims have."))

    def keyboardSearch(self, search: str) -> None:
        """Do not jump to another line when a letter is typed in a cell that cannot be edited."""

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab stays in the table while it has lines; F6 and Esc lead out."""
        return False if self.lines.rowCount() else super().focusNextPrevChild(onward)

    def _tab(self, step: int) -> None:
        target = self.next_editable(step)
        if target is not None:
            begun = self.row_begun()
            self.setCurrentIndex(self.lines.index(*target))
            self.begin_row(begun)

    def current_text(self) -> str:
        """Return the text of the current cell as it is typed; nothing without one."""
        index = self.currentIndex()
        line = self.lines.line(index.row()) if index.isValid() else None
        return "" if line is None else self.lines.edit_text(line, self.lines.columns[index.column()])

    def conditions_here(self, *, like: bool) -> tuple[Condition, ...]:
        """Return the conditions that lines have the value of the current cell, or that they have another; none if
        lines cannot be filtered by it.
        """
        index = self.currentIndex()
        line = self.lines.line(index.row()) if index.isValid() else None
        criterion = self.lines.criterion(self.lines.columns[index.column()]) if line is not None else None
        if line is None or criterion is None:
            return ()
        return (criterion.like if like else criterion.unlike)(line, self.lines.asked(line))

    # Copying, pasting, clearing

    def copy(self) -> None:
        """Copy the selected cells to the clipboard."""
        self.work.copy()

    def copy_with_titles(self) -> None:
        """Copy the selected cells with the titles of their columns."""
        self.work.copy(titles=True)

    def paste(self) -> None:
        """Write what is on the clipboard into the selected cells; one text that is refused by the current cell stays
        open in it with the reason.
        """
        copied = copied_cells()
        if copied is None or not self.currentIndex().isValid():
            return
        if copied.is_one and self.picked().cell_count <= 1:
            text = copied.cells[0][0] if copied.exact else " ".join(copied.cells[0][0].split())
            if text and self.type_into(text) is not None:
                self.finish_editing()
        else:
            self.work.paste(copied)

    def selected_places(self) -> list[Place]:
        """Return the records of the selected lines that are in memory, each once, in the order of the lines."""
        return self._places(map(self.lines.line, self.selected_rows()))

    def _places(self, lines: Iterable[Any]) -> list[Place]:
        column = self.currentIndex().column()
        found = (self.lines.place_of(line, column) for line in lines if line is not None) if column >= 0 else ()
        return list(dict.fromkeys(place for place in found if place))

    def gather_places(self, then: Callable[[Sequence[Place]], None]) -> None:
        """Call `then` with the records of all selected lines, after reading those that are not in memory."""
        found: list[Place] = []
        ReadingLines(
            self.lines,
            self.selected_ranges(),
            lambda _first, lines: found.extend(self._places(lines)),
            lambda: then(list(dict.fromkeys(found))),
            lambda: self.hinted.emit(ROWS_CHANGED),
        ).go()

    # The menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of what is here; the Menu key opens it at the current cell."""
        index = self.currentIndex()
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if by_key and index.isValid():
            at = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        else:
            at = event.globalPos()
        if index.isValid() and (by_key or self.indexAt(self.viewport().mapFromGlobal(at)).isValid()):
            self._open_menu(at)

    def _open_row_menu(self, row: int, at: QPoint) -> None:
        """Show the menu of the selected rows, if the row is one of them; otherwise select it first."""
        if not any(row in rows for rows in self.selected_ranges()):
            self.select_row(row)
        self._open_menu(at)

    def _open_menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def menu(self) -> QMenu:
        """Return the menu of the current cell and the selected lines; the caller deletes it."""
        return cell_menu(self)
