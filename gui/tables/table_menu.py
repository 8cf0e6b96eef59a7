"""The menu of a right click on a table."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from gui.tables.table import Table


def menu_of(table: "Table") -> QMenu:
    """What can be done with the current cell and the selected lines of a table."""
    index = table.currentIndex()
    editable = table.lines.editable(index.row(), index.column())
    writable = table.lines.writable
    count = len(table.selected_places())
    menu = QMenu(table)
    _add(menu, "&Copy", "Ctrl+C", table.copy)
    _add(menu, "&Paste", "Ctrl+V", table.paste, enabled=editable and bool(QGuiApplication.clipboard().text()))
    menu.addSeparator()
    _add(menu, "&Edit", "F2", lambda: table.edit_cell(index.row(), index.column()), enabled=editable)
    _add(menu, "C&lear", "Del", table.clear, enabled=editable)
    if table.has_places:
        menu.addSeparator()
        _add(menu, "&Go to Place", "", lambda: table.place_requested.emit(index))
    menu.addSeparator()
    noun = table.lines.noun_at(index.row(), index.column()) if count == 1 else f"{count} Records"
    _add(menu, f"&Delete {noun}", "Ctrl+Del", table.delete_requested.emit, enabled=writable and count > 0)
    return menu


def _add(menu: QMenu, text: str, key: str, verb: Callable[[], object], *, enabled: bool = True) -> None:
    """Add an entry that shows its key; the key itself is the table's or the window's."""
    action = menu.addAction(text)
    action.setShortcut(QKeySequence(key))
    action.setEnabled(enabled)
    action.triggered.connect(lambda _checked=False: verb())
