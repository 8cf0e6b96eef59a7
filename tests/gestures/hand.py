"""A hand at the mouse and the keyboard: it reaches whatever is in front, as the window system would let it."""

import random
from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

from gui.window.main_window import MainWindow

NONE = Qt.KeyboardModifier.NoModifier
BUTTONS = [
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.RightButton,
    Qt.MouseButton.MiddleButton,
    Qt.MouseButton.BackButton,
    Qt.MouseButton.ForwardButton,
    Qt.MouseButton.TaskButton,
    Qt.MouseButton.ExtraButton24,
]
MODIFIERS = [
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.MetaModifier,
]


class Hand:
    """Events go through the windows of Qt, so that grabs, popups, modal dialogs and shortcuts act as they do."""

    def __init__(self, window: Callable[[], MainWindow], rng: random.Random, say: Callable[[str], None]) -> None:
        self._window, self.rng, self.say = window, rng, say
        self.finger = QTest.createTouchDevice()

    @property
    def window(self) -> MainWindow:
        """The window that is open."""
        return self._window()

    def front(self) -> QWidget:
        """Return the window that the mouse reaches: a menu or list that is open, a dialog, or the main window."""
        popup = QApplication.activePopupWidget()
        if popup is not None and self.rng.random() < 0.85:
            return popup
        if modal := QApplication.activeModalWidget():
            return modal
        others = [
            each
            for each in QApplication.topLevelWidgets()
            if each.isVisible() and each.isWindow() and each is not self.window and each is not popup
        ]
        if others and self.rng.random() < 0.1:
            return self.rng.choice(others)
        return self.window

    def spot(self, front: QWidget) -> tuple[QWidget, QPoint]:
        """Choose a widget that is seen in a window, and a place of the window that lies in it."""
        seen = [each for each in front.findChildren(QWidget) if self._reaches(each, front)]
        widget = self.rng.choice([*seen, front])
        area = widget.visibleRegion().boundingRect() & widget.rect()
        if area.isEmpty():
            widget, area = front, front.rect()
        # Edges and corners are where mistakes live.
        x = self.rng.choice([area.left(), area.right(), *[self.rng.randint(area.left(), area.right())] * 4])
        y = self.rng.choice([area.top(), area.bottom(), *[self.rng.randint(area.top(), area.bottom())] * 4])
        return widget, self._within(front, widget.mapTo(front, QPoint(x, y)))

    @staticmethod
    def _reaches(widget: QWidget, front: QWidget) -> bool:
        return widget.isVisible() and widget.window() is front and not widget.visibleRegion().isEmpty()

    @staticmethod
    def _within(front: QWidget, at: QPoint) -> QPoint:
        return QPoint(min(max(at.x(), 0), front.width() - 1), min(max(at.y(), 0), front.height() - 1))

    def modifier(self, often: float = 0.2) -> Qt.KeyboardModifier:
        """Return what is held down beside, mostly nothing."""
        return self.rng.choice(MODIFIERS) if self.rng.random() < often else NONE

    def button(self) -> Qt.MouseButton:
        """Return a button, mostly the left or the right one."""
        return self.rng.choices(BUTTONS, (60, 20, 6, 4, 4, 3, 3))[0]

    # Acting; a window may go away with any of these

    @staticmethod
    def activate(front: QWidget) -> None:
        """Make a window the active one as window systems do: a modal dialog keeps the keyboard from those behind it.

        It is active before anything else reaches it. Otherwise the list of a drop-down would keep the keyboard when it
        closes, which no screen shows.
        """
        there = QApplication.activeModalWidget() or front
        if not there.isActiveWindow():
            there.activateWindow()
            QApplication.processEvents()

    def press(self, front: QWidget, button: Qt.MouseButton, modifier: Qt.KeyboardModifier, at: QPoint) -> None:
        """Press a button; a window that is pressed on becomes the active one."""
        if self.handle(front) and front.windowType() in {Qt.WindowType.Window, Qt.WindowType.Dialog}:
            self.activate(front)
        if handle := self.handle(front):
            QTest.mousePress(handle, button, modifier, self._within(front, at))

    def release(self, front: QWidget, button: Qt.MouseButton, modifier: Qt.KeyboardModifier, at: QPoint) -> None:
        """Let a button go, where that window is still there, or else in the one in front."""
        there = front if self.handle(front) else self.window
        if handle := self.handle(there):
            QTest.mouseRelease(handle, button, modifier, self._within(there, at))

    def move(self, front: QWidget, at: QPoint) -> None:
        """Move the mouse."""
        if handle := self.handle(front):
            QTest.mouseMove(handle, self._within(front, at))

    def wheel(self, front: QWidget, at: QPoint, turn: QPoint, modifier: Qt.KeyboardModifier) -> None:
        """Turn the wheel."""
        if handle := self.handle(front):
            QTest.wheelEvent(handle, QPointF(at), turn, QPoint(), modifier)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key; it goes to whatever has the keyboard."""
        QTest.keyClick(self.keyboard(), key, modifier)

    def type(self, words: str) -> None:
        """Type words, letter by letter, wherever the keyboard is by then."""
        for letter in words:
            if letter.isascii():
                QTest.keyClicks(self.keyboard(), letter)
            else:
                QTest.sendKeyEvent(QTest.KeyAction.Click, self.keyboard(), Qt.Key.Key_unknown, letter, NONE)

    def keyboard(self) -> QWidget:
        """Return what has the keyboard."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        return QApplication.focusWidget() or QApplication.activeModalWidget() or self.window

    @staticmethod
    def handle(front: QWidget) -> QWindow | None:
        """Return the window of Qt, if it is still there."""
        return front.windowHandle() if Shiboken.isValid(front) and front.isVisible() else None
