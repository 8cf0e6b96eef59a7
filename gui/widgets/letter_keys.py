"""Keep the single-letter keys of the text from acting while a menu or a question is open: there they choose an entry.

Qt gives a key to the shortcuts of the widget with the focus before it gives it to the menu that is open, and the focus
stays in the text while the menus of the window are used, and until a question that is asked is on the screen.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_SHIFT = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Letters(QObject):
    """Watches the text and the menu bar; a `LetterMenu` watches itself. Which of them Qt asks depends on the system."""

    def __init__(self, text: QWidget) -> None:
        super().__init__(text)
        self._text = text
        self.watch(text)

    def watch(self, widget: QWidget) -> None:
        """Watch another widget that may have the keyboard while the text has the focus."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a letter from the shortcuts, so that it arrives as a plain key press, unless it belongs to the text."""
        if not is_plain_key(event):
            return False
        elsewhere = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        here = elsewhere is None or elsewhere is self._text.window()
        if watched is self._text and here:
            return False
        event.accept()
        return True


def is_plain_key(event: QEvent) -> bool:
    """Return whether shortcuts are asked about a key that is pressed alone or with Shift."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return not event.modifiers() & ~_SHIFT
