"""The panes of the window and how they stand: the text in the middle, everything else in docks around it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QTabWidget, QVBoxLayout, QWidget

from gui.article.article_pane import ArticlePane
from gui.panels.article_list import ArticleList
from gui.panels.details import Details
from gui.project.project import Project
from gui.system.settings import Settings
from gui.tables import NumbersPanel, SpeakersPanel, StatementsPanel
from gui.widgets.notice import Notice
from gui.window.dock_widths import DockWidths
from gui.window.start_page import StartPage
from models.ids import Id

USUAL = QSize(1280, 800)
"""The size of a new window, where the screen has room for it."""

LAYOUT_VERSION = 1
"""Goes up when docks come or go, so that a layout remembered from before is not forced on them."""


class Panes(QObject):
    """Makes the panes, puts them into the window, goes from one to the next, and remembers how they stood."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.article = ArticlePane()
        self.start = StartPage()
        self.start.hide()
        self.notice = Notice()
        self.article_list = ArticleList()
        self.statements, self.speakers, self.numbers = StatementsPanel(), SpeakersPanel(), NumbersPanel()
        self.details = Details()
        self.tables = QTabWidget()
        self.tables.setObjectName("tables")
        self.tables.setDocumentMode(True)
        for panel, name in ((self.statements, "Statements"), (self.speakers, "Speakers"), (self.numbers, "Numbers")):
            self.tables.addTab(panel, name)
        self._put_into_window()
        self._dock_widths = DockWidths(window, self.articles_dock, self.tables_dock)

    def _put_into_window(self) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.article, 1)
        column.addWidget(self.start, 1)
        self._window.setCentralWidget(centre)
        self._window.setDockNestingEnabled(True)
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        self.articles_dock = self._dock("Article List", self.article_list, left)
        self.tables_dock = self._dock("Tables", self.tables, right)
        self.details_dock = self._dock("Details", self.details, right)
        for corner in (Qt.Corner.BottomRightCorner, Qt.Corner.TopRightCorner):
            self._window.setCorner(corner, right)

    def _dock(self, title: str, widget: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName("dock_" + title.lower().replace(" ", "_"))
        dock.setWidget(widget)
        dock.setTitleBarWidget(QWidget(dock))
        self._window.addDockWidget(area, dock)
        return dock

    @property
    def docks(self) -> list[QDockWidget]:
        """Everything that can be moved and hidden."""
        return [self.articles_dock, self.tables_dock, self.details_dock]

    @property
    def _columns(self) -> dict[str, StatementsPanel | SpeakersPanel | NumbersPanel]:
        return {"statements": self.statements, "speakers": self.speakers, "numbers": self.numbers}

    @property
    def table(self) -> StatementsPanel | SpeakersPanel | NumbersPanel:
        """The table in front."""
        table = self.tables.currentWidget()
        assert isinstance(table, StatementsPanel | SpeakersPanel | NumbersPanel)
        return table

    def finish_editing(self) -> bool:
        """Write what is typed in an open cell or field; False when it cannot be: it is kept there, and in sight."""
        tables = (self.statements, self.speakers, self.numbers)
        kept = [panel for panel in tables if not panel.finish_editing()]  # each of them, also after one that cannot
        written = self.details.finish_editing()
        if not written:
            self._bring_up(self.details_dock)
        if kept:
            self._bring_up_table(kept[0])
        return written and not kept

    def show_start(self, project: Project | None, recent: Sequence[Path]) -> None:
        """Show how to begin in place of an article; the keyboard follows if it was there, or nowhere."""
        follows = self._has_middle_focus()
        self.start.show_for(project, recent)
        self.article.hide()
        self.start.show()
        if follows:
            self.start.focus_first()

    def show_article(self) -> None:
        """Show the article again."""
        if self.start.isHidden():
            return
        follows = self._has_middle_focus()
        self.start.hide()
        self.article.show()
        if follows:
            self.article.setFocus()

    def focus_middle(self) -> None:
        """Give the keyboard to the text, or to the start page where that is shown in its place."""
        if self.start.isHidden():
            self.article.setFocus()
        else:
            self.start.focus_first()

    def _has_middle_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is None or any(pane is focus or pane.isAncestorOf(focus) for pane in (self.article, self.start))

    def show_title_bars(self, shown: bool) -> None:
        """Give the docks title bars to be moved by, or take them away."""
        for dock in self.docks:
            # Qt takes None for "your own title bar"; the type hints of PySide6 do not know it.
            dock.setTitleBarWidget(None if shown else QWidget(dock))  # type: ignore[arg-type]

    # Going from pane to pane

    def next(self) -> None:
        """Go to the next pane."""
        self._step(1)

    def previous(self) -> None:
        """Go to the previous pane."""
        self._step(-1)

    def _step(self, step: int) -> None:
        panes = [self.article_list, self.article, self.table, self.details]
        shown = [pane for pane in panes if pane.isVisible() and pane.isEnabled()]
        focus = QApplication.focusWidget()
        here = next((i for i, pane in enumerate(shown) if focus and (pane is focus or pane.isAncestorOf(focus))), None)
        there = shown[(here + step) % len(shown)] if here is not None else self.article
        if isinstance(there, Details):
            there.focus_first()
        else:
            there.setFocus(Qt.FocusReason.TabFocusReason)

    def show_statements(self) -> None:
        """Go to the statements."""
        self._show_table(self.statements)

    def show_speakers(self) -> None:
        """Go to the speakers."""
        self._show_table(self.speakers)

    def show_speaker(self, speaker: Id) -> None:
        """Go to one of the speakers."""
        self.speakers.filter.clear()
        self._show_table(self.speakers)
        self.speakers.view.choose(speaker)

    def show_numbers(self) -> None:
        """Go to the numbers of the whole project."""
        self._show_table(self.numbers)

    def _show_table(self, panel: StatementsPanel | SpeakersPanel | NumbersPanel) -> None:
        self._bring_up_table(panel)
        panel.view.setFocus()

    def bring_up_statements(self) -> None:
        """Bring the statements into sight; the keyboard stays where it is."""
        self._bring_up_table(self.statements)

    def _bring_up_table(self, panel: StatementsPanel | SpeakersPanel | NumbersPanel) -> None:
        self._bring_up(self.tables_dock)
        self.tables.setCurrentWidget(panel)

    def find_in_article(self) -> None:
        """Find words in the article as they are typed."""
        self.article.find()

    def find_article(self) -> None:
        """Find an article of the list by its title."""
        self._bring_up(self.articles_dock)
        self.article_list.filter.setFocus()
        self.article_list.filter.selectAll()

    def zoom_in(self) -> None:
        """Make the letters of the article larger."""
        self.article.view.display.zoom(1)

    def zoom_out(self) -> None:
        """Make the letters of the article smaller."""
        self.article.view.display.zoom(-1)

    @staticmethod
    def _bring_up(dock: QDockWidget) -> None:
        dock.show()
        dock.raise_()

    # From one session to the next

    def keep(self, settings: Settings) -> None:
        """Remember how everything stands."""
        settings.keep_state("geometry", self._window.saveGeometry())
        settings.keep_state("window", self._window.saveState(LAYOUT_VERSION))
        settings.keep_state("shares", QByteArray(self._dock_widths.kept()))
        for name, panel in self._columns.items():
            settings.keep_columns(name, panel.save_state())
        settings.zoom = self.article.view.display.zoom_level

    def restore(self, settings: Settings) -> None:
        """Stand as remembered, or as designed."""
        room = self._window.screen().availableGeometry().size()
        frame = QSize(8, 40)  # what a title bar and borders take, before the window has any
        self._window.resize(USUAL.boundedTo(room - frame))
        self._window.resizeDocks([self.tables_dock, self.details_dock], [535, 215], Qt.Orientation.Vertical)
        self._window.restoreGeometry(settings.state("geometry"))
        if self._window.restoreState(settings.state("window"), LAYOUT_VERSION):
            self._dock_widths.restore(bytes(settings.state("shares").data()))
        for name, panel in self._columns.items():
            panel.restore_state(settings.columns(name))
        self.article.view.display.zoom(settings.zoom)
