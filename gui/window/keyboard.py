"""Keep the keyboard in the window: if the widget that had it disappears, the middle takes it."""

from PySide6.QtCore import QEvent, QMetaObject, QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QMainWindow

from gui.window.middle import Middle


class Keyboard(QObject):
    """Looks, whenever the focus has changed, whether it is on something that can be seen.

    Qt leaves the focus nowhere when the widget that has it is deleted or disabled and the next one cannot take it, and
    it lets a pane have the focus that is hidden, as the text is while the start page is in its place.
    """

    def __init__(self, window: QMainWindow, middle: Middle) -> None:
        super().__init__(window)
        self._window, self._middle = window, middle
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._look_later)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Check on return to the window too: the focus may have been lost in the meantime."""
        if event.type() == QEvent.Type.WindowActivate:
            self._look_later()
        return False

    def _look_later(self) -> None:
        """Check once Qt is done: the focus may be on its way from one widget to the next."""
        QMetaObject.invokeMethod(self, "_look", Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _look(self) -> None:
        focus = QApplication.focusWidget()
        if self._window.isActiveWindow() and (focus is None or not focus.isVisible()):
            self._middle.take_focus()
