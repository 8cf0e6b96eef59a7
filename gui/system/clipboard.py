"""Keep what was copied when the program ends."""

from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken


def let_go_of_clipboard() -> None:
    """Leave text on the clipboard that Python did not make: the clipboard may outlive Python, and
    would crash at exit.
    """
    clipboard = QApplication.clipboard()
    copied = clipboard.mimeData()
    if copied is not None and Shiboken.createdByPython(copied):
        clipboard.setText(copied.text())
