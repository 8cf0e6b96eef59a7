"""Add entries to a context menu: the words, an icon, the key, and the action."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

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
