"""A list of entries that drops down, in which letters are compared as everywhere."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from gui.widgets.typed_letters import TypedLetters

WITH_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class DropDown(QComboBox):
    """Shows one of some entries. Letters go to the next in which a word begins with them, open or closed.

    Over a closed one the wheel scrolls the form instead of changing what is shown.
    """

    def __init__(self) -> None:
        super().__init__()
        self._letters = TypedLetters()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def showPopup(self) -> None:
        super().showPopup()
        self.view().installEventFilter(self)  # after Qt's own, so that it comes first

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to an entry and report it as chosen, as Qt does."""
        if not self._is_letter(event):
            super().keyPressEvent(event)
        elif (found := self._find(event.text(), self.currentIndex())) not in (None, self.currentIndex()):
            self.setCurrentIndex(found)
            self.activated.emit(found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to an entry of the open list."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or not self._is_letter(event):
            return super().eventFilter(watched, event)
        found = self._find(event.text(), self.view().currentIndex().row())
        if found is not None:
            self.view().setCurrentIndex(self.model().index(found, self.modelColumn()))
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _find(self, letters: str, current: int) -> int | None:
        return self._letters.find(letters, [self.itemText(at) for at in range(self.count())], current)

    def _is_letter(self, event: QKeyEvent) -> bool:
        """Return whether a key is a letter to look for; a blank is one between others, and else opens the list."""
        text = event.text() if not event.modifiers() & WITH_KEYS else ""
        return text.isprintable() and bool(text if self._letters.goes_on else text.strip())
