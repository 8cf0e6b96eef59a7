"""Keep the keyboard focus in the window: if the widget that had it disappears, the middle of the window takes it."""

from PySide6.QtCore import QEvent, QMetaObject, QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QMainWindow

from gui.window.middle import Middle


class Keyboard(QObject):
    """Checks after every change of the focus that it is on a visible widget.

    Qt leaves the focus nowhere if its widget is deleted or disabled and the next one cannot take it. It also lets a
    hidden pane have the focus, such as the text while the start page is in its place.
    """

    def __init__(self, window: QMainWindow, middle: Middle) -> None:
        super().__init__(window)
        self._window, self._middle = window, middle
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._look_later)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Check when the window becomes active too, since the focus may have been lost in the meantime."""
        if event.type() == QEvent.Type.WindowActivate:
            self._look_later()
        return False

    def _look_later(self) -> None:
        """Check once Qt has finished, since the focus may be moving from one widget to the next."""
        QMetaObject.invokeMethod(self, "_look", Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _look(self) -> None:
        focus = QApplication.focusWidget()
        if self._window.isActiveWindow() and (focus is None or not focus.isVisible()):
            self._middle.take_focus()
