"""The panel at the left: the articles with their progress, a search, and how many are done."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMenu, QProgressBar, QVBoxLayout, QWidget

from gui.panels.article_list_model import ArticleListModel
from gui.panels.article_list_view import ArticleListView
from gui.project.project import Project
from gui.project.view import ProjectView
from gui.widgets.menu_entries import add_entry
from gui.widgets.search_line import SearchLine
from models.edits import Edit
from models.entities import Status
from models.ids import Id
from models.translation import _


class ArticleList(QWidget, ProjectView):
    """Shows the articles and asks for one to be opened, finished or deleted.

    The article on the screen is highlighted, except while the keyboard or a menu is at another one.
    """

    article_requested = Signal(str)
    status_requested = Signal(str, bool)
    """The article is to be marked as done, or as not done."""
    delete_requested = Signal(str)
    listed = Signal()
    """It is known which articles the project has, and the list shows them."""
    returned = Signal()
    """The coder wants to return to the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_list")
        self._model = ArticleListModel(self)
        self._open: Id | None = None
        self._closed_at: int | None = None
        self.filter = SearchLine(_("Search articles"), _("Search titles"))
        self.filter.setObjectName("search_articles")
        self.filter.setClearButtonEnabled(True)
        self.filter.setAcceptDrops(False)  # files that are dropped here are for the window
        self.view = ArticleListView(self._hint)
        self._rows = QSortFilterProxyModel(self)
        """The same rows for the view, which asks twice about each: 20,000 calls of Python would hold the window."""
        self._rows.setSourceModel(self._model)
        self.view.setModel(self._rows)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(_("Articles done"))
        self._count = QLabel()
        self._count.setObjectName("articles_done")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self.setFocusProxy(self.view)
        self._lay_out()
        self.filter.textChanged.connect(self._search)
        self.filter.stepped.connect(self._enter_list)
        self.filter.accepted.connect(self._open_first)
        self.filter.escaped.connect(self._leave_search)
        self.view.activated.connect(self._ask)
        self.view.clicked.connect(self._ask)
        self.view.escaped.connect(self.returned)
        self.view.typed.connect(self._begin_search)
        self.view.left.connect(self._show_open)
        self.view.menu_requested.connect(self._show_menu)
        self._model.read.connect(self._count_done)
        self._model.read.connect(self.view.paint_now)
        self._model.listed.connect(self.listed)
        self._count_done()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 6, 10)
        column.setSpacing(8)
        for widget in (self.filter, self.view, self._progress, self._count):
            column.addWidget(widget)

    def set_project(self, project: Project | None) -> None:
        """List the articles of another project, or of none."""
        super().set_project(project)
        self._open = self._closed_at = None
        self.filter.clear()
        self._model.set_project(project)
        self.setEnabled(project is not None)
        self._count_done()

    def show_article(self) -> None:
        """Highlight the article that is now on the screen, without taking the focus."""
        records = self.project.records if self.project else None
        self._closed_at = self._model.row_of(self._open)
        self._open = records.article.id if records else None
        self._show_open()
        if (index := self.view.currentIndex()).isValid():
            self.view.scrollTo(index)

    def follow(self, edit: Edit) -> None:
        """Show what an edit has changed in the lines of the articles."""
        self._model.follow(edit)
        self._show_open()
        self._count_done()

    def _count_done(self) -> None:
        done, total = self._model.done, len(self._model.lines)
        self._progress.setVisible(total > 0)
        self._progress.setRange(0, max(total, 1))
        self._progress.setValue(done)
        self._count.setText(_("{done:,} of {total:,} done").format(done=done, total=total) if total else "")

    @property
    def is_listed(self) -> bool:
        """Whether it is known which articles the project has."""
        return self._model.is_listed

    @property
    def is_empty(self) -> bool:
        """Whether the project is known to have no articles, whatever is searched for."""
        return self.is_listed and not self._model.lines

    def _hint(self) -> str:
        """Return the hint of an empty list; the middle of the window says how to get articles."""
        return "" if not self._model.lines else _("No title contains “{words}”.").format(words=self.filter.text())

    def _show_open(self) -> None:
        """Highlight the article on the screen; nothing is highlighted if it is not listed."""
        row = self._model.row_of(self._open)
        self.view.setCurrentIndex(self._rows.index(row, 0) if row is not None else QModelIndex())

    def _search(self, words: str) -> None:
        self._model.search(words)
        self._show_open()
        self.view.viewport().update()

    def _begin_search(self, typed: str) -> None:
        """Continue in the search line with what is typed in the list."""
        self.filter.setFocus()
        self.filter.insert(typed)

    def known(self, article: Id | None) -> Id | None:
        """Return the same id if this project has the article, else None."""
        return article if article in self._model.lines else None

    def neighbour(self, article: Id | None, step: int) -> Id | None:
        """Return the article that is `step` lines after another (or before it) in the list as it is shown."""
        row = self._model.row_of(article)
        wanted = (row + step) if row is not None else 0
        return self._at(wanted) if 0 <= wanted < self._model.rowCount() else None

    def next_to_closed(self) -> Id | None:
        """Return the article that has taken the row of one that was deleted; if that was the last row, the last one."""
        count = self._model.rowCount() if self.is_listed else 0
        return self._at(min(self._closed_at or 0, count - 1)) if count else None

    def next_open(self, article: Id | None) -> Id | None:
        """Return the next article that is not done: after this one, or else from the top; None if all are done."""
        count = self._model.rowCount()
        start = self._model.row_of(article)
        order = [(start + 1 + i) % count for i in range(count)] if start is not None else range(count)
        for row in order:
            line = self._model.line(row)
            if line.status is Status.OPEN and line.id != article:
                return line.id
        return None

    def _at(self, row: int) -> Id:
        return self._model.line(row).id

    def _leave_search(self) -> None:
        self.filter.clear()
        self.returned.emit()

    def _enter_list(self, step: int) -> None:
        if step < 0:
            return
        if self._model.rowCount() and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self._rows.index(0, 0))
        self.view.setFocus()

    def _open_first(self) -> None:
        """Open the first article that the search found; if nothing was searched for, return to the text."""
        if not self.filter.text():
            self.returned.emit()
        elif self._model.rowCount():
            self.article_requested.emit(self._at(0))

    def _ask(self, index: QModelIndex) -> None:
        self.article_requested.emit(self._at(index.row()))

    def _show_menu(self, row: int, place: QPoint) -> None:
        """Show the menu of an article, which is highlighted while the menu is open."""
        line = self._model.line(row)
        done = line.status is Status.DONE
        writable = self.project is not None and not self.project.store.read_only
        menu = QMenu(self)
        menu.setObjectName("article_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add_entry(menu, _("&Open"), partial(self.article_requested.emit, line.id), name="article_open")
        menu.addSeparator()
        add_entry(
            menu,
            _("Mark as Not &Done") if done else _("Mark as &Done"),
            partial(self.status_requested.emit, line.id, not done),
            icon="" if done else "article-done",
            name="article_done",
            enabled=writable,
        )
        add_entry(menu, _("&Copy Title"), lambda: QGuiApplication.clipboard().setText(line.title), name="article_copy")
        menu.addSeparator()
        add_entry(
            menu,
            _("De&lete…"),
            partial(self.delete_requested.emit, line.id),
            icon="delete",
            name="article_delete",
            enabled=writable,
        )
        menu.aboutToHide.connect(self._show_open)
        self.view.setCurrentIndex(self._rows.index(row, 0))
        menu.popup(place)
