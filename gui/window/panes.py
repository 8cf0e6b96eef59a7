"""The panes of the window: the text in the middle, and in docks around it the list, the tables and the details."""

from collections.abc import Callable, Generator, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QTabWidget,
)

from gui.article.article_pane import ArticlePane
from gui.panels.article_list import ArticleList
from gui.panels.details import Details
from gui.system.settings import Settings
from gui.tables import SpeakersPanel
from gui.tables.panel import TablePanel
from gui.window.docks import Docks
from gui.window.middle import Middle
from gui.window.tables import TABLES
from models.ids import Id
from models.places import Place
from models.translation import _

P = TypeVar("P", bound=TablePanel)


class Panes(QObject):
    """Makes the panes, knows which table is in front, and what is selected or typed in them."""

    def __init__(
        self,
        window: QMainWindow,
        article_list: ArticleList,
        article: ArticlePane,
        details: Details,
        panels: dict[str, TablePanel],
    ) -> None:
        super().__init__(window)
        self.docks = Docks(window)
        self.article_list, self.article, self.details, self.panels = article_list, article, details, panels
        self.tables = QTabWidget()
        self.tables.setObjectName("tables")
        self.tables.setAccessibleName(_("Tables"))
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
        yield from made.docks.put_in(article_list, made.tables, details)
        return made

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
            self.docks.bring_up(self.docks.details)
        if kept:
            self.bring_up_table(kept[0])
        return written and not kept

    @property
    def is_typing(self) -> bool:
        """Whether a cell of a table is open, or a field of the details holds what is not written yet."""
        return self.details.is_typing or any(panel.view.cells.open for panel in self.panels.values())

    def show_speaker(self, speaker: Id) -> None:
        """Go to a speaker in the Speakers table."""
        panel = self.panel(SpeakersPanel)
        panel.filter.clear()
        self.bring_up_table(panel)
        panel.view.setFocus()
        panel.view.choose(speaker)

    def bring_up_table(self, panel: TablePanel) -> None:
        """Bring a table to the front, without moving the focus."""
        self.bring_up_tables()
        self.tables.setCurrentWidget(panel)

    def bring_up_tables(self) -> None:
        """Make the tables visible, without moving the focus."""
        self.docks.bring_up(self.docks.tables)

    def bring_up_details(self) -> None:
        """Make the details visible, without moving the focus."""
        self.docks.bring_up(self.docks.details)

    # From one session to the next

    def keep(self, settings: Settings) -> None:
        """Remember how the panes are arranged, and how large the text is."""
        self.docks.keep(settings)
        settings.zoom = self.article.view.display.zoom_level

    def restore(self, settings: Settings) -> None:
        """Arrange the panes as remembered, or as designed."""
        self.article.view.display.zoom(settings.zoom)
        self.docks.restore(settings)
