"""Decide when a view of the whole project asks for its lines again."""

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE = 150
"""Milliseconds of quiet after which an edit, or a character of the filter, is followed."""


class Follower(QObject):
    """Asks for the lines of a view after a pause while it is shown, and at once when it is shown again."""

    due = Signal()
    """The view should ask for its lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.active = False
        self._stale = True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.catch_up)

    def set_active(self, active: bool) -> None:
        """Note whether the view is shown."""
        self.active = active
        if self._stale:
            self.catch_up()

    def follow(self, *, at_once: bool = False) -> None:
        """Note that the lines have changed."""
        self._stale = True
        if at_once:
            self.catch_up()
        elif self.active:
            self._pause.start()

    def catch_up(self) -> None:
        """Ask for the lines now, if the view is shown."""
        self._pause.stop()
        if self.active:
            self._stale = False
            self.due.emit()
