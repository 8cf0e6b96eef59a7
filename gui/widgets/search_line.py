"""A line for typing what to look for; the keys that leave it are signals."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from gui.widgets.window_keys import is_export_for_window, is_undo_for_window

ARROWS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchLine(QLineEdit):
    """A line above or below what it filters or searches. Ctrl+E goes to the window, and so does Undo if nothing is
    typed.
    """

    accepted = Signal(int)
    """Enter (1) or Shift+Enter (−1)."""
    stepped = Signal(int)
    """Down (1) or Up (−1)."""
    escaped = Signal()

    def __init__(self, name: str, prompt: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(prompt)

    def event(self, event: QEvent) -> bool:
        if is_undo_for_window(self, event) or is_export_for_window(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.accepted.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() in ARROWS:
            self.stepped.emit(ARROWS[event.key()])
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
