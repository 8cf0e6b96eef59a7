"""The panel at the left: the articles with their progress, a search, and how many are done."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from gui.panels.article_columns import OUTLET, TITLE
from gui.panels.article_filter import ArticleFilter
from gui.panels.article_list_model import ArticleListModel
from gui.panels.article_list_view import ArticleListView
from gui.panels.article_menu import article_menu, list_menu
from gui.panels.articles_done import ArticlesDone
from gui.panels.highlight import Highlight
from gui.panels.neighbours import Neighbours
from gui.project.project import Project
from gui.project.view import ProjectView
from gui.tables.narrowing import Narrowing
from gui.widgets.search_line import SearchLine
from models.edits import Edit
from models.entities import Choice, Variable
from models.ids import Id
from models.lines.article_line import MEASURED, ArticleLine, Progress
from models.translation import _
from models.views.layout import Layout


class ArticleList(QWidget, ProjectView):
    """Shows the articles and asks for one to be opened, and for one or several to be finished or deleted."""

    article_requested = Signal(str)
    done_requested = Signal(object, bool)
    """Some articles, given by their lines, are to be marked as done, or as not done."""
    discuss_requested = Signal(object)
    """Some articles, given by their lines, are to be discussed, or no longer."""
    change_requested = Signal(object)
    """An attribute of some articles, given by their lines, is to be changed."""
    delete_requested = Signal(object)
    """Some articles, given by their lines, are to be deleted."""
    arranged = Signal()
    """The columns may be arranged in another way now."""
    begun = Signal()
    """The project has articles, and the list shows the first."""
    listed = Signal()
    """It is known which articles the project has, and the list shows them."""
    returned = Signal()
    """The coder wants to return to the text."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("article_list")
        self.model = ArticleListModel(self)
        self._reordered = False
        self.filter = SearchLine(_("Search titles"), _("Search titles"))
        self.filter.setObjectName("search_titles")
        self.filter.setClearButtonEnabled(True)
        self.filter.setAcceptDrops(False)  # files that are dropped here are for the window
        self.view = ArticleListView(self.model, self._hint)
        self.narrowing = Narrowing(self.model, self.filter, self.view.header, lambda: True, self)
        self.narrowing.filtering.is_narrow = True
        self.narrowing.filtering.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.progress = ArticleFilter(lambda: list_menu(self), self.narrowing.views_button)
        self.narrowing.buttons = self.progress
        self.neighbours = Neighbours(self.model)
        self.highlight = Highlight(self.model, self.view, self)
        self.done = ArticlesDone()
        self.setFocusProxy(self.view)
        self._lay_out()
        self._connect()
        self._tell_counts()

    def _connect(self) -> None:
        self.filter.stepped.connect(self._enter_list)
        self.filter.accepted.connect(self._open_first)
        self.filter.escaped.connect(self._leave_search)
        self.progress.changed.connect(self._look_for)
        self.view.opened.connect(lambda row: self.article_requested.emit(self.model.id_at(row)))
        self.view.escaped.connect(self._leave_list)
        self.view.typed.connect(self._begin_search)
        self.view.menu_requested.connect(self._show_menu)
        self.view.delete_requested.connect(lambda: self.with_meant(self.delete_requested.emit))
        self.view.selectionModel().selectionChanged.connect(self._tell_counts)
        self.view.header.arranged.connect(self._follow_columns)
        self.view.header.sorts_changed.connect(self._note_order)
        self.narrowing.filtering.changed.connect(self._note_order)
        self.narrowing.changed.connect(self._show_changed)
        self.narrowing.left.connect(self.view.setFocus)
        self.model.read.connect(self._tell_counts)
        self.model.read.connect(self._show_read)
        self.model.read.connect(self.narrowing.grouping.follow)
        self.model.pieces.begun.connect(self.begun)
        self.model.pieces.listed.connect(self._tell_counts)
        self.model.pieces.listed.connect(self.listed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 6, 10)
        column.setSpacing(8)
        narrowing = QVBoxLayout()
        narrowing.setSpacing(0)  # the chips have their own margins, and are hidden without conditions
        narrowing.addWidget(self.progress)
        narrowing.addWidget(self.narrowing.filtering)
        column.addWidget(self.filter)
        column.addLayout(narrowing)
        for widget in (self.narrowing.grouping.pane.above(self.view), self.done):
            column.addWidget(widget)

    def layouts(self) -> dict[str, Layout]:
        """Return how the columns are arranged; the list has one side, without a name."""
        return {"": self.view.header.save()}

    def take_layouts(self, layouts: Mapping[str, Layout]) -> None:
        """Arrange the columns as they were kept."""
        self.view.header.restore(layouts.get("", Layout()))

    def set_project(self, project: Project | None) -> None:
        """List the articles of another project, or of none."""
        super().set_project(project)
        self.highlight.open = None
        self.neighbours.note_closed(None)
        self.narrowing.show_all_lines()
        self.model.set_project(project)
        self.narrowing.set_project(project)
        self.setEnabled(project is not None)
        self._tell_counts()

    def show_unsaved(self) -> None:
        """Mark the articles with changes that could not be saved."""
        self.view.viewport().update()

    def show_article(self) -> None:
        """Highlight the article that is now on the screen, without taking the focus."""
        records = self.project.shown if self.project else None
        self.neighbours.note_closed(self.highlight.open)
        self.highlight.go_to(records.article.id if records else None)

    def follow(self, edit: Edit) -> None:
        """Show what an edit has changed in the lines of the articles."""
        if edit.concerns(Variable):
            self.model.take_codebook()
        self.model.follow(edit)
        self.narrowing.follow(edit)
        if edit.concerns(Choice):
            self.view.viewport().update()  # cells show choices by their labels
        self._tell_counts()

    def _tell_counts(self) -> None:
        done, total, listed = len(self.model.known.done), len(self.model.known), self.model.rowCount()
        if not self.is_listed:
            total = listed = 0  # nothing is said of what has been read so far
        self.done.show_counts(done, total, listed, self.view.selected_count())

    @property
    def is_listed(self) -> bool:
        """Whether it is known which articles the project has."""
        return self.model.pieces.is_listed

    @property
    def is_empty(self) -> bool:
        """Whether the project is known to have no articles, whatever is searched for."""
        return self.is_listed and not self.model.known

    def _hint(self) -> str:
        """Return the hint of an empty list; the middle of the window says how to get articles."""
        if not self.model.known:
            return ""
        if self.model.order.conditions or self.model.rows.looked_for.progress:
            return _("No article meets the conditions.")
        return _("No title contains “{words}”.").format(words=self.filter.text())

    # What is highlighted and selected

    @property
    def has_keyboard(self) -> bool:
        """Return whether the keyboard is in the list, or in its search or conditions."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def with_meant(self, then: Callable[[Sequence[ArticleLine]], None]) -> None:
        """Call `then` with the articles that a command is about: the selected ones if the keyboard is in the list, or
        else the one on the screen. Of very many the lines are read first, in the background.
        """
        opened = self.known(self.highlight.open)
        meant = self.view.selected() if self.view.hasFocus() else [opened] if opened else []
        self.model.with_lines(meant, then)

    # Columns, order and conditions

    def _follow_columns(self) -> None:
        """Find out what takes long as soon as a column shows it."""
        if not self.view.look.columns.isdisjoint(MEASURED):
            self.model.measure()
        self.arranged.emit()

    def _note_order(self) -> None:
        self._reordered = True

    def _show_read(self) -> None:
        """Show the lines at once; in another order, where the highlighted one is now."""
        if self._reordered:
            self._reordered = False
            self.view.show_highlight()
        self.view.paint_now()

    def add_condition(self) -> None:
        """Ask for a condition that the articles have to meet."""
        self.narrowing.add_condition(TITLE)

    def group_by(self) -> None:
        """Group the articles by the column that they were grouped by last, or at first by their outlet."""
        self.narrowing.group_by(self.narrowing.grouping.last or OUTLET)

    # Searching

    def _look_for(self, progress: frozenset[Progress]) -> None:
        self.model.rows.look_for(progress)
        self.narrowing.tell_changed()

    def _show_changed(self) -> None:
        self._tell_counts()
        self.view.show_highlight()
        self.view.viewport().update()

    def show_progress(self, progress: str) -> None:
        """List only articles with this progress, or all of them if none is named."""
        self.progress.look_for({progress})

    def _begin_search(self, typed: str) -> None:
        """Continue in the search line with what is typed in the list."""
        self.filter.setFocus()
        self.filter.insert(typed)

    def known(self, article: Id | None) -> Id | None:
        """Return the same id if this project has the article, else None."""
        return article if article and article in self.model.known else None

    def _leave_search(self) -> None:
        self.filter.clear()
        self.returned.emit()

    def _enter_list(self, step: int) -> None:
        if step < 0:
            return
        if self.model.rowCount() and not self.view.currentIndex().isValid():
            self.view.go_to_row(0)
        self.view.setFocus()

    def _open_first(self) -> None:
        """Open the first article that the search found; if nothing was searched for, return to the text."""
        if not self.filter.text():
            self.returned.emit()
        elif self.model.rowCount():
            self.article_requested.emit(self.model.id_at(0))

    def _leave_list(self) -> None:
        """Select the article on the screen alone if several are selected; otherwise return to the text."""
        if self.view.selected_count() > 1:
            self.highlight.show_open()
        else:
            self.returned.emit()

    # Menus

    def _show_menu(self, row: int, place: QPoint) -> None:
        """Show the menu of the selected articles or, if another one is under the pointer, of that one, which is
        highlighted while the menu is open.
        """
        self.highlight.remember()
        if row not in self.view.selected_rows():
            self.view.go_to_row(row)
        menu = article_menu(self, self.view.selected(), writable=self.model.writable)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.aboutToHide.connect(self.highlight.recall)
        menu.popup(place)
