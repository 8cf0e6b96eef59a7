"""Add entries to a context menu: commands, or other entries with their words, icon, key and action."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from gui.commands.command import Command
from gui.theme import theme


def add_entry(  # noqa: PLR0913
    menu: QMenu,
    words: str,
    verb: Callable[[], object],
    *,
    key: str = "",
    icon: str = "",
    name: str = "",
    enabled: bool = True,
) -> QAction:
    """Add an entry that shows its key; the key itself belongs to the pane or the window."""
    action = menu.addAction(theme().icon(icon), words) if icon else menu.addAction(words)
    action.setObjectName(name)
    action.setShortcut(QKeySequence(key))
    action.setEnabled(enabled)
    action.triggered.connect(lambda _checked=False: verb())
    return action


def add_command(
    menu: QMenu, command: Command, verb: Callable[[], object], *, words: str = "", enabled: bool = True
) -> QAction:
    """Add an entry for a command, with the same look as in the menu bar; `words` replace those of the command."""
    key = command.keys[0] if command.keys else ""
    words = words or command.text
    return add_entry(menu, words, verb, key=key, icon=command.icon, name=command.name, enabled=enabled)
