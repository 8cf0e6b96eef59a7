"""Which article the list highlights, and which ones are selected, also while its rows change."""

from PySide6.QtCore import QObject

from gui.panels.article_list_model import ArticleListModel
from gui.panels.article_list_view import ArticleListView
from models.ids import Id


class Highlight(QObject):
    """Highlights the article on the screen, except while the keyboard or a menu is at another one, or several are
    selected.
    """

    def __init__(self, model: ArticleListModel, view: ArticleListView, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._view = model, view
        self.open: Id | None = None
        """The article on the screen."""
        self._selected: list[Id] = []
        self._current: Id | None = None
        view.left.connect(self._leave)
        model.modelAboutToBeReset.connect(self.remember)
        model.modelReset.connect(self.recall)

    def show_open(self) -> None:
        """Highlight the article on the screen; nothing is highlighted if it is not listed."""
        self._view.go_to_row(self._model.row_of(self.open))

    def go_to(self, article: Id | None) -> None:
        """Highlight the article that is on the screen now, and scroll to it."""
        self.open = article
        self._model.rows.open(article)
        self.show_open()
        if (index := self._view.currentIndex()).isValid():
            self._view.scrollTo(index)

    def remember(self) -> None:
        """Take note of what is selected, before rows change or a menu is opened."""
        self._selected, current = self._view.selected(), self._view.currentIndex()
        self._current = self._model.id_at(current.row()) if current.isValid() else None

    def recall(self) -> None:
        """Select again what was selected, as far as it is listed."""
        rows = self._model.rows.rows_of(self._selected)
        self._view.go_to_row(self._model.row_of(self._current))
        if len(rows) > 1:
            self._view.select_rows(rows)
        elif not rows:
            self.show_open()

    def _leave(self) -> None:
        """Highlight the article on the screen again, unless several are selected."""
        if self._view.selected_count() <= 1:
            self.show_open()
