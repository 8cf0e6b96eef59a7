"""The outermost handler: an unexpected error is logged and shown once, and the program goes on.

The log can be sent to others: it says where an error came from, and no word of what was read or written.
"""

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QMessageBox, QWidget

from gui.system.log import log, log_path, start_log
from gui.system.traces import trace_of
from models.text.excerpts import shortened
from models.translation import _

QUIET = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
}

_LONGEST = 300
"""Characters of an error that are shown. The log has none of them: they may quote an article."""


class CrashReporter(QObject):
    """Takes every exception that no one caught, from slots and threads too."""

    crashed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._box: QMessageBox | None = None
        # A thread reports through the event queue of the window's own thread.
        self.crashed.connect(self.show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become the last handler for Python's exceptions and for Qt's own messages."""
        if not log.handlers:
            start_log()
        sys.excepthook = self.handle
        threading.excepthook = lambda args: self.handle(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )
        sys.unraisablehook = log_unraisable
        qInstallMessageHandler(log_qt)

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log where an error came from and say so, unless the coder interrupted the program."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("unexpected:\n%s", trace_of(error, trace))
        self.crashed.emit(shortened(f"{kind.__name__}: {error}", _LONGEST))

    def show(self, words: str) -> None:
        """Show one dialog; further errors while it is open only go to the log."""
        if self._box is not None:
            return
        box = QMessageBox(self._window)
        box.setObjectName("crash")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(_("Onrecord"))
        box.setText(_("Something went wrong inside Onrecord."))
        box.setInformativeText(
            _(
                "Everything that was saved is safe, and you can go on working. If it happens again, please "
                "send the log to the makers of Onrecord:\n{log}\n\n{words}"
            ).format(log=log_path(), words=words)
        )
        box.finished.connect(self._closed)
        self._box = box
        box.open()

    def _closed(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
            self._box = None


def log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Write Qt's messages into the log."""
    log.log(QUIET.get(kind, logging.ERROR), "Qt: %s", message)


def log_unraisable(args: "sys.UnraisableHookArgs") -> None:
    """Log an error that Python could not raise, for example while deleting an object."""
    error = args.exc_value or args.exc_type()
    log.error("unexpected, in %s:\n%s", type(args.object).__qualname__, trace_of(error, args.exc_traceback))
