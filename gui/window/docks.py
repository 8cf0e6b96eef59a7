"""The docks around the text, which the coder can move and hide, and how they are remembered."""

from collections.abc import Generator

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from gui.system.settings import Settings
from gui.window.dock_widths import DockWidths
from models.translation import _

LAYOUT_VERSION = 1
"""Increased when docks are added or removed, so that an earlier layout is not applied to them."""
SEARCH_HEIGHT = 230
"""Pixels of the pane that searches all articles, when it is shown for the first time."""


class Docks(QObject):
    """The docks of the list of articles, of the tables, of the details and, once it is wanted, of the search."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.search: QDockWidget | None = None

    def put_in(self, article_list: QWidget, tables: QWidget, details: QWidget) -> Generator[None, None, None]:
        """Put panes into the window; where this yields, the window may paint."""
        self._window.setDockNestingEnabled(True)
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        self.articles = self._dock("dock_article_list", _("Article List"), article_list, left)
        yield
        self.tables = self._dock("dock_tables", _("Tables"), tables, right)
        yield
        self.details = self._dock("dock_details", _("Details"), details, right)
        for corner in (Qt.Corner.BottomRightCorner, Qt.Corner.TopRightCorner):
            self._window.setCorner(corner, right)
        self._widths = DockWidths(self._window, self.articles, self.tables)

    def _dock(self, name: str, title: str, widget: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        dock.setWidget(widget)
        dock.setTitleBarWidget(QWidget(dock))
        self._window.addDockWidget(area, dock)
        dock.show()  # at once: in a window that is on the screen Qt would do so with the next events
        return dock

    def put_in_search(self, pane: QWidget) -> None:
        """Put the pane that searches all articles where it was last, or below the list and the text."""
        self.search = self._dock("dock_search", _("Search"), pane, Qt.DockWidgetArea.BottomDockWidgetArea)
        if self.tables.titleBarWidget() is None:
            self.search.setTitleBarWidget(None)  # type: ignore[arg-type]  # as in `show_title_bars`
        if not self._window.restoreDockWidget(self.search):
            self._window.resizeDocks([self.search], [SEARCH_HEIGHT], Qt.Orientation.Vertical)

    @property
    def all(self) -> list[QDockWidget]:
        """The docks that there are."""
        return [dock for dock in (self.articles, self.tables, self.details, self.search) if dock]

    @staticmethod
    def bring_up(dock: QDockWidget) -> None:
        """Make a dock visible, without moving the focus."""
        dock.show()
        if dock.isFloating() or dock.visibleRegion().isEmpty():  # behind; Qt paints the whole of a dock that it raises
            dock.raise_()

    def show_title_bars(self, shown: bool) -> None:
        """Give the docks title bars for moving them, or remove these."""
        for dock in self.all:
            # For Qt, None means its own title bar; the type hints of PySide6 leave this out.
            dock.setTitleBarWidget(None if shown else QWidget(dock))  # type: ignore[arg-type]

    def keep(self, settings: Settings) -> None:
        """Remember the arrangement."""
        settings.keep_state("window", self._window.saveState(LAYOUT_VERSION))
        settings.keep_state("shares", QByteArray(self._widths.kept()))

    def restore(self, settings: Settings) -> None:
        """Arrange the docks as remembered, or as designed."""
        self._window.resizeDocks([self.tables, self.details], [535, 215], Qt.Orientation.Vertical)
        if self._window.restoreState(settings.state("window"), LAYOUT_VERSION):
            self._widths.restore(bytes(settings.state("shares").data()))
        self._widths.share()
