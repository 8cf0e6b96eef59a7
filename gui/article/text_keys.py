"""The keys of the text that are no commands: arrows, Shift, Alt, Escape, and the digits for numbers of suggestions."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from gui.article.caret import Caret

ALT, KEYPAD = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.KeypadModifier
DIGITS = tuple("123456789")


class TextKeys:
    """Passes keys on to Qt, and keeps the caret out of hidden lines."""

    def __init__(self, caret: Caret, escape: Callable[[], None], take_digit: Callable[[int], None]) -> None:
        self._caret, self._escape, self._take_digit = caret, escape, take_digit

    def press(self, event: QKeyEvent, pass_on: Callable[[QKeyEvent], None]) -> None:
        """Escape clears the selection, and leaves the text where there is none. Alt with Shift selects exactly."""
        if event.key() == Qt.Key.Key_Escape:
            if self._caret.has_selection:
                self._caret.clear()
            else:
                self._escape()
            return
        if not event.modifiers() & ~KEYPAD and event.text() in DIGITS:
            self._take_digit(int(event.text()))
            return
        self._caret.leave_folds(forward=True)  # from a hidden line Qt looks for the next place without an end
        before = self._caret.selection
        exact = bool(event.modifiers() & ALT and event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if exact:
            event = QKeyEvent(event.type(), event.key(), event.modifiers() & ~ALT, event.text())
        pass_on(event)
        after = self._caret.selection
        if (after.anchor, after.caret) != (before.anchor, before.caret):
            self._caret.mark_exact(exact)
            self._caret.leave_folds(forward=after.caret > before.caret)
