"""Which article comes next in the order of the list."""

from gui.panels.article_list_model import ArticleListModel
from models.ids import Id


class Neighbours:
    """Finds articles by where they are in the list as it is shown."""

    def __init__(self, model: ArticleListModel) -> None:
        self._model = model
        self._closed_at: int | None = None
        """The row of the article that was on the screen before, if it was listed."""

    def note_closed(self, article: Id | None) -> None:
        """Take note of where an article is that is being closed, and may have been deleted."""
        self._closed_at = self._model.row_of(article)

    def beside(self, article: Id | None, step: int) -> Id | None:
        """Return the article that is `step` lines after another (or before it); the first if that is not listed."""
        row = self._model.row_of(article)
        wanted = (row + step) if row is not None else 0
        return self._model.id_at(wanted) if 0 <= wanted < self._model.rowCount() else None

    def next_to_closed(self) -> Id | None:
        """Return the article that has taken the row of one that was deleted; if that was the last row, the last one."""
        count = self._model.rowCount() if self._model.pieces.is_listed else 0
        return self._model.id_at(min(self._closed_at or 0, count - 1)) if count else None

    def next_open(self, article: Id | None) -> Id | None:
        """Return the next article that is not done: after this one, or else from the top; None if all are done."""
        count = self._model.rowCount()
        start = self._model.row_of(article)
        order = [(start + 1 + i) % count for i in range(count)] if start is not None else range(count)
        others = (each for row in order if (each := self._model.id_at(row)) != article)
        return next((each for each in others if each not in self._model.known.done), None)
