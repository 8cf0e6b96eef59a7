"""Accept files or text that other programs drop on the window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class Dropping(QObject):
    """Accepts a drop anywhere on the window."""

    dropped = Signal(object, str)
    """The paths of the files, and the text if there are none; for a link, the text is its address."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Handle drags over the window, and drops."""
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            return False
        if _take_copy(event) and event.type() == QEvent.Type.Drop:
            mime, urls = event.mimeData(), event.mimeData().urls()
            paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
            self.dropped.emit(
                paths, urls[0].toString() if urls else mime.text()
            )  # a link may come with the words that it was on
        return True


def _take_copy(event: QDropEvent) -> bool:
    """Accept a drag if it can be copied: after a move, the other program would delete its text or files."""
    mime, copy = event.mimeData(), Qt.DropAction.CopyAction
    ours = event.source() is not None  # text dragged from one of our own fields is not an article
    if ours or not (event.possibleActions() & copy and (mime.hasUrls() or mime.hasText())):
        event.ignore()
        return False
    event.setDropAction(copy)
    event.accept()
    return True
