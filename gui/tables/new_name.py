"""The line in which a new speaker is named."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from gui.tables.refusal import Refusal
from gui.widgets.untouched import is_undo_for_window


class NewName(QLineEdit):
    """Where the name of a new speaker is typed: Enter says it, Esc leaves."""

    named = Signal(str)
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._refusal = Refusal(self)
        self.setAccessibleName("Name of the new speaker")
        self.setPlaceholderText("Name of the new speaker")
        self.setMinimumWidth(260)
        self.textEdited.connect(self._refusal.take_back)

    def refuse(self, reason: str) -> None:
        """Say why there cannot be a speaker of this name."""
        self._refusal.say(reason)

    def reset(self) -> None:
        """Be empty, for the next name."""
        self.clear()
        self._refusal.take_back()

    def event(self, event: QEvent) -> bool:
        """Leave Undo and Redo to the window while nothing is typed here."""
        if is_undo_for_window(self, event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.named.emit(self.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
