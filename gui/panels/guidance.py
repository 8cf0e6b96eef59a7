"""What is to be read about the field or cell that is edited, at the lower end of the details."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLayout, QScrollArea

AIR = 6
"""Pixels between the field that has the focus and the text below it."""


class Guidance(QLabel):
    """Plain text over the lower end of a pane. Nothing moves for it, except that a field with the focus is scrolled up
    from behind it; there is room for that below the `column` of fields.
    """

    def __init__(self, pane: QScrollArea, column: QLayout) -> None:
        super().__init__(pane)
        self._pane, self._column = pane, column
        self.setObjectName("guidance")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()
        self._uncovering = QTimer(self, singleShot=True, interval=0)  # after the pane has made room
        self._uncovering.timeout.connect(self._uncover)

    def say(self, text: str) -> None:
        """Show a text; without one, nothing."""
        if text == self.text():
            return
        self.setText(text)
        self.setVisible(bool(text))
        self.place()
        self._uncovering.start()

    def place(self) -> None:
        """Take the place at the lower end of the pane as it is now, at most half of it."""
        free, shown = self._pane.viewport().geometry(), not self.isHidden()
        height = min(self.heightForWidth(free.width()), free.height() // 2) if shown else 0
        self.setGeometry(free.left(), free.bottom() + 1 - height, free.width(), height)
        self._column.setContentsMargins(0, 0, 0, height)

    def _uncover(self) -> None:
        form, focus = self._pane.widget(), QApplication.focusWidget()
        if form and focus and form.isAncestorOf(focus) and not self.isHidden():
            end = focus.mapTo(form, focus.rect().bottomLeft())
            self._pane.ensureVisible(end.x(), end.y(), 0, self.height() + AIR)
