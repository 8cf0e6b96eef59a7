"""A table to work in: its keys, its menu, and how cells are copied, pasted and cleared."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QKeyCombination, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from gui.tables.cell_work import CellWork
from gui.tables.copying_cells import copied_cells
from gui.tables.editing_view import EditingView
from gui.tables.figures import SelectedFigures
from gui.tables.reading_lines import ReadingLines
from gui.tables.table_model import LinesTableModel
from gui.tables.writing_cells import ROWS_CHANGED
from gui.widgets.menu_entries import add_entry
from models.entities import Article, Claim, Number, Record, Speaker
from models.lines.order import Condition
from models.places import Place
from models.translation import _, counted

Index = QModelIndex | QPersistentModelIndex
NO_KEY = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

DELETE: dict[type[Record], str] = {
    Claim: _("&Delete Claim"),
    Number: _("&Delete Number"),
    Speaker: _("&Delete Speaker"),
    Article: _("&Delete Article"),
}
"""The entry of the menu that deletes one record, by its kind."""


class Table(EditingView):
    """The view all tables share.

    `delete_requested` asks for the selected records to be deleted, `pin_requested` for one of them to become an example
    in the codebook, `replace_requested` for the text of the current cell to be replaced wherever the project has it,
    and `change_requested` for one value in all selected lines. `value_requested` asks for all lines with the value of
    the current cell, and `value_kept` for those that are shown with this value (true) or with another.
    """

    opened = Signal(QModelIndex)
    """Enter or F2 on a cell that cannot be typed in."""
    delete_requested = Signal()
    pin_requested = Signal()
    discuss_requested = Signal()
    """The selected records are to be flagged as to be discussed, or no longer."""
    merge_requested = Signal()
    """The selected speakers are to become one."""
    replace_requested = Signal()
    change_requested = Signal()
    value_requested = Signal()
    value_kept = Signal(bool)
    place_requested = Signal(QModelIndex)
    """Show in the text what the line of a cell is about."""
    has_places = True
    """Whether its lines have places in the text."""

    def __init__(self, model: LinesTableModel[Any], name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name, parent)
        self.work = CellWork(self)
        self.work.hinted.connect(self.hinted)
        self.cells.fill_wanted.connect(self.work.fill)
        self.figures = SelectedFigures(self)
        self.rows_header.menu_wanted.connect(self._open_row_menu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bare = event.key(), event.modifiers() in (NO_KEY, Qt.KeyboardModifier.KeypadModifier)
        if verb := self._verb(event):
            verb()
        elif bare and key in (*ENTER, Qt.Key.Key_F2) and self.currentIndex().isValid():
            self._enter(self.currentIndex())
        elif bare and key == Qt.Key.Key_Escape:
            self.returned.emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._tab(1 if key == Qt.Key.Key_Tab else -1)
        elif bare and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.work.clear()
        elif self._is_typed(event) and not self._can_type():
            self.say_why_not()
        else:
            super().keyPressEvent(event)

    def _verb(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Return what a key does with the selected cells, if anything."""
        verbs: dict[QKeyCombination, Callable[[], None]] = {
            QKeyCombination(CTRL, Qt.Key.Key_C): self.copy,
            QKeyCombination(CTRL, Qt.Key.Key_Insert): self.copy,
            QKeyCombination(CTRL | SHIFT, Qt.Key.Key_C): lambda: self.work.copy(titles=True),
            QKeyCombination(CTRL, Qt.Key.Key_V): self.paste,
            QKeyCombination(SHIFT, Qt.Key.Key_Insert): self.paste,
            QKeyCombination(CTRL, Qt.Key.Key_D): self.work.fill_down,
            QKeyCombination(CTRL, Qt.Key.Key_Apostrophe): self.work.take_above,
            QKeyCombination(CTRL, Qt.Key.Key_Space): self.select_whole_columns,
            QKeyCombination(SHIFT, Qt.Key.Key_Space): self.select_whole_rows,
        }
        return verbs.get(event.keyCombination())

    @staticmethod
    def _is_typed(event: QKeyEvent) -> bool:
        with_text = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        return not with_text and event.text().isprintable() and bool(event.text().strip())

    def _can_type(self) -> bool:
        index = self.currentIndex()
        return index.isValid() and self.lines.editable(index.row(), index.column())

    def say_why_not(self) -> None:
        """Explain why the current cell cannot be edited."""
        index = self.currentIndex()
        if index.isValid():
            self.hinted.emit(self.lines.why_not(index.row(), index.column()))

    def _enter(self, index: QModelIndex) -> None:
        if self._can_type():
            self.edit_cell(index.row(), index.column())
        else:
            self.opened.emit(index)

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
        menu = QMenu(self)
        self._add_cell(menu)
        menu.addSeparator()
        self._add_value(menu)
        menu.addSeparator()
        self._add_records(menu, len(self.selected_places()))
        return menu

    def _add_cell(self, menu: QMenu) -> None:
        """Add what can be done with the selected cells."""
        index, editable, copied = self.currentIndex(), self._can_type(), QGuiApplication.clipboard().text()
        replaceable = editable and bool(self.current_text())
        add_entry(menu, _("&Copy"), self.copy, key="Ctrl+C")
        add_entry(menu, _("Copy with T&itles"), lambda: self.work.copy(titles=True), key="Ctrl+Shift+C")
        add_entry(menu, _("&Paste"), self.paste, key="Ctrl+V", enabled=editable and bool(copied))
        menu.addSeparator()
        add_entry(menu, _("&Edit"), lambda: self._enter(index), key="F2", enabled=editable)
        add_entry(menu, _("C&lear"), self.work.clear, key="Del", enabled=editable)
        add_entry(menu, _("&Fill Down"), self.work.fill_down, key="Ctrl+D", enabled=editable)
        add_entry(menu, _("Take from A&bove"), self.work.take_above, key="Ctrl+'", enabled=editable)
        add_entry(menu, _("&Replace Everywhere…"), self.replace_requested.emit, enabled=replaceable)
        change, writable = _("C&hange in Selected Lines…"), self.lines.writable
        add_entry(menu, change, self.change_requested.emit, key="Ctrl+Shift+H", enabled=writable)

    def _add_value(self, menu: QMenu) -> None:
        """Add what shows the lines with the value of the current cell, or the others."""
        possible = bool(self.conditions_here(like=True))
        keeps = possible and self.header.isSortIndicatorShown()
        add_entry(menu, _("&All with This Value"), self.value_requested.emit, enabled=possible)
        add_entry(menu, _("&Only This Value"), lambda: self.value_kept.emit(True), enabled=keeps)
        add_entry(menu, _("&Without This Value"), lambda: self.value_kept.emit(False), enabled=keeps)

    def _add_records(self, menu: QMenu, count: int) -> None:
        """Add what can be done with so many selected records."""
        index, possible = self.currentIndex(), self.lines.writable and count > 0
        kind = self.lines.kind_at(index.row(), index.column())
        if self.has_places:
            add_entry(menu, _("&Go to Place"), lambda: self.place_requested.emit(index))
            menu.addActions(self.actions())
            add_entry(menu, _("Pin as E&xample…"), self.pin_requested.emit, key="Ctrl+Shift+B", enabled=possible)
        elif kind is Speaker:
            several = possible and count > 1
            add_entry(menu, _("&Merge Selected Speakers…"), self.merge_requested.emit, enabled=several)
        add_entry(menu, _("To Di&scuss"), self.discuss_requested.emit, key="Ctrl+M", enabled=possible)
        menu.addSeparator()
        one, several_of = DELETE[kind], counted("&Delete {count:,} Record", "&Delete {count:,} Records", count)
        add_entry(menu, one if count == 1 else several_of, self.delete_requested.emit, key="Ctrl+Del", enabled=possible)
