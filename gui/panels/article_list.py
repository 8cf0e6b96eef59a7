"""The panel at the left: the articles with their progress, a search, and how many are done."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from gui.panels.article_columns import OUTLET, TITLE
from gui.panels.article_filter import ArticleFilter
from gui.panels.article_list_model import ArticleListModel
from gui.panels.article_list_view import ArticleListView
from gui.panels.article_menu import article_menu, list_menu
from gui.project.project import Project
from gui.project.view import ProjectView
from gui.tables.narrowing import Narrowing
from gui.widgets.plain_label import PlainLabel
from gui.widgets.search_line import SearchLine
from models.edits import Edit
from models.entities import Choice, Variable
from models.ids import Id
from models.lines.article_line import MEASURED, ArticleLine, Progress
from models.translation import _
from models.views.layout import Layout


class ArticleList(QWidget, ProjectView):
    """Shows the articles and asks for one to be opened, and for one or several to be finished or deleted.

    The article on the screen is highlighted, except while the keyboard or a menu is at another one, or several are
    selected.
    """

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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_list")
        self.model = ArticleListModel(self)
        self._open: Id | None = None
        self._closed_at: int | None = None
        self._reordered = False
        self._selected: list[Id] = []
        self._current: Id | None = None
        self.filter = SearchLine(_("Search articles"), _("Search titles"))
        self.filter.setObjectName("search_articles")
        self.filter.setClearButtonEnabled(True)
        self.filter.setAcceptDrops(False)  # files that are dropped here are for the window
        self.view = ArticleListView(self.model, self._hint)
        self.narrowing = Narrowing(self.model, self.filter, self.view.header, lambda: True, self)
        self.narrowing.filtering.is_narrow = True
        self.narrowing.filtering.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.progress = ArticleFilter(lambda: list_menu(self), self.narrowing.views_button)
        self.narrowing.buttons = self.progress
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Articles done"))
        self._count = PlainLabel(name="articles_done", wrapped=False)
        self.setFocusProxy(self.view)
        self._lay_out()
        self._connect()
        self._tell_counts()

    def _connect(self) -> None:
        self.filter.stepped.connect(self._enter_list)
        self.filter.accepted.connect(self._open_first)
        self.filter.escaped.connect(self._leave_search)
        self.progress.changed.connect(self._look_for)
        self.view.opened.connect(lambda row: self.article_requested.emit(self._at(row)))
        self.view.escaped.connect(self._leave_list)
        self.view.typed.connect(self._begin_search)
        self.view.left.connect(self._leave_highlight)
        self.view.menu_requested.connect(self._show_menu)
        self.view.delete_requested.connect(lambda: self.with_meant(self.delete_requested.emit))
        self.view.selectionModel().selectionChanged.connect(self._tell_counts)
        self.view.header.arranged.connect(self._follow_columns)
        self.view.header.sorts_changed.connect(self._note_order)
        self.narrowing.filtering.changed.connect(self._note_order)
        self.narrowing.changed.connect(self._show_changed)
        self.narrowing.left.connect(self.view.setFocus)
        self.model.modelAboutToBeReset.connect(self._remember)
        self.model.modelReset.connect(self._recall)
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
        for widget in (self.narrowing.grouping.pane.above(self.view), self._bar, self._count):
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
        self._open = self._closed_at = None
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
        self._closed_at = self.model.row_of(self._open)
        self._open = records.article.id if records else None
        self.model.rows.open(self._open)
        self._show_open()
        if (index := self.view.currentIndex()).isValid():
            self.view.scrollTo(index)

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
        done, total, shown = len(self.model.known.done), len(self.model.known), self.model.rowCount()
        if not self.is_listed:
            total = shown = 0  # nothing is said of what has been read so far
        self._bar.setVisible(total > 0)
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        parts = [_("{done:,} of {total:,} done").format(done=done, total=total)] if total else []
        if shown < total:
            parts.insert(0, _("{count:,} listed").format(count=shown))
        if (selected := self.view.selected_count()) > 1:
            parts.insert(0, _("{count:,} selected").format(count=selected))
        self._count.setText(" · ".join(parts))

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
        opened = [self._open] if self._open and self._open in self.model.known else []
        self.model.with_lines(self.view.selected() if self.view.hasFocus() else opened, then)

    def _show_open(self) -> None:
        """Highlight the article on the screen; nothing is highlighted if it is not listed."""
        self.view.go_to_row(self.model.row_of(self._open))

    def _leave_highlight(self) -> None:
        """Highlight the article on the screen again, unless several are selected."""
        if self.view.selected_count() <= 1:
            self._show_open()

    def _remember(self) -> None:
        """Take note of what is selected, before rows change."""
        self._selected, current = self.view.selected(), self.view.currentIndex()
        self._current = self._at(current.row()) if current.isValid() else None

    def _recall(self) -> None:
        """Select again what was selected, as far as it is listed."""
        rows = self.model.rows.rows_of(self._selected)
        self.view.go_to_row(self.model.row_of(self._current))
        if len(rows) > 1:
            self.view.select_rows(rows)
        elif not rows:
            self._show_open()

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

    def neighbour(self, article: Id | None, step: int) -> Id | None:
        """Return the article that is `step` lines after another (or before it) in the list as it is shown."""
        row = self.model.row_of(article)
        wanted = (row + step) if row is not None else 0
        return self._at(wanted) if 0 <= wanted < self.model.rowCount() else None

    def next_to_closed(self) -> Id | None:
        """Return the article that has taken the row of one that was deleted; if that was the last row, the last one."""
        count = self.model.rowCount() if self.is_listed else 0
        return self._at(min(self._closed_at or 0, count - 1)) if count else None

    def next_open(self, article: Id | None) -> Id | None:
        """Return the next article that is not done: after this one, or else from the top; None if all are done."""
        count = self.model.rowCount()
        start = self.model.row_of(article)
        order = [(start + 1 + i) % count for i in range(count)] if start is not None else range(count)
        others = (each for row in order if (each := self._at(row)) != article)
        return next((each for each in others if each not in self.model.known.done), None)

    def _at(self, row: int) -> Id:
        return self.model.id_at(row)

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
            self.article_requested.emit(self._at(0))

    def _leave_list(self) -> None:
        """Select the article on the screen alone if several are selected; otherwise return to the text."""
        if self.view.selected_count() > 1:
            self._show_open()
        else:
            self.returned.emit()

    # Menus

    def _show_menu(self, row: int, place: QPoint) -> None:
        """Show the menu of the selected articles or, if another one is under the pointer, of that one, which is
        highlighted while the menu is open.
        """
        self._remember()
        if row not in self.view.selected_rows():
            self.view.go_to_row(row)
        menu = article_menu(self, self.view.selected(), writable=self.model.writable)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.aboutToHide.connect(self._recall)
        menu.popup(place)
