"""Leave when the system asks for it, by a signal or at the end of a session, as when the window is closed."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, Qt
from PySide6.QtGui import QGuiApplication, QSessionManager

ENDINGS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name))
"""Signals of the system to end, from a closed terminal, and of Ctrl+C in a terminal; those that exist here."""


class Leaving(QObject):
    """Calls `leave` when a signal asks to end, and `may_leave` when the session is about to end.

    Python runs its own handlers of signals only between two steps of Python, which may be hours apart in a window at
    rest. So a signal is written to a socket, and Qt wakes up for what is to be read there.
    """

    def __init__(self, leave: Callable[[], None], may_leave: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._leave, self._may_leave = leave, may_leave
        self._receiver, self._sender = socket.socketpair()
        for end in (self._receiver, self._sender):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._receiver.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._receive)
        for number in ENDINGS:
            signal.signal(number, lambda _number, _frame: None)
        signal.set_wakeup_fd(self._sender.fileno(), warn_on_full_buffer=False)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.commitDataRequest.connect(self.end_session, Qt.ConnectionType.DirectConnection)

    def _receive(self) -> None:
        if set(self._receiver.recv(64)) & set(ENDINGS):
            self._leave()

    def end_session(self, session: QSessionManager) -> None:
        """Write what is typed; if something cannot be written, ask, and perhaps keep the session from ending."""
        if session.allowsInteraction():
            if not self._may_leave():
                session.cancel()
            session.release()
        else:
            self._leave()

    def close(self) -> None:
        """Stop listening."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for end in (self._receiver, self._sender):
            end.close()
