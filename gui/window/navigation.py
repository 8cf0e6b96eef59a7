"""Go to places: a selection in the text, in a table or by an undo is shown in all panes."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication

from gui.project.project import Project
from gui.project.selection import Selection
from gui.project.view import ProjectView
from gui.system.settings import Settings
from gui.widgets.window_place import step_aside
from gui.window.panes import Panes
from models.edits import Edit
from models.ids import Id
from models.places import Place, place_of

LINES_SHOWN = 3
"""Lines of the text that no other window of ours covers after the coder has gone there."""


class Navigation(QObject, ProjectView):
    """Shows the selection in every pane, and opens articles. `leave` first writes what is being typed."""

    def __init__(
        self, panes: Panes, selection: Selection, settings: Settings, leave: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._panes, self._view, self._selection = panes, panes.article.view, selection
        self._settings, self._leave = settings, leave
        self.show_words: Callable[[int, int], None] = self._view.select
        """Shows words whose record an undo has deleted."""
        selection.changed.connect(self.show_selection)
        panes.article_list.begun.connect(self._open_first_article)
        self._view.installEventFilter(self)

    def set_project(self, project: Project | None) -> None:
        """Show another project: the article that was open last time is opened as soon as the list shows any."""
        super().set_project(project)
        self.show_selection()
        self._view.setFocus()

    def follow(self, edit: Edit) -> None:
        """Show what an undo has changed; open another article if the one on the screen was deleted.

        Before another article is opened the window shows the edit, so that it is not held by both together.
        """
        project, listed = self.project, self._panes.article_list
        place = place_of(edit) if edit.undoes else None
        if place is None or not listed.known(place.article):
            there = self._first_article() if edit.undoes else listed.neighbours.next_to_closed()
            place = Place(there) if there and project and not project.shown else None
        if project is None or place is None:
            return
        if not self._on_screen(place.article):
            project.waiting.let_paint()
        if self.show(replace(place, range=None)) and place.range:
            self.show_words(*place.range)

    def _open_first_article(self) -> None:
        """Open the last article, else the first that is not done, else the first; unless one is open."""
        project = self.project
        if project and not (project.records or project.article.is_opening or project.waiting.active):
            project.article.open_first(self._settings.article(project.store.path))

    def _first_article(self) -> Id | None:
        """Return the last article, else the first that is not done, else the first; None until they are listed."""
        listed = self._panes.article_list
        if self.project is None or not listed.is_listed:
            return None
        last = self._settings.article(self.project.store.path)
        return listed.known(last) or listed.neighbours.next_open(None) or listed.neighbours.beside(None, 0)

    def show_selection(self) -> None:
        """Show the selection in the text, in the tables and in the details."""
        place = self._selection.place
        if place is None or place.article:
            self._view.records.choose(place.record if place else None, scroll=not self._view.hasFocus())
        for panel in self._panes.panels.values():
            panel.show_selection(place)
        self._panes.details.show_record(self._selection.record)

    def choose_in_text(self, record: Id | None, span: Id | None) -> None:
        """Select the record that the caret has moved into, if any."""
        if record:
            self._selection.choose_here(record, span)

    def choose_in_table(self, place: Place) -> None:
        """Select the record of the current line of a table. A line of another article does not open that article.

        Its record is selected all the same; otherwise Delete would delete the one that was selected before.
        """
        self._selection.choose(place)
        if self._on_screen(place.article):
            self._view.records.choose(place.record, scroll=True)

    def choose_in_front(self) -> None:
        """Select the current speaker of the table in front; in any other table, return to the article's selection."""
        place = self._panes.table.current_place()
        if place and place.article is None:
            self._selection.choose(place)
        else:
            self._selection.return_to_article()

    def eventFilter(self, _view: QObject, event: QEvent) -> bool:
        """Return to the selection in the article when the text takes the focus."""
        if event.type() == QEvent.Type.FocusIn:
            self._selection.return_to_article()
        return False

    def go_to(self, place: Place) -> None:
        """Go to a place in the text of its article, or to a speaker in the Speakers table."""
        if place.article is None and place.record:
            self._panes.show_speaker(place.record)
        elif self.show(place):
            self._view.setFocus()
            self._uncover()

    def _uncover(self) -> None:
        """Move the windows that stay open beside the main window off the line with the caret, and the next ones."""
        line, text = self._view.cursorRect(), self._view.viewport()
        shown = QRect(text.mapToGlobal(QPoint(0, line.top())), QSize(text.width(), LINES_SHOWN * line.height()))
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window.isWindow() and window.parentWidget() is self._view.window():
                step_aside(window, shown)

    def open_article(self, article: Id) -> None:
        """Open an article, and give its text the focus."""
        if self.project and self._leave():
            self.project.article.begin(article)
            self._view.setFocus()

    def show(self, place: Place) -> bool:
        """Show a place in its article, without moving the focus. Return False if the article cannot be opened."""
        if self.project is None or place.article is None:
            return False
        if not self._on_screen(place.article) and not (self._leave() and self.project.article.open(place.article)):
            return False
        self._selection.choose(place)
        self._view.records.choose(place.record, scroll=True)
        if place.range:
            self._view.select(*place.range)
        return True

    def _on_screen(self, article: Id | None) -> bool:
        return self.records is not None and self.records.article.id == article
