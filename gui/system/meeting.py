"""Let a second start of the program find the window that has its project open already, and leave the work to it.

Each project of a person has one such place on each screen: a socket that only this person may use. A window listens at
it while it has the project open. A start that finds no window, or gets no answer, opens its own.
"""

import hashlib
import json
import os
import stat
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from models.configuration import data_folder

TO_CONNECT, TO_ANSWER = 500, 3_000
"""Milliseconds that a start waits for a window; one that hangs does not answer."""
LONGEST = 100_000
"""Bytes of a message, which names files; what is longer is not read."""
NAME_LIMIT = 100
"""Bytes that the path of a socket may have everywhere."""
HERE = b"here\n"
"""The answer of a window."""
TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
"""The variables by which a desktop lets a window that is started come to the front."""


def place_of(project: Path) -> str | None:
    """Return where windows of a project are met on this screen; None if there can be no such place."""
    screen = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM", "")
    key = hashlib.sha256(f"{screen}\n{project.resolve()}".encode(errors="surrogateescape")).hexdigest()[:24]
    if sys.platform == "win32":
        return f"onrecord-{key}"
    folder = _own_folder()
    place = str(folder / f"onrecord-{key}") if folder else ""
    return place if place and len(os.fsencode(place)) <= NAME_LIMIT else None


def _own_folder() -> Path | None:
    """Return a folder for sockets that nobody else may write to; None if there is none."""
    for folder in (Path(os.environ.get("XDG_RUNTIME_DIR", "")), data_folder()):
        try:
            found = folder.stat()
        except OSError:
            continue
        ours = stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o022
        if folder.is_absolute() and ours:
            return folder
    return None


def _make_own_folder() -> None:
    """Make the folder of what the program keeps, which the first start does not find."""
    with suppress(OSError):
        data_folder().mkdir(mode=0o700, parents=True, exist_ok=True)


def hand_over(project: Path, articles: Sequence[Path] = ()) -> bool:
    """Ask the window that has a project open to come to the front, and to import articles; False if there is none."""
    place = place_of(project)
    if place is None:
        return False
    socket = QLocalSocket()
    socket.connectToServer(place)
    if not socket.waitForConnected(TO_CONNECT):
        return False
    message = {"articles": [os.fspath(each.absolute()) for each in articles], "tokens": _tokens()}
    socket.write(json.dumps(message).encode() + b"\n")
    answered = socket.waitForReadyRead(TO_ANSWER) and socket.readLine().data() == HERE
    socket.abort()
    return answered


def _tokens() -> dict[str, str]:
    return {name: os.environ[name] for name in TOKENS if name in os.environ}


class Meeting(QObject):
    """Listens for starts with the project that is open in this window."""

    asked = Signal(list)
    """Another start wants the window; with the paths of articles that it was given."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._server: QLocalServer | None = None
        self._place: str | None = None

    def listen(self, project: Path | None) -> None:
        """Listen for starts with a project, or no longer. The window is the only one that writes to it."""
        if project:
            _make_own_folder()
        place = place_of(project) if project else None
        if place == self._place:
            return
        self.close()
        if place:
            QLocalServer.removeServer(place)  # what a program left that was killed
            self._server = QLocalServer(self)
            self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
            self._server.newConnection.connect(self._meet)
            self._place = place if self._server.listen(place) else None

    def close(self) -> None:
        """Listen no longer."""
        if self._server:
            self._server.close()
            self._server.deleteLater()
        self._server = self._place = None

    def _meet(self) -> None:
        while self._server and (socket := self._server.nextPendingConnection()):
            socket.readyRead.connect(lambda socket=socket: self._hear(socket))
            socket.disconnected.connect(socket.deleteLater)

    def _hear(self, socket: QLocalSocket) -> None:
        """Read a message, which is whole as soon as its line is."""
        if not socket.canReadLine():
            if socket.bytesAvailable() > LONGEST:
                socket.abort()
            return
        articles = _understood(bytes(socket.readLine(LONGEST).data()))
        if articles is None:
            socket.abort()
            return
        socket.write(HERE)
        socket.flush()
        self.asked.emit(articles)


def _understood(line: bytes) -> list[Path] | None:
    """Return the articles that a message names; None if it is no message of ours."""
    try:
        message = json.loads(line)
        articles, tokens = message["articles"], message["tokens"]
    except (ValueError, TypeError, LookupError):
        return None
    if not isinstance(articles, list) or not isinstance(tokens, dict):
        return None
    for name in TOKENS:
        if isinstance(token := tokens.get(name), str) and "\0" not in token:
            os.environ[name] = token
    return [Path(each) for each in articles if isinstance(each, str)]
