"""Accept what is dropped on the window from other programs: files, or a piece of text."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class Dropping(QObject):
    """Accepts a drop anywhere on the window."""

    dropped = Signal(object, str)
    """The paths of files, or the text if there are none; for a link its address."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Take what is dragged over the window or dropped on it."""
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            return False
        if _take_copy(event) and event.type() == QEvent.Type.Drop:
            mime, urls = event.mimeData(), event.mimeData().urls()
            paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
            self.dropped.emit(paths, urls[0].toString() if urls else mime.text())  # a link may come with its words
        return True


def _take_copy(event: QDropEvent) -> bool:
    """Accept a drag if it can be copied: a program that is told of a move deletes its text or its files."""
    mime, copy = event.mimeData(), Qt.DropAction.CopyAction
    ours = event.source() is not None  # words dragged from a field of ours are not an article
    if ours or not (event.possibleActions() & copy and (mime.hasUrls() or mime.hasText())):
        event.ignore()
        return False
    event.setDropAction(copy)
    event.accept()
    return True
