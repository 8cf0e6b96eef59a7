"""Open a dialog over a window without waiting for it."""

from PySide6.QtWidgets import QDialog, QWidget


def open_over(window: QWidget, dialog: QDialog) -> None:
    """Show a dialog that blocks only its window; afterwards it is deleted, and the window has the keyboard again."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.finished.connect(window.activateWindow)
    dialog.open()
