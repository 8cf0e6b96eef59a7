"""The parts of the window that show the open project and work in it: panes, selection, and gestures for edits."""

from collections.abc import Callable, Generator, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow

from gui.commands.command import Command
from gui.panels.article_list import ArticleList
from gui.project.selection import Selection
from gui.project.suggestions import Suggestions
from gui.project.view import ProjectView
from gui.system.settings import Settings
from gui.tables import StatementsPanel
from gui.tables.panel import TablePanel
from gui.widgets.notice import News
from gui.window.layouts import Layouts
from gui.window.middle import Middle
from gui.window.navigation import Navigation
from gui.window.pane_commands import PaneCommands
from gui.window.panes import Panes
from gui.window.search_dock import SearchDock
from gui.work.article_actions import ArticleActions
from gui.work.article_display import ArticleDisplay
from gui.work.assisting import Assisting
from gui.work.changing_articles import ChangingArticles
from gui.work.changing_many import ChangingMany
from gui.work.correcting import Correcting
from gui.work.covering import Covering
from gui.work.deleting import Deleting
from gui.work.discussing import Discussing
from gui.work.pinning import Pinning
from gui.work.recording import Recording
from gui.work.recording_numbers import RecordingNumbers
from gui.work.registering import Registering
from gui.work.remembering_lines import RememberingLines
from gui.work.sampling import Sampling
from gui.work.selected_record import SelectedRecord
from gui.work.showing_suggestions import ShowingSuggestions
from gui.work.suggesting import Suggesting
from gui.work.viewing import Viewing
from models.errors import OnrecordError
from models.places import Place
from models.translation import _

LATER = Qt.ConnectionType.QueuedConnection
"""For slots that must wait until the current event, such as the closing of a cell, has been handled."""
ARTICLES = "articles"
"""The name of the article list in the file."""


class Workspace(QObject):
    """Made once in a window, with the first project. `leave` writes what is being typed, or returns False."""

    command_wanted = Signal(Command)
    hint = Signal(str)
    figures = Signal(str)
    """What the numbers in the selected cells come to, in words."""
    failed = Signal(OnrecordError)
    told = Signal(News)

    def __init__(self, window: QMainWindow, panes: Panes, settings: Settings, leave: Callable[[], bool]) -> None:
        super().__init__(window)
        self.panes = panes
        self.pane_commands = PaneCommands(panes, self)
        self.view = self.panes.article.view
        self.selection = Selection(self)
        self.article_display = ArticleDisplay(self.view, settings, self)
        self.article_actions = ArticleActions(window, self.panes.article_list, leave)
        statements = self.panes.panel(StatementsPanel)
        self.recording = Recording(self.view, statements, self.selection, self)
        self.recording_numbers = RecordingNumbers(self.view, statements, self.selection, self)
        self.selected_record = SelectedRecord(self.view, statements, self.selection, self)
        self.registering = Registering(window, self._selected_places)
        self.deleting = Deleting(window, self._gather_places, self.registering)
        self.pinning = Pinning(window, self._selected_places)
        self.discussing = Discussing(self._gather_discussed, self)
        self.changing_many = ChangingMany(window, lambda: self.panes.table.view)
        self.correcting = Correcting(window, leave)
        self.changing_articles = ChangingArticles(window, self.panes.article_list, self.changing_many, leave)
        self.sampling = Sampling(window, self.panes.article_list, leave)
        self.remembering_lines = RememberingLines(window, leave)
        self.suggestions = Suggestions(self)
        self.suggestions.seeking.in_sight = lambda: self.view.lines_in_sight()[0]
        self.assisting = Assisting(self.suggestions, settings, window, leave)
        self.showing_suggestions = ShowingSuggestions(
            self.suggestions, self.view, statements, self.panes.details, self.selection
        )
        self.suggesting = Suggesting(window, self.showing_suggestions, self.view, statements, self.selection)
        self.covering = Covering(self.panes.article, self.suggestions, self.suggesting, self)
        self.article_actions.left_open = self.covering.left_open
        self.selected_record.edit_suggestion = self.suggesting.edit_current
        self.navigation = Navigation(self.panes, self.selection, settings, leave, self)
        self.navigation.show_words = self.covering.show_again
        self.searching = SearchDock(panes, self)
        lists: dict[str, TablePanel | ArticleList] = {**self.panes.panels, ARTICLES: self.panes.article_list}
        self.layouts = Layouts(lists, self)
        self.viewing = Viewing(window, {name: each.narrowing for name, each in lists.items()}, self._list_in_use)
        self._connect_panes()
        self._connect_work()
        self.panes.restore(settings)

    @classmethod
    def make(
        cls, window: QMainWindow, middle: Middle, settings: Settings, leave: Callable[[], bool]
    ) -> Generator[None, None, "Workspace"]:
        """Make a workspace in steps, between which the window may paint, and return it."""
        panes = yield from Panes.make(window, middle)
        yield
        return cls(window, panes, settings, leave)

    @property
    def views(self) -> tuple[ProjectView, ...]:
        """The views of the project, in order: the work, then the views that take over the rows, then the selection."""
        recording = (self.recording, self.recording_numbers, self.selected_record)
        making = (self.article_actions, self.changing_articles, *recording, self.assisting, self.registering)
        about_articles = (self.correcting, self.sampling, self.remembering_lines)
        work = (*making, self.deleting, self.discussing, self.pinning, self.changing_many, *about_articles)
        shown = (self.article_display, self.selection, self.panes.details)
        found = (self.suggestions, self.showing_suggestions, self.suggesting, self.covering)
        lists: tuple[ProjectView, ...] = (self.panes.article_list, *self.panes.panels.values())
        return (*work, *lists, self.searching, self.layouts, self.viewing, *shown, *found)

    # What is done with the selection of the pane that has the keyboard

    def delete_selected(self) -> None:
        """Delete the selected articles of the list or of the remarks, speakers, or claims and numbers."""
        if self.changing_articles.list_has_keyboard:
            self.changing_articles.delete_articles()
        elif articles := self.changing_articles.articles_at(self.panes.selected_places()):
            self.changing_articles.delete_all(articles)
        else:
            self.deleting.delete_selected()

    def change_selected(self) -> None:
        """Ask for one value for all selected articles of the list, or for all selected lines of the table."""
        if self.changing_articles.list_has_keyboard:
            self.changing_articles.change_articles()
        else:
            self.changing_many.change_selected()

    def _connect_panes(self) -> None:
        """Connect the requests of the panes."""
        listed, details = self.panes.article_list, self.panes.details
        listed.article_requested.connect(self.navigation.open_article)
        listed.listed.connect(self.panes.panel(StatementsPanel).note_listed)
        self.view.records.record_selected.connect(self.navigation.choose_in_text)
        for panel in self.panes.panels.values():
            panel.record_selected.connect(self.navigation.choose_in_table)
            panel.place_requested.connect(self.navigation.go_to)
            panel.boundaries_requested.connect(self.selected_record.select_words_of)
            panel.sight_wanted.connect(self.panes.bring_up_table)
            panel.hint.connect(self.hint)
            panel.figures.connect(self.figures)
            panel.view.cells.guided.connect(details.show_guidance)
            panel.view.cells.lost.connect(self._tell_lost)
            panel.view.command_wanted.connect(self.command_wanted)
            panel.same_name.connect(self.registering.merge, LATER)
            panel.returned.connect(self.view.setFocus)
        details.same_name.connect(self.registering.merge, LATER)
        self.registering.merged.connect(self.selection.choose)
        details.returned.connect(self.view.setFocus)
        listed.returned.connect(self.view.setFocus)
        details.unwritten.connect(self.failed)
        self.panes.tables.currentChanged.connect(self.navigation.choose_in_front)

    def _tell_lost(self, typed: str) -> None:
        words = _("The line in which you typed is gone, since its record was deleted. What you typed was: {typed}")
        self.told.emit(News(words.format(typed=typed), icon="warning"))

    def _connect_work(self) -> None:
        self.article_display.told.connect(self.told)
        self.article_actions.told.connect(self.told)
        self.viewing.failed.connect(self.failed)
        self.viewing.hint.connect(self.hint)
        self.article_actions.place_requested.connect(self.navigation.go_to)
        self.article_actions.finished.connect(self.view.setFocus)
        self.correcting.place_requested.connect(self.navigation.go_to)
        self.searching.place_requested.connect(self.navigation.go_to)
        self.searching.place_shown.connect(self.navigation.show)
        recording = (self.recording, self.recording_numbers, self.selected_record)
        work = (*recording, self.registering, self.deleting, self.pinning, self.changing_many, self.discussing)
        self.view.requests.always_on_site_requested.connect(self.remembering_lines.always_on_site)
        self.suggesting.details_wanted.connect(self.panes.bring_up_details)
        others = (
            self.suggesting,
            self.covering,
            self.assisting,
            self.correcting,
            self.sampling,
            self.remembering_lines,
        )
        for hinting in (self.article_actions, self.changing_articles, *others, *work):
            hinting.hint.connect(self.hint)

    def _selected_places(self) -> Sequence[Place]:
        """Return the selection of the table with the focus, or else the selected record."""
        place = self.selection.place
        return self.panes.selected_places() or ([place] if place else [])

    def _list_in_use(self) -> str:
        """Return the name of the list with the keyboard, or of the table in front."""
        return ARTICLES if self.panes.article_list.has_keyboard else self.panes.table_name

    def _gather_discussed(self, then: Callable[[Sequence[Place]], None]) -> None:
        """Call `then` with the selected articles if the list has the focus, or else as `_gather_places` does."""
        listed = self.panes.article_list.view
        if listed.hasFocus():
            then([Place(article) for article in listed.selected()])
        else:
            self._gather_places(then)

    def _gather_places(self, then: Callable[[Sequence[Place]], None]) -> None:
        """Call `then` with the selection of the table with the focus, or else with the selected record."""
        place = self.selection.place
        self.panes.gather_places(lambda places: then(places or ([place] if place else [])))
