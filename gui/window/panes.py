"""The panes of the window and how they are arranged: the text in the middle, everything else in docks around it."""

from collections.abc import Callable, Generator, Sequence
from typing import TypeVar

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from gui.article.article_pane import ArticlePane
from gui.panels.article_list import ArticleList
from gui.panels.article_list_view import ArticleListView
from gui.panels.details import Details
from gui.system.settings import Settings
from gui.tables import SpeakersPanel
from gui.tables.arranging_menu import add_arranging
from gui.tables.panel import TablePanel
from gui.tables.table import Table
from gui.window.dock_widths import DockWidths
from gui.window.middle import Middle
from gui.window.tables import TABLES
from models.ids import Id
from models.places import Place
from models.translation import _

P = TypeVar("P", bound=TablePanel)

LAYOUT_VERSION = 1
"""Increased when docks are added or removed, so that an earlier layout is not applied to them."""

SEARCH_HEIGHT = 230
"""Pixels of the pane that searches all articles, when it is shown for the first time."""


class Panes(QObject):
    """Makes the panes, puts them into the window, moves the focus between them, and remembers their arrangement."""

    def __init__(
        self,
        window: QMainWindow,
        article_list: ArticleList,
        article: ArticlePane,
        details: Details,
        panels: dict[str, TablePanel],
    ) -> None:
        super().__init__(window)
        self._window = window
        self.article_list, self.article, self.details, self.panels = article_list, article, details, panels
        self.tables = QTabWidget()
        self.tables.setObjectName("tables")
        self.tables.setDocumentMode(True)
        for table in TABLES:
            self.tables.addTab(self.panels[table.name], table.title)

    @classmethod
    def make(cls, window: QMainWindow, middle: Middle) -> Generator[None, None, "Panes"]:
        """Make the panes, put them into the window, and return them; where this yields, the window may paint."""
        article_list = ArticleList()
        yield
        article = ArticlePane()
        yield
        details = Details()
        panels = {}
        for table in TABLES:
            panels[table.name] = table.make()
            yield
        made = cls(window, article_list, article, details, panels)
        yield
        middle.show_articles(article, article_list)
        yield from made._put_into_window()
        return made

    def _put_into_window(self) -> Generator[None, None, None]:
        self._window.setDockNestingEnabled(True)
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        self.articles_dock = self._dock("dock_article_list", _("Article List"), self.article_list, left)
        yield
        self.tables_dock = self._dock("dock_tables", _("Tables"), self.tables, right)
        yield
        self.details_dock = self._dock("dock_details", _("Details"), self.details, right)
        for corner in (Qt.Corner.BottomRightCorner, Qt.Corner.TopRightCorner):
            self._window.setCorner(corner, right)
        self.search_dock: QDockWidget | None = None
        self._dock_widths = DockWidths(self._window, self.articles_dock, self.tables_dock)

    def _dock(self, name: str, title: str, widget: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        dock.setWidget(widget)
        dock.setTitleBarWidget(QWidget(dock))
        self._window.addDockWidget(area, dock)
        dock.show()  # at once: in a window that is on the screen Qt would do so with the next events
        return dock

    def add_search(self, pane: QWidget) -> None:
        """Put the pane that searches all articles where it was last, or below the list and the text."""
        dock = self.search_dock = self._dock("dock_search", _("Search"), pane, Qt.DockWidgetArea.BottomDockWidgetArea)
        if self.tables_dock.titleBarWidget() is None:
            dock.setTitleBarWidget(None)  # type: ignore[arg-type]  # as in `show_title_bars`
        if not self._window.restoreDockWidget(dock):
            self._window.resizeDocks([dock], [SEARCH_HEIGHT], Qt.Orientation.Vertical)

    def bring_up_search(self) -> None:
        """Make the pane that searches all articles visible."""
        if self.search_dock:
            self._bring_up(self.search_dock)

    def hide_search(self) -> None:
        """Hide the pane that searches all articles."""
        if self.search_dock:
            self.search_dock.hide()

    @property
    def docks(self) -> list[QDockWidget]:
        """The docks, which can be moved and hidden."""
        docks = (self.articles_dock, self.tables_dock, self.details_dock, self.search_dock)
        return [dock for dock in docks if dock]

    @property
    def table(self) -> TablePanel:
        """The table in front."""
        return next(panel for panel in self.panels.values() if panel is self.tables.currentWidget())

    @property
    def table_name(self) -> str:
        """The name of the table in front, by which the project keeps its layout and its views."""
        return next(name for name, panel in self.panels.items() if panel is self.table)

    def panel(self, kind: type[P]) -> P:
        """Return the table of a kind."""
        return next(panel for panel in self.panels.values() if isinstance(panel, kind))

    def selected_places(self) -> Sequence[Place]:
        """Return the selection of the table with the focus; nothing if another pane has the focus."""
        return self.table.view.selected_places() if self._table_has_focus else ()

    @property
    def _table_has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.table.isAncestorOf(focus)

    def gather_places(self, then: Callable[[Sequence[Place]], None]) -> None:
        """Call `then` with the selection of the table with the focus, also of lines that are not in memory."""
        if self._table_has_focus:
            self.table.view.gather_places(then)
        else:
            then(())

    def finish_editing(self) -> bool:
        """Write what is typed in an open cell or field. If that fails, leave it visible and return False."""
        finished = {
            panel: panel.finish_editing() for panel in self.panels.values()
        }  # all of them, even if one cannot be written
        kept = [panel for panel, done in finished.items() if not done]
        written = self.details.finish_editing()
        if not written:
            self._bring_up(self.details_dock)
        if kept:
            self.bring_up_table(kept[0])
        return written and not kept

    @property
    def is_typing(self) -> bool:
        """Whether a cell of a table is open, or a field of the details holds what is not written yet."""
        return self.details.is_typing or any(panel.view.cells.open for panel in self.panels.values())

    def show_title_bars(self, shown: bool) -> None:
        """Give the docks title bars for moving them, or remove these."""
        for dock in self.docks:
            # For Qt, None means its own title bar; the type hints of PySide6 leave this out.
            dock.setTitleBarWidget(None if shown else QWidget(dock))  # type: ignore[arg-type]

    def add_columns(self, menu: QMenu) -> None:
        """Add to a menu what arranges the table in front; the column of its current cell is the one it is about."""
        view = self.table.view
        add_arranging(menu, view.header, view.currentIndex().column(), menu)

    # Going from pane to pane

    def next(self) -> None:
        """Go to the next pane."""
        self._step(1)

    def previous(self) -> None:
        """Go to the previous pane."""
        self._step(-1)

    def _step(self, step: int) -> None:
        search = [self.search_dock.widget()] if self.search_dock else []
        panes = [self.article_list, self.article, *search, self.table, self.details]
        shown = [pane for pane in panes if pane.isVisible() and pane.isEnabled()]
        focus = QApplication.focusWidget()
        here = next((i for i, pane in enumerate(shown) if focus and (pane is focus or pane.isAncestorOf(focus))), None)
        there = shown[(here + step) % len(shown)] if here is not None else self.article
        if isinstance(there, Details):
            there.focus_first()
        else:
            there.setFocus(Qt.FocusReason.TabFocusReason)

    def show(self, table: str) -> None:
        """Bring a table to the front, by its name, and give it the focus."""
        self.bring_up_table(self.panels[table])
        self.panels[table].view.setFocus()

    def show_speaker(self, speaker: Id) -> None:
        """Go to a speaker in the Speakers table."""
        panel = self.panel(SpeakersPanel)
        panel.filter.clear()
        self.bring_up_table(panel)
        panel.view.setFocus()
        panel.view.choose(speaker)

    def bring_up_table(self, panel: TablePanel) -> None:
        """Bring a table to the front, without moving the focus."""
        self._bring_up(self.tables_dock)
        self.tables.setCurrentWidget(panel)

    def bring_up_details(self) -> None:
        """Make the details visible, without moving the focus."""
        self._bring_up(self.details_dock)

    def add_condition(self) -> None:
        """Ask for a condition of the table in front, or of the list of articles if that has the keyboard."""
        if self.article_list.has_keyboard:
            self.article_list.add_condition()
        else:
            self._bring_up(self.tables_dock)
            self.table.add_condition()

    def group_by(self) -> None:
        """Group the lines of the table in front by the current column, or the articles if their list has the
        keyboard.
        """
        if self.article_list.has_keyboard:
            self.article_list.group_by()
        else:
            self._bring_up(self.tables_dock)
            self.table.group_current_column()

    def show_value(self) -> None:
        """Show all lines with the value of the current cell of the table in front."""
        self.table.show_value()

    def only_value(self) -> None:
        """Keep only the lines with the value of the current cell."""
        self.table.keep_value(like=True)

    def without_value(self) -> None:
        """Keep only the lines with another value than the current cell."""
        self.table.keep_value(like=False)

    def remove_conditions(self) -> None:
        """Show all lines of the table in front again, or of the list of articles if that has the keyboard."""
        if self.article_list.has_keyboard:
            self.article_list.narrowing.show_all_lines()
        else:
            self.table.narrowing.show_all_lines()

    def find_in_article(self) -> None:
        """Open the search in the article."""
        self.article.find()

    def find_article(self) -> None:
        """Put the caret into the search above the list of articles."""
        self._bring_up(self.articles_dock)
        self.article_list.filter.setFocus()
        self.article_list.filter.selectAll()

    def show_progress(self, progress: str) -> None:
        """List only the articles with a progress, or all of them."""
        self._bring_up(self.articles_dock)
        self.article_list.show_progress("" if progress == "all" else progress)

    def zoom_in(self) -> None:
        """Make the characters of the article larger."""
        self.article.view.display.zoom(1)

    def zoom_out(self) -> None:
        """Make the characters of the article smaller."""
        self.article.view.display.zoom(-1)

    @staticmethod
    def copy() -> None:
        """Copy from the pane that has the focus."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QTextEdit | QPlainTextEdit | Table | ArticleListView):
            focus.copy()

    @staticmethod
    def paste() -> None:
        """Paste into the pane that has the focus."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QTextEdit | QPlainTextEdit | Table):
            focus.paste()

    @staticmethod
    def _bring_up(dock: QDockWidget) -> None:
        dock.show()
        if dock.isFloating() or dock.visibleRegion().isEmpty():  # behind; Qt paints the whole of a dock that it raises
            dock.raise_()

    # From one session to the next

    def keep(self, settings: Settings) -> None:
        """Remember the arrangement."""
        settings.keep_state("window", self._window.saveState(LAYOUT_VERSION))
        settings.keep_state("shares", QByteArray(self._dock_widths.kept()))
        settings.zoom = self.article.view.display.zoom_level

    def restore(self, settings: Settings) -> None:
        """Arrange the panes as remembered, or as designed."""
        self._window.resizeDocks([self.tables_dock, self.details_dock], [535, 215], Qt.Orientation.Vertical)
        if self._window.restoreState(settings.state("window"), LAYOUT_VERSION):
            self._dock_widths.restore(bytes(settings.state("shares").data()))
        self.article.view.display.zoom(settings.zoom)
        self._dock_widths.share()
