"""Share the width of the window among the list of articles, the text and the tables."""

import json

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow

LIST, TABLES = 0.177, 0.438
"""The shares of the list of articles and of the tables in the width of a new window; the text has the rest."""

NARROWEST_LIST, WIDEST_LIST = 150, 280
"""The limits in pixels for the list at its share of the window; the coder may drag it beyond them."""


class DockWidths(QObject):
    """Keeps the share of each dock when the window is resized; Qt would give all new room to the text.

    When the coder drags a dock, it keeps the new share. What the system does to the window is seen before Qt lays out
    the window for it, or the lines of the text would be broken for another width first.
    """

    def __init__(self, window: QMainWindow, listed: QDockWidget, tables: QDockWidget) -> None:
        super().__init__(window)
        self._window, self._listed, self._tables = window, listed, tables
        self._parts = (LIST, TABLES)
        for watched in (window, listed, tables):
            watched.installEventFilter(self)
        self._watch_system()

    def _watch_system(self) -> None:
        if frame := self._window.windowHandle():  # it has one once it was shown
            frame.installEventFilter(self)

    def kept(self) -> bytes:
        """Return the shares as they are now, for the settings."""
        return json.dumps(self._parts).encode()

    def restore(self, kept: bytes) -> None:
        """Restore shares from the settings; anything that is not two valid shares is ignored.

        They are stored as numbers because the docks have no widths before the window is first shown.
        """
        try:
            listed, tables = json.loads(kept)
        except (ValueError, TypeError):
            return
        if isinstance(listed, float) and isinstance(tables, float) and min(listed, tables) > 0 and listed + tables < 1:
            self._parts = (listed, tables)

    def _take_from_window(self) -> None:
        width = max(self._window.width(), 1)
        self._parts = (self._listed.width() / width, self._tables.width() / width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Divide the width again when the window is shown or resized; note the new share of a dock that is dragged."""
        if isinstance(event, QResizeEvent) and watched in (self._window, self._window.windowHandle()):
            self._share(event.size().width())
        elif watched is self._window and event.type() == QEvent.Type.Show:
            self._watch_system()
            self.share()
        elif event.type() == QEvent.Type.Resize and QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._take_from_window()
        return super().eventFilter(watched, event)

    def share(self) -> None:
        """Give each dock its share of the present width of the window."""
        self._share(self._window.width())

    def _share(self, width: int) -> None:
        listed, tables = (round(part * width) for part in self._parts)
        if self._parts[0] == LIST:
            listed = min(max(listed, NARROWEST_LIST), WIDEST_LIST)
        self._window.resizeDocks([self._listed, self._tables], [listed, tables], Qt.Orientation.Horizontal)
