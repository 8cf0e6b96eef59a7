"""The context menu of a table: what can be done with its selected cells, the value of the current one, and records."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from gui.commands.cell_commands import (
    CHANGE_SELECTED,
    CLEAR,
    COPY,
    COPY_WITH_TITLES,
    EDIT_CELL,
    FILL_DOWN,
    GO_TO_PLACE,
    PASTE,
    REPLACE_EVERYWHERE,
    TAKE_ABOVE,
)
from gui.commands.command import SEPARATOR, Command, Menu
from gui.commands.record_commands import DELETE_SELECTED, DISCUSS, DUPLICATE, MERGE_SPEAKERS, PIN
from gui.commands.view_commands import ONLY_VALUE, SHOW_VALUE, WITHOUT_VALUE
from gui.widgets.letter_menu import LetterMenu
from gui.widgets.menu_entries import add_command
from models.entities import Article, Claim, Number, Record, Speaker
from models.translation import _, counted

if TYPE_CHECKING:
    from gui.tables.table import Table

CELLS: Menu = (COPY, COPY_WITH_TITLES, PASTE, SEPARATOR, EDIT_CELL, CLEAR, FILL_DOWN, TAKE_ABOVE)
CHANGES: Menu = (REPLACE_EVERYWHERE, CHANGE_SELECTED, SEPARATOR, SHOW_VALUE, ONLY_VALUE, WITHOUT_VALUE, SEPARATOR)
OF_PLACES: Menu = (GO_TO_PLACE, DUPLICATE, PIN)
OF_SPEAKERS: Menu = (MERGE_SPEAKERS,)
LAST: Menu = (DISCUSS, SEPARATOR, DELETE_SELECTED)

DELETE: dict[type[Record], str] = {
    Claim: _("&Delete Claim"),
    Number: _("&Delete Number"),
    Speaker: _("&Delete Speaker"),
    Article: _("&Delete Article"),
}
"""The words that delete one record, by its kind."""


def cell_menu(table: "Table") -> QMenu:
    """Make the menu of the current cell and the selected lines of a table; the caller deletes it."""
    menu, records = LetterMenu(table), len(table.selected_places())
    impossible, delete = _impossible(table, records), _delete(table, records)
    for command in (*CELLS, *CHANGES, *(OF_PLACES if table.has_places else OF_SPEAKERS), *LAST):
        if command is None:
            menu.addSeparator()
        else:
            verb = table.verbs.get(command) or partial(table.command_wanted.emit, command)
            words = delete if command is DELETE_SELECTED else ""
            add_command(menu, command, verb, words=words, enabled=command not in impossible)
    return menu


def _impossible(table: "Table", records: int) -> set[Command]:
    """Return what cannot be done now with the current cell and this many selected records."""
    can_filter, editable = bool(table.conditions_here(like=True)), table.can_type()
    possible = {
        PASTE: editable and bool(QGuiApplication.clipboard().text()),
        EDIT_CELL: editable,
        CLEAR: editable,
        FILL_DOWN: editable,
        TAKE_ABOVE: editable,
        REPLACE_EVERYWHERE: editable and bool(table.current_text()),
        CHANGE_SELECTED: table.lines.writable,
        SHOW_VALUE: can_filter,
        ONLY_VALUE: can_filter and table.header.isSortIndicatorShown(),
        WITHOUT_VALUE: can_filter and table.header.isSortIndicatorShown(),
        MERGE_SPEAKERS: table.lines.writable and records > 1,
        **dict.fromkeys((DUPLICATE, PIN, DISCUSS, DELETE_SELECTED), table.lines.writable and records > 0),
    }
    return {command for command, can in possible.items() if not can}


def _delete(table: "Table", records: int) -> str:
    """Return the words that delete this many selected records."""
    index = table.currentIndex()
    one = DELETE[table.lines.kind_at(index.row(), index.column())]
    return one if records == 1 else counted("&Delete {count:,} Record", "&Delete {count:,} Records", records)
