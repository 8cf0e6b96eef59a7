"""Where one was in each article: the caret and the lines in sight come back when the article does."""

from PySide6.QtCore import QObject

from gui.article.article_view import ArticleView
from gui.system.settings import Settings
from models.ids import Id


class ReadingPosition(QObject):
    """Keeps the place in the article on the screen when it is left, and returns to it when it is opened again."""

    def __init__(self, view: ArticleView, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._settings = view, settings
        self._article: Id | None = None

    def leave(self) -> None:
        """Keep the place in the article that is about to leave the screen."""
        if self._article:
            self._settings.keep_reading_position(self._article, self._view.position())
        self._article = None

    def arrive(self, article: Id) -> None:
        """Return to where one was in an article that has come to the screen; one that is new begins at its top."""
        self._article = article
        if place := self._settings.reading_position(article):
            self._view.return_to(*place)
