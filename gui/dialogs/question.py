"""A question whose answers take a click, Enter, Space or a key with Alt, and never a letter alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMessageBox

TYPING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
"""The modifiers with which a key still types a letter."""


class Question(QMessageBox):
    """A message box that can come up while somebody types: what was typed for a text or a cell answers nothing.

    Qt would take a letter alone for the button that has it with Alt, so that "f" would forget for good.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on only the keys that type nothing, such as Esc, and those with Ctrl or Alt."""
        types = bool(event.text()) and event.text().isprintable() and not event.modifiers() & ~TYPING
        if types:
            event.accept()
        else:
            super().keyPressEvent(event)
