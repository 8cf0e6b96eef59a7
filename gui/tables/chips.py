"""The conditions of a list as chips: one is changed by a click, and taken off by its cross or by Delete."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from gui.theme import theme
from gui.widgets.flow import FlowLayout
from gui.widgets.tooltips import plain_tooltip
from models.translation import _

WIDEST = 320
"""Pixels of the words of a chip; longer ones are cut, and shown whole in a tooltip."""


class Chip(QFrame):
    """A condition in words, with a cross."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.words, self.cross = QToolButton(), QToolButton()
        shown = self.words.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, WIDEST)
        self.words.setText(shown.replace("&", "&&"))
        self.words.setToolTip(plain_tooltip(words) if shown != words else "")
        self.words.setAccessibleName(words)
        self.words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.cross.setIcon(theme().icon("close"))
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.setToolTip(_("Remove this condition (Del)"))
        self.cross.setAccessibleName(_("Remove {condition}").format(condition=words))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.words)
        row.addWidget(self.cross)


class ChipRow(QWidget):
    """Chips in a row, or in several. The arrow keys go between them, Down and Esc back to the table."""

    edited = Signal(int)
    """The condition with this place is to be changed."""
    removed = Signal(int)
    """The condition with this place is to be taken off."""
    left = Signal()
    """The focus is to go back to the table."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("chips")
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._flow = FlowLayout(self, 6)
        self._flow.setContentsMargins(8, 0, 8, 6)
        self.chips: list[Chip] = []
        self.hide()

    def show_words(self, conditions: Sequence[str]) -> None:
        """Show a chip for each condition. The focus stays at its place."""
        if [chip.words.accessibleName() for chip in self.chips] == list(conditions):
            return
        focus = self._at_focus()
        for chip in self.chips:
            chip.hide()
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self.chips = [self._chip(at, words) for at, words in enumerate(conditions)]
        self.setVisible(bool(self.chips))
        if focus is not None:
            self._go(min(focus, len(self.chips) - 1))

    def _chip(self, at: int, words: str) -> Chip:
        chip = Chip(words, self)
        chip.words.clicked.connect(partial(self.edited.emit, at))
        chip.cross.clicked.connect(partial(self.removed.emit, at))
        chip.words.installEventFilter(self)
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _at_focus(self) -> int | None:
        return next((at for at, chip in enumerate(self.chips) if chip.words.hasFocus()), None)

    def _go(self, at: int) -> None:
        """Give a chip the focus; before the first, and without any, the table."""
        if 0 <= at < len(self.chips):
            self.chips[at].words.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.chips:
            self.left.emit()

    def focus_last(self) -> None:
        """Give the last chip the focus."""
        self._go(len(self.chips) - 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Act on the keys of a chip."""
        at = self._at_focus()
        if at is not None and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            verb = self._verbs(at).get(event.key())
            if verb and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
                verb()
                return True
        return super().eventFilter(watched, event)

    def _verbs(self, at: int) -> dict[int, Callable[[], None]]:
        edit, remove = partial(self.edited.emit, at), partial(self.removed.emit, at)
        return {
            Qt.Key.Key_Left: lambda: self._go(at - 1),
            Qt.Key.Key_Right: lambda: self._go(at + 1),
            Qt.Key.Key_Home: lambda: self._go(0),
            Qt.Key.Key_End: self.focus_last,
            Qt.Key.Key_Return: edit,
            Qt.Key.Key_Enter: edit,
            Qt.Key.Key_F2: edit,
            Qt.Key.Key_Delete: remove,
            Qt.Key.Key_Backspace: remove,
            Qt.Key.Key_Down: self.left.emit,
            Qt.Key.Key_Escape: self.left.emit,
        }
