"""Distinguish losing the keyboard for good from losing it briefly to a menu or another window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent


def is_interruption(event: QFocusEvent) -> bool:
    """Return whether the focus is lost only while a menu or another window has it."""
    return event.reason() in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
