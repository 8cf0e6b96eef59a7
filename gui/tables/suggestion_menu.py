"""The context menu of a suggestion in the table of statements: nothing in it is done with records."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from gui.commands.cell_commands import EDIT_CELL
from gui.commands.command import Needs
from gui.commands.suggestion_commands import ON_A_SUGGESTION, TICK
from gui.widgets.letter_menu import LetterMenu
from gui.widgets.menu_entries import add_command

if TYPE_CHECKING:
    from gui.tables.suggesting_table import SuggestingTable


def suggestion_menu(table: "SuggestingTable") -> QMenu:
    """Make the menu of the suggestion of the current line; the caller deletes it."""
    menu, found = LetterMenu(table), table.suggested()
    menu.setObjectName("suggestion_menu")
    for command in ON_A_SUGGESTION:
        if command is None:
            menu.addSeparator()
            continue
        can = table.lines.writable or command.needs is not Needs.WRITABLE
        if command is TICK:
            can = can and found is not None and found.tick is not None
        verb = table.tick_current if command is TICK else partial(table.command_wanted.emit, command)
        add_command(menu, command, verb, enabled=can)
    menu.addSeparator()
    add_command(menu, EDIT_CELL, table.edit_current, enabled=table.can_type())
    return menu
