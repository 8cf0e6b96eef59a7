"""A row of small buttons under a list."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from gui.commands.command import Command
from gui.commands.pane_keys import Verb
from gui.theme import theme

NATIVE = QKeySequence.SequenceFormat.NativeText


class ButtonBar(QWidget):
    """Buttons for commands, each with what it does and its key as a tooltip and for screen readers."""

    def __init__(self, *buttons: tuple[Command, Verb]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for command, verb in buttons:
            button, words = QToolButton(), f"{command.tip} ({QKeySequence(command.keys[0]).toString(NATIVE)})"
            button.setIcon(theme().icon(command.icon))
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, verb=verb: verb())
            row.addWidget(button)
        row.addStretch(1)
