"""Collect everything unexpected: exceptions of all kinds, Qt's warnings, and text on standard error."""

import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

PASSED_OVER = ("This plugin does not support", 'Detected locale "C"', "Keyboard event not accepted by receiving widget")
"""What the platform without a screen says about windows, and QTest about a key that nothing took."""


class Watch:
    """Collects what went wrong since it was last asked."""

    def __init__(self) -> None:
        self._found: list[str] = []

    def take(self) -> list[str]:
        """Return what went wrong, and forget it."""
        found, self._found = self._found, []
        return found

    def add(self, words: str) -> None:
        """Take down one more."""
        self._found.append(words)

    def raised(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Take down an exception."""
        self.add("".join(traceback.format_exception(kind, error, trace)))

    def warned(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        """Take down what Qt says, from a warning on."""
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and not any(each in message for each in PASSED_OVER):
            self.add(f"Qt: {message}")

    def write(self, words: str) -> int:
        """Take down what is written on standard error."""
        if words.strip():
            self.add(words)
        return len(words)

    def flush(self) -> None:
        """Nothing is held back."""


@contextmanager
def watching() -> Iterator[Watch]:
    """Watch while it lasts."""
    watch = Watch()
    before = sys.excepthook, threading.excepthook, sys.unraisablehook, sys.stderr
    sys.excepthook = watch.raised
    threading.excepthook = lambda args: watch.raised(args.exc_type, args.exc_value, args.exc_traceback)
    sys.unraisablehook = lambda args: watch.raised(args.exc_type, args.exc_value, args.exc_traceback)
    sys.stderr = watch
    qInstallMessageHandler(watch.warned)
    try:
        yield watch
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook, sys.stderr = before
        qInstallMessageHandler(None)
