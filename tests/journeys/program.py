"""Run the program in a separate process, as a person starts it, controlled from inside by a few lines of a test.

`python -m tests.journeys.program FOLDER PROJECT` opens the window, says `open`, and then does what it is told on
standard input: each line is a verb below. Nothing of the program knows about it.
"""

import os
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.start.app import make_application, run
from gui.window.main_window import MainWindow

NAME = "onrecord.log"


class Program:
    """A running program, with settings and a log of its own in a folder."""

    def __init__(self, folder: Path, project: Path) -> None:
        command = [sys.executable, "-m", "tests.journeys.program", str(folder), str(project)]
        kept = {"XDG_DATA_HOME": str(folder), "HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, **kept}
        )
        assert self.hear() == "open"

    def __enter__(self) -> "Program":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.communicate()

    def hear(self) -> str:
        """Return the next line that it says."""
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def tell(self, verb: str) -> str:
        """Have it do something; return its answer."""
        assert self.process.stdin
        print(verb, file=self.process.stdin, flush=True)
        return self.hear()

    def leave(self) -> int:
        """Close the window as its close button does; return the exit code."""
        self.tell("close")
        return self.process.wait(timeout=60)

    def die(self, signal: int) -> int:
        """Send it a signal from outside; return the exit code."""
        self.process.send_signal(signal)
        return self.process.wait(timeout=60)


def log_of(folder: Path) -> str:
    """Return what the log says; nothing where there is none."""
    (path, *_) = [*folder.rglob(NAME), None]
    return path.read_text("utf-8") if path else ""


class Hand(QObject):
    """Does in the window what standard input says."""

    told = Signal(str)

    def begin(self) -> None:
        """Wait until the window shows an article, then listen."""
        self._waiting = QTimer(self, interval=5)
        self._waiting.timeout.connect(self._look)
        self._waiting.start()
        self.told.connect(self._do)

    def _look(self) -> None:
        if any(window.workspace.view.text for window in self._windows()):
            self._waiting.stop()
            # What was put into the queue before is done first, as telling of a crash.
            QTimer.singleShot(0, self, lambda: threading.Thread(target=self._listen, daemon=True).start())

    def _listen(self) -> None:
        print("open", flush=True)
        for line in sys.stdin:
            self.told.emit(line.strip())

    def _windows(self) -> list[MainWindow]:
        return [window for window in QApplication.topLevelWidgets() if isinstance(window, MainWindow)]

    def _do(self, verb: str) -> None:
        (window,) = self._windows()
        answer = "done"
        match verb:
            case "close":
                window.close()
            case "copy":
                window.workspace.view.selectAll()
                QTest.keyClick(window.workspace.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
                answer = str(len(QApplication.clipboard().text()))
            case "notice":
                answer = window.middle.notice.words.replace("\n", " ")
            case "close notice":
                window.middle.notice.hide()
        print(answer, flush=True)


def main() -> None:
    """Run the program."""
    folder, project = map(Path, sys.argv[1:])
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    make_application()
    hand = Hand()
    hand.begin()
    sys.exit(run([project]))


if __name__ == "__main__":
    main()
