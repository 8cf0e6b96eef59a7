"""A row of small buttons under a list."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from gui.theme import theme

Button = tuple[str, str, Callable[[], object]]
"""The icon of a button, what it does, and the method that does it."""


class Bar(QWidget):
    """Buttons with icons, each with its words as a tooltip and for screen readers."""

    def __init__(self, *buttons: Button) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for icon, words, verb in buttons:
            button = QToolButton()
            button.setIcon(theme().icon(icon))
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, verb=verb: verb())
            row.addWidget(button)
        row.addStretch(1)
