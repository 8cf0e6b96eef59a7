"""A field for a whole number, which only the keyboard and its own arrows change."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox

INDENT = 7
"""Pixels before the number, as in other fields: Qt leaves out the padding of a stylesheet here."""


class NumberBox(QSpinBox):
    """Holds a number. The wheel scrolls the form instead of changing it."""

    def __init__(self, least: int = 0, most: int = 99) -> None:
        super().__init__()
        self.setRange(least, most)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(INDENT, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
