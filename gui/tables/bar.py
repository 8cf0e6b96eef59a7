"""The row above a table: a switch or a button, a filter, and how many lines there are."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from gui.theme import fonts


class Bar(QWidget):
    """Widgets in a row, with a count at its end."""

    def __init__(self, *widgets: QWidget, stretch: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table_bar")
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 10, 6)
        row.setSpacing(6)
        for widget in widgets:
            row.addWidget(widget, 1 if widget is stretch else 0)
        row.addStretch(0)
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.count.setFont(fonts.small_font())
        self.count.setObjectName("table_count")
        row.addWidget(self.count)

    def say(self, text: str) -> None:
        """Show how many lines there are.

        The label has a fixed size, which changes only with the number of digits: a size that followed each text would
        have Qt lay out and paint half the window for every line that is added.
        """
        widest = self.count.fontMetrics().horizontalAdvance(re.sub(r"\d", "0", text))
        self.count.setFixedSize(widest + 2, self.count.fontMetrics().height())
        self.count.setText(text)


def switch(text: str) -> QToolButton:
    """Return a button of the bar that stays pressed."""
    button = QToolButton()
    button.setText(text)
    button.setCheckable(True)
    button.setAutoRaise(True)
    return button
