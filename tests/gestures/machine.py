"""Make random gestures in the real window; every run with the same seed makes the same gestures."""

import faulthandler
import os
import random
import shutil
import sys
import tempfile
import time
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from statistics import linear_regression

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QThread, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from gui.start.app import make_application
from gui.system.clipboard import let_go_of_clipboard
from gui.system.settings import Settings
from gui.window.main_window import MainWindow
from tests.access_keys import shared_letters
from tests.gestures.gestures import GESTURES, close
from tests.gestures.hand import Hand
from tests.gestures.looking import Size, size_of, wrong, wrong_with_undo
from tests.gestures.sample import load_everything, make_sample
from tests.gestures.seams import closed
from tests.gestures.watching import Watch, watching

PATIENCE = 15
"""Gestures that are made in one menu or dialog before it is closed."""
STUCK = 400
"""Looks at a gesture that does not end, a millisecond apart, before Esc is pressed."""
LONG = 20
"""Seconds without a turn of the event loop after which the stacks of all threads are printed."""
LOOKS, UNDOES, CLOSES, NEW_PROJECT = 20, 200, 700, 2000
SHOWN = 25
SAMPLE = "sample"


@dataclass
class Failure:
    """What went wrong, how often, and after which gestures it did so first."""

    words: str
    at: int
    gestures: tuple[str, ...]
    times: int = 1


@dataclass
class Report:
    """What came of a walk."""

    seed: int
    gestures: int = 0
    seconds: float = 0
    failures: dict[str, Failure] = field(default_factory=dict)
    sizes: list[tuple[int, Size]] = field(default_factory=list)

    def growth(self, since: int, measure: str) -> float | None:
        """Return by how many MB a measure has grown in each 1,000 gestures, once warm: a line through all of them."""
        warm = [(at, getattr(size, measure)) for at, size in self.sizes if at >= since]
        if len(warm) < 3:
            return None
        return linear_regression(*zip(*warm, strict=True)).slope * 1000


class Machine(QObject):
    """Makes one gesture at each turn of the event loop, also while a menu or dialog holds the one before it."""

    def __init__(self, count: int, seed: int, folder: Path, watch: Watch) -> None:
        super().__init__()
        self._count, self._folder, self._watch = count, folder, watch
        self.report = Report(seed)
        self.rng = random.Random(seed)
        self._last: deque[str] = deque(maxlen=SHOWN)
        self._log = (folder / "gestures.log").open("w", encoding="utf-8")
        self._performing: list[QWidget | None] = []
        self._waited = 0
        self._top: tuple[QWidget | None, int] = (None, 0)
        self._windows = 0
        self._turned = time.monotonic()
        self._fresh = False
        self._due: dict[int, int] = {}
        # One timer for all turns: each QTimer.singleShot with a receiver leaves a weak reference to it.
        self._timer = QTimer(self, singleShot=True, interval=1)
        self._timer.timeout.connect(self._turn)
        self.window = self._open()
        self.hand = Hand(lambda: self.window, self.rng, self._say)

    def run(self) -> None:
        """Make all gestures; returns when they are made."""
        begun = time.monotonic()
        self._schedule()
        QApplication.exec()
        faulthandler.cancel_dump_traceback_later()
        self.report.seconds = time.monotonic() - begun
        self._check(self.window)
        self._collect()
        self.window.hide()  # to close it might ask something, and nobody would answer
        self.window.project_file.close()
        QApplication.sendPostedEvents()  # or the settings are written when their folder is gone
        self._log.close()

    # Windows

    def _open(self) -> MainWindow:
        """Open a window on a fresh copy of the sample, now and then on the settings of the one before."""
        self._windows += 1
        home = self._folder / f"{self._windows}"
        path = Path(shutil.copytree(self._folder / SAMPLE, home)) / "study.onrecord"
        window = MainWindow(Settings())
        window.setProperty("sample_files", str(home / "files"))
        window.show()
        window.activateWindow()
        window.start_with([path])
        return window

    def _renew(self) -> None:
        """Close the window and open another, unless it asks something and is told to stay: its files are open then."""
        if self.window.isVisible() and not self.window.close():
            return
        self._fresh = True
        old, self.window = self.window, self._open()
        old.deleteLater()
        shutil.rmtree(self._folder / f"{self._windows - 1}", ignore_errors=True)

    # Gestures

    def _schedule(self) -> None:
        faulthandler.dump_traceback_later(LONG, file=sys.__stderr__ or 2)
        if (silent := time.monotonic() - self._turned) > LONG:
            self._watch.add(f"nothing turned for {silent:.0f} s; the stacks are on standard error")
        self._turned = time.monotonic()
        self._timer.start()

    def _turn(self) -> None:
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        # While a project is opened or exchanged, the window takes no keys from people, but would from here.
        barred = top is None and self.window.project_file.waiting is not None
        # What is in use is measured when no thread works for the window any more.
        barred |= self._fresh and any(each.isRunning() for each in self.window.findChildren(QThread))
        if barred or (self._performing and (top is None or top is self._performing[-1])):
            self._wait()
            return
        self._waited = 0
        if self.report.gestures >= self._count:
            self._end(top)
            return
        self._performing.append(top)
        self._schedule()
        try:
            self._perform(top)
        finally:
            self._performing.pop()
        self._collect()

    def _wait(self) -> None:
        """Let the gesture go on; one that does not end is inside something that Esc ends, such as dragging."""
        self._waited += 1
        if self._waited % STUCK == 0:
            self._say(f"Esc, since nothing has ended for {self._waited} looks")
            target = QApplication.focusWidget() or self.window
            QApplication.sendEvent(
                target, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
            )
        if self._waited == 20 * STUCK:
            self._watch.add("a gesture did not end")
        self._schedule()

    def _end(self, top: QWidget | None) -> None:
        if top is not None:
            self._leave(top)
            self._schedule()
        elif self._performing:
            self._schedule()
        else:
            QApplication.exit(0)  # to quit would close the window first, and that might ask what nobody answers

    def _perform(self, top: QWidget | None) -> None:
        self.report.gestures += 1
        at = self.report.gestures
        self.rng.seed(f"{self.report.seed}/{at}")
        before, times = self._top
        self._top = (top, times + 1 if top is before else 0)
        if top is not None and top is not before:
            for each in shared_letters(top):
                self._watch.add(each)
        if top is not None and times > PATIENCE:
            self._say(f"close {type(top).__name__}")
            self._leave(top)
            return
        if top is None and not self._performing[:-1]:
            if not self.window.isVisible() or self._is_due(NEW_PROJECT):
                self._say("a new window on a fresh copy")
                self._renew()
                return
            if self._is_due(LOOKS):
                self._check(self.window)
            if self._is_due(UNDOES):
                self._undo()
            if self._fresh:  # the one state that comes again and again
                self._fresh = False
                self.report.sizes.append((at, size_of(self.window)))
            if self._is_due(CLOSES):
                close(self.hand)
                return
        self.rng.choices(list(GESTURES), list(GESTURES.values()))[0](self.hand)

    def _is_due(self, interval: int) -> bool:
        """Whether it is time for something again: at the first chance after so many gestures."""
        due = self.report.gestures >= self._due.setdefault(interval, interval)
        if due:
            self._due[interval] = self.report.gestures + interval
        return due

    def _undo(self) -> None:
        for each in wrong_with_undo(self.window):
            self._watch.add(each)

    @staticmethod
    def _leave(top: QWidget) -> None:
        if isinstance(top, QDialog):
            top.reject()
        top.close()

    # What went wrong

    def _say(self, words: str) -> None:
        line = f"{self.report.gestures} {'  ' * (len(self._performing) - 1)}{words}"
        self._last.append(line)
        print(line, file=self._log, flush=True)

    def _check(self, window: MainWindow) -> None:
        for each in wrong(window):
            self._watch.add(each)

    def _collect(self) -> None:
        for words in self._watch.take():
            kind = "\n".join(words.strip().splitlines()[-3:])
            if kind in self.report.failures:
                self.report.failures[kind].times += 1
            else:
                self.report.failures[kind] = Failure(words, self.report.gestures, tuple(self._last))


def walk(count: int, seed: int) -> Report:
    """Make so many gestures with a seed, in a folder of their own; the list of them stays where something failed."""
    folder = Path(tempfile.mkdtemp(prefix="onrecord-gestures-"))
    # The sample goes into the documents of whoever runs the program.
    for variable, name in (("HOME", ""), ("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data")):
        os.environ[variable] = str(folder / name)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    make_application().setQuitOnLastWindowClosed(False)
    path = make_sample(folder / SAMPLE)
    load_everything(path, folder / "forms")
    outside = Path(shutil.copytree(folder / SAMPLE, folder / "outside"))
    with watching() as watch, closed(outside, random.Random(seed)):
        machine = Machine(count, seed, folder, watch)
        machine.run()
        let_go_of_clipboard()
    if not machine.report.failures:
        shutil.rmtree(folder, ignore_errors=True)
    return machine.report
