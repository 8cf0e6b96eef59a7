"""The row above a table: a switch or a button, a filter, and how many lines there are."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from gui.theme import fonts, theme
from gui.widgets.tooltips import plain_tooltip

NARROWEST = 90
"""Pixels that are left to what stretches, such as a line for words."""


class Bar(QWidget):
    """Widgets in a row, with a count at its end. It gets narrower by the count first."""

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
        if stretch:
            stretch.setMinimumWidth(NARROWEST)
            stretch.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row.addStretch(0)
        self.count = Count()
        row.addWidget(self.count)

    def say(self, text: str) -> None:
        """Show how many lines there are."""
        self.count.setText(text)


class Count(QWidget):
    """Words at the right, shortened where they have no room, so that no pane gets wider for them.

    It is no QLabel: that would have Qt lay out and paint half the window for every line that is added. The room that
    it asks for changes only with the number of digits.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("table_count")
        self.setFont(fonts.small_font())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._text, self._widest = "", 0

    def text(self) -> str:
        """Return the words."""
        return self._text

    def setText(self, text: str) -> None:
        """Show other words."""
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(plain_tooltip(text))
        widest = self.fontMetrics().horizontalAdvance(re.sub(r"\d", "0", text)) + 2
        if widest != self._widest:
            self._widest = widest
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._widest, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setPen(QColor(theme().scheme.muted))
        words = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)


def switch(text: str) -> QToolButton:
    """Return a button of the bar that stays pressed."""
    button = QToolButton()
    button.setText(text)
    button.setCheckable(True)
    button.setAutoRaise(True)
    return button
