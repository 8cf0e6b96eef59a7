"""Leave Undo and Redo to the window while nothing was typed in a line."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


def is_undo_for_window(line: QLineEdit | QPlainTextEdit, event: QEvent) -> bool:
    """Return whether an event asks if a line takes Undo or Redo, while the line has nothing to undo or redo."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    history = line if isinstance(line, QLineEdit) else line.document()
    undo = event.matches(QKeySequence.StandardKey.Undo) and not history.isUndoAvailable()
    redo = event.matches(QKeySequence.StandardKey.Redo) and not history.isRedoAvailable()
    return undo or redo
