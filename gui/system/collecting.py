"""Free objects that only refer to each other, in the event loop; look through all of them only when it is at rest.

Left to itself, Python looks for them in whichever thread makes many objects, and so deletes objects of Qt in a thread
in which Qt forbids it. To look through everything takes 50 ms, and with a long article 200, mostly while one is opened.
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

PAUSE = 250
"""Milliseconds between two looks at what is new."""
MANY = 700
"""New objects, without those that are gone already, that make a look worth it."""
LOTS, SOON = 20_000, 100
"""This many new objects, as a working thread makes, bring the next look forward: to this many milliseconds."""
TOO_MANY = 200_000
"""Objects that are not looked through at once: that would hold the event loop for 20 to 50 ms, and so many are mostly
rows that a thread works on, which go by themselves.
"""
OLDER = 3
"""Every third look, objects that were new at earlier looks are looked through again."""
LEISURE = 1_000
"""Milliseconds after which the coder has turned to another program, and not only to another window of this one."""
OLDEST = 15 * 60 * 1_000
"""Milliseconds after which objects that have been there for long are looked through, too."""


class Collecting(QObject):
    """Does what Python would do by itself. What is there at the first look, such as the program, is taken to stay."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        gc.disable()
        self._looks = 0
        self._young = 0
        """Objects that were new since older ones were last looked through, too; some of them are gone."""
        self._left_out = False
        """Whether there were too many new objects at some look, among which may be rings."""
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.leisure = QTimer(self, singleShot=True, interval=LEISURE)
        self.leisure.timeout.connect(self._look_through_everything)
        self._oldest = QTimer(self, interval=OLDEST)
        self._oldest.timeout.connect(self._look_through_everything)
        self._oldest.start()
        app.applicationStateChanged.connect(self._turn_to)

    def look(self) -> None:
        """Look through what is new, if it is much."""
        new, *_old = gc.get_count()
        self._timer.setInterval(SOON if new > LOTS else PAUSE)
        if new < MANY:
            return
        if self._looks == 0:
            gc.freeze()
        self._looks += 1
        self._young += new
        again = self._looks % OLDER == 0
        too_many = (self._young if again else new) > TOO_MANY
        if too_many:
            gc.freeze()
            self._left_out = True
        else:
            gc.collect(1 if again else 0)
        if too_many or again:
            self._young = 0

    def _look_through_everything(self) -> None:
        if self._left_out:
            gc.unfreeze()
        gc.collect()
        if self._left_out:
            gc.freeze()
            self._left_out = False

    def _turn_to(self, state: Qt.ApplicationState) -> None:
        """Wait for leisure: the coder turns to another program, or only to a window that is just being opened."""
        if state == Qt.ApplicationState.ApplicationInactive:
            self.leisure.start()
        else:
            self.leisure.stop()
