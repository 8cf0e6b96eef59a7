"""A menu in which letters choose entries, whatever has the keyboard behind it."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QMenu, QMenuBar

from gui.widgets.letter_keys import is_plain_key


class LetterMenu(QMenu):
    """Keeps plain keys from the text, in which they are commands.

    The text keeps the focus when a menu is opened by a right click on what takes none, such as the titles of a table.
    """

    def event(self, event: QEvent) -> bool:
        """Let a plain key arrive as a key press."""
        if is_plain_key(event):
            event.accept()
            return True
        return super().event(event)


def add_menu(where: QMenuBar | QMenu, title: str) -> LetterMenu:
    """Add a menu to the menu bar or to another menu; the `addMenu` of Qt would make one whose letters act behind it."""
    menu = LetterMenu(title, where)
    where.addMenu(menu)
    return menu
