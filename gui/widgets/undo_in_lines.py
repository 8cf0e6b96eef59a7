"""Undo and Redo in a line in which nothing was typed: they are the window's, as in the rest of the window."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


def is_undo_for_window(line: QLineEdit | QPlainTextEdit, event: QEvent) -> bool:
    """Whether an event asks if a line takes Undo or Redo, while it has nothing to take back or do again."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    history = line if isinstance(line, QLineEdit) else line.document()
    undo = event.matches(QKeySequence.StandardKey.Undo) and not history.isUndoAvailable()
    redo = event.matches(QKeySequence.StandardKey.Redo) and not history.isRedoAvailable()
    return undo or redo
