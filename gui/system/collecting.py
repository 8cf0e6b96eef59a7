"""Free objects that only refer to each other, in the event loop; look through all of them only when it is at rest.

Left to itself, Python looks for them in whichever thread makes many objects, and so deletes objects of Qt in a thread
in which Qt forbids it. To look through everything takes 50 ms, and with a long article 200, mostly while one is opened.
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

PAUSE = 1_000
"""Milliseconds between two looks at what is new."""
MANY = 700
"""New objects, without those that are gone already, from which it is worth it."""
OLDER, OLDEST = 10, 900
"""Looks after which also older objects are looked through, and those that have been there for long."""


class Collecting(QObject):
    """Does what Python would do by itself. What is there at the first look, such as the program, is taken to stay."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        gc.disable()
        self._looks = 0
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.leisure = QTimer(self, singleShot=True, interval=PAUSE)
        self.leisure.timeout.connect(self._look_through_everything)
        app.applicationStateChanged.connect(self._turn_to)

    def look(self) -> None:
        """Look through what is new, if it is much."""
        if gc.get_count()[0] < MANY:
            return
        if self._looks == 0:
            gc.freeze()
        self._looks += 1
        gc.collect(2 if self._looks % OLDEST == 0 else 1 if self._looks % OLDER == 0 else 0)

    def _look_through_everything(self) -> None:
        gc.collect()

    def _turn_to(self, state: Qt.ApplicationState) -> None:
        """Wait for leisure: the coder turns to another program, or only to a window that is just being opened."""
        if state == Qt.ApplicationState.ApplicationInactive:
            self.leisure.start()
        else:
            self.leisure.stop()
