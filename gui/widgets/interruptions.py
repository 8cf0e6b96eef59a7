"""Tell a keyboard that goes elsewhere from one that is only lent to a menu or to another window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent


def is_interruption(event: QFocusEvent) -> bool:
    """Return whether the focus is lost only for as long as a menu or another window has it."""
    return event.reason() in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
