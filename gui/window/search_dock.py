"""The dock of the pane that searches all articles: made when it is first wanted, below the text."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.article.find_bar import selected_words
from gui.project.project import Project
from gui.project.view import ProjectView
from gui.window.panes import Panes
from models.edits import Edit
from models.places import Place

if TYPE_CHECKING:
    from gui.searching.search_pane import SearchPane


class SearchDock(QObject, ProjectView):
    """Keeps at most one pane. Next and Previous go on in the find bar if that is open, or else in the pane.

    The find bar closes when the pane is asked for or gone to a place from, so that what was used last goes on.
    """

    place_requested = Signal(Place)
    place_shown = Signal(Place)

    def __init__(self, panes: Panes, parent: QObject) -> None:
        super().__init__(parent)
        self._panes = panes
        self.pane: SearchPane | None = None

    def search_articles(self) -> None:
        """Show the pane; words that are selected in the article are searched for."""
        words = selected_words(self._panes.article.view)
        self._close_find_bar()
        pane = self.pane or self._make()
        docks = self._panes.docks
        if docks.search:
            docks.bring_up(docks.search)
        pane.begin(words)

    def find_next(self) -> None:
        """Go to the next place of what was searched for last."""
        self._step(1)

    def find_previous(self) -> None:
        """Go to the place before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        bar = self._panes.article.find_bar
        if bar.isVisible() and not (self.pane and self.pane.has_keyboard):
            bar.step(step)
        elif self.pane and not self.pane.is_blank:
            self.pane.step(step)
        else:
            self.search_articles()

    def _make(self) -> "SearchPane":
        from gui.searching.search_pane import SearchPane

        listed = self._panes.article_list
        pane = self.pane = SearchPane(lambda: listed.model.rows.articles, lambda: listed.model.known.ids)
        self._panes.docks.put_in_search(pane)
        pane.place_requested.connect(self._go)
        pane.place_shown.connect(self.place_shown)
        pane.closed.connect(self._leave)
        for changed in (listed.listed, listed.model.rows.changed, listed.model.rows.grown):
            changed.connect(pane.note_listed)
        pane.set_project(self.project)
        return pane

    def _close_find_bar(self) -> None:
        bar = self._panes.article.find_bar
        if bar.isVisible():
            bar.close_bar()

    def _go(self, place: Place) -> None:
        self._close_find_bar()
        self._panes.article.activateWindow()  # which the pane may float over
        self.place_requested.emit(place)

    def _leave(self) -> None:
        """Hide the pane, and return to the text; the place stays selected."""
        if self._panes.docks.search:
            self._panes.docks.search.hide()
        self._panes.article.activateWindow()
        self._panes.article.setFocus()

    def set_project(self, project: Project | None) -> None:
        """Search another project, or none."""
        super().set_project(project)
        if self.pane:
            self.pane.set_project(project)

    def follow(self, edit: Edit) -> None:
        """Show what an edit has changed in what was found."""
        if self.pane:
            self.pane.follow(edit)
