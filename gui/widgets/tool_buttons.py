"""Small buttons that show an icon beside a line for words, and leave it the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from gui.theme import theme


def tool_button(icon: str, name: str, key: str) -> QToolButton:
    """Make a button with an icon, and with a name that its tooltip shows with the key that does the same."""
    button = QToolButton()
    button.setIcon(theme().icon(icon))
    button.setAccessibleName(name)
    button.setToolTip(f"{name} ({key})")
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button
