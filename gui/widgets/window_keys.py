"""Leave keys to the window that a line would take: Ctrl+E, and Undo and Redo if nothing was typed in it."""

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

END_OF_LINE = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_E)
"""On Linux, Qt moves to the end of a line with this key, as with End; in the window it exports."""


def is_undo_for_window(line: QLineEdit | QPlainTextEdit, event: QEvent) -> bool:
    """Return whether an event asks if a line takes Undo or Redo although the line has nothing to undo or redo."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    history = line if isinstance(line, QLineEdit) else line.document()
    undo = event.matches(QKeySequence.StandardKey.Undo) and not history.isUndoAvailable()
    redo = event.matches(QKeySequence.StandardKey.Redo) and not history.isRedoAvailable()
    return undo or redo


def is_export_for_window(event: QEvent) -> bool:
    """Return whether an event asks if a line takes Ctrl+E."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.keyCombination() == END_OF_LINE
