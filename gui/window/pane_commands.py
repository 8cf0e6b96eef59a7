"""What commands do in the pane that has the keyboard, or in the table in front, and how one goes from pane to pane."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QTextEdit

from gui.panels.article_list_view import ArticleListView
from gui.panels.details import Details
from gui.searching.hits_view import HitsView
from gui.tables.arranging_menu import add_arranging
from gui.tables.table import Table
from gui.window.panes import Panes


class PaneCommands(QObject):
    """Carries out the commands of the menus Edit and View that are about panes."""

    def __init__(self, panes: Panes, parent: QObject) -> None:
        super().__init__(parent)
        self._panes, self._list, self._article = panes, panes.article_list, panes.article

    def next(self) -> None:
        """Go to the next pane."""
        self._step(1)

    def previous(self) -> None:
        """Go to the previous pane."""
        self._step(-1)

    def _step(self, step: int) -> None:
        docked = self._panes.docks.search
        search = [docked.widget()] if docked else []
        panes = [self._list, self._article, *search, self._panes.table, self._panes.details]
        shown = [pane for pane in panes if pane.isVisible() and pane.isEnabled()]
        focus = QApplication.focusWidget()
        here = next((i for i, pane in enumerate(shown) if focus and (pane is focus or pane.isAncestorOf(focus))), None)
        there = shown[(here + step) % len(shown)] if here is not None else self._article
        if isinstance(there, Details):
            there.focus_first()
        else:
            there.setFocus(Qt.FocusReason.TabFocusReason)

    def show(self, table: str) -> None:
        """Bring a table to the front, by its name, and give it the focus."""
        self._panes.bring_up_table(self._panes.panels[table])
        self._panes.panels[table].view.setFocus()

    def add_columns(self, menu: QMenu) -> None:
        """Add to a menu what arranges the table in front; the column of its current cell is the one it is about."""
        view = self._panes.table.view
        add_arranging(menu, view.header, view.currentIndex().column(), menu)

    def add_condition(self) -> None:
        """Ask for a condition of the table in front, or of the list of articles if that has the keyboard."""
        if self._list.has_keyboard:
            self._list.add_condition()
        else:
            self._panes.bring_up_tables()
            self._panes.table.add_condition()

    def group_by(self) -> None:
        """Group the lines of the table in front by the current column, or the articles if their list has the
        keyboard.
        """
        if self._list.has_keyboard:
            self._list.group_by()
        else:
            self._panes.bring_up_tables()
            self._panes.table.group_current_column()

    def show_value(self) -> None:
        """Show all lines with the value of the current cell of the table in front."""
        self._panes.table.show_value()

    def only_value(self) -> None:
        """Keep only the lines with the value of the current cell."""
        self._panes.table.keep_value(like=True)

    def without_value(self) -> None:
        """Keep only the lines with another value than the current cell."""
        self._panes.table.keep_value(like=False)

    def remove_conditions(self) -> None:
        """Show all lines of the table in front again, or of the list of articles if that has the keyboard."""
        if self._list.has_keyboard:
            self._list.narrowing.show_all_lines()
        else:
            self._panes.table.narrowing.show_all_lines()

    def find_in_article(self) -> None:
        """Open the search in the article."""
        self._article.find()

    def find_article(self) -> None:
        """Put the caret into the search above the list of articles."""
        self._panes.docks.bring_up(self._panes.docks.articles)
        self._list.filter.setFocus()
        self._list.filter.selectAll()

    def show_progress(self, progress: str) -> None:
        """List only the articles with a progress, or all of them."""
        self._panes.docks.bring_up(self._panes.docks.articles)
        self._list.show_progress("" if progress == "all" else progress)

    def zoom_in(self) -> None:
        """Make the characters of the article larger."""
        self._article.view.display.zoom(1)

    def zoom_out(self) -> None:
        """Make the characters of the article smaller."""
        self._article.view.display.zoom(-1)

    @staticmethod
    def copy() -> None:
        """Copy from the pane that has the focus."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QTextEdit | QPlainTextEdit | Table | ArticleListView | HitsView):
            focus.copy()

    @staticmethod
    def paste() -> None:
        """Paste into the pane that has the focus."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QTextEdit | QPlainTextEdit | Table):
            focus.paste()
