"""The menu of one article in the list, whether it is the one on the screen or not."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from gui.theme import theme
from models.entities import Status

if TYPE_CHECKING:
    from models.store.reading import ArticleLine


class ArticleMenu(QMenu):
    """What can be done with an article from its line in the list. Its verbs take nothing and are given by the list."""

    def __init__(self, parent: QWidget, line: "ArticleLine", *, writable: bool) -> None:
        super().__init__(parent)
        self.setObjectName("article_menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._line, self._writable = line, writable

    def fill(self, opened: Callable[[], None], finished: Callable[[], None], deleted: Callable[[], None]) -> None:
        """Make the entries: open, done or not done, copy the title, delete."""
        done = self._line.status is Status.DONE
        self._add("article_open", "&Open", "", opened)
        self.addSeparator()
        self._add(
            "article_done", "Not &Done" if done else "&Done", "" if done else "article-done", finished, edits=True
        )
        self._add("article_copy", "&Copy Title", "", lambda: QGuiApplication.clipboard().setText(self._line.title))
        self.addSeparator()
        self._add("article_delete", "De&lete…", "delete", deleted, edits=True)

    def _add(self, name: str, words: str, icon: str, does: Callable[[], None], *, edits: bool = False) -> None:
        action = self.addAction(theme().icon(icon), words) if icon else self.addAction(words)
        action.setObjectName(name)
        action.setEnabled(self._writable or not edits)
        action.triggered.connect(lambda _checked=False: does())
