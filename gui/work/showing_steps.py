"""Show the steps of work for which the window waits, as soon as it takes long enough to be read."""

from dataclasses import replace
from threading import Event

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from gui.dialogs.steps import StepsDialog, Told
from gui.system.background import Work
from models.watching import Watch

SOON = 300
"""Milliseconds that the work takes before it is shown: a small project is upgraded in less."""


class ShowingSteps(QObject):
    """Follows one piece of work. Nothing is shown as long as it tells no step, as where nothing is upgraded.

    The window takes no keys and clicks meanwhile, and the dialog does.
    """

    def __init__(self, window: QWidget, told: Told) -> None:
        super().__init__(window)
        self._window, self._told = window, told
        self._stop = Event()
        self._steps: list[str] = []
        self._progress = (0, 0)
        self._ended = False
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._show)
        self.dialog: StepsDialog | None = None

    @property
    def stopped(self) -> bool:
        """Whether it was cancelled, perhaps too late."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Stop the work, if its result is not written yet; a project that is opened already is opened all the same."""
        self._stop.set()

    def watched(self, watch: Watch) -> Watch:
        """Return a watch that can be stopped here."""
        return replace(watch, stopped=self._stop.is_set)

    def follow(self, work: Work) -> None:
        """Show what the work tells, until it ends."""
        work.step.connect(self._begin_step)
        work.advanced.connect(self._advance)
        work.finished.connect(self._end)

    def _begin_step(self, words: str) -> None:
        self._steps.append(words)
        if self.dialog:
            self.dialog.begin_step(words)
        elif not self._soon.isActive():
            self._soon.start()

    def _advance(self, done: int, of: int) -> None:
        self._progress = done, of
        if self.dialog:
            self.dialog.advance(done, of)

    def _show(self) -> None:
        """Show the dialog and take input in it until the work has ended."""
        if self._ended:
            return
        self.dialog = StepsDialog(self._window, self._told)
        for words in self._steps:
            self.dialog.begin_step(words)
        self.dialog.advance(*self._progress)
        self.dialog.cancelled.connect(self.stop)
        self.dialog.exec()
        self.dialog.deleteLater()
        self._window.activateWindow()

    def _end(self) -> None:
        self._ended = True
        self._soon.stop()
        if self.dialog:
            self.dialog.end()
