"""Choose the article whose edits are listed: all, the one on the screen, or any other by words of its title."""

from PySide6.QtCore import QModelIndex, QStringListModel, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from gui.project.project import Project
from gui.widgets.drop_down import DropDown
from gui.widgets.search_line import SearchLine
from models.entities import Article
from models.ids import Id
from models.text.excerpts import quoted
from models.text.finding import search_words
from models.translation import _

MOST = 20
"""Articles that are offered for some words."""
WIDTH = 420
"""Pixels of the list of titles, at least."""
OTHER = ""
"""The data of the entry that asks for another article."""


class ArticleFilter(QWidget):
    """A list that drops down; its last entry shows a line, in which words of a title are typed."""

    changed = Signal()
    chosen = Signal()
    """An article was chosen by its title: its edits are to have the focus."""

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._other: Id | None = None
        self._title = ""
        self._offered: list[tuple[Id, str]] = []
        self.list = DropDown()
        self.list.setAccessibleName(_("Articles of the history"))
        self.list.setMaximumWidth(260)
        self.list.addItem(_("All articles"), None)
        self.list.addItem(_("Another article …"), OTHER)
        self.title = SearchLine(_("Title of the article"), _("Words of its title"))
        self.title.setMinimumWidth(180)
        self.title.hide()
        self._titles = QStringListModel(self)
        self._completer = QCompleter(self._titles, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self.title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.list)
        row.addWidget(self.title)
        self.list.currentIndexChanged.connect(self._follow_list)
        self.title.textEdited.connect(self._ask)
        self.title.stepped.connect(lambda _by: self._ask())
        self.title.accepted.connect(self._take_current)
        self.title.escaped.connect(self._give_up)
        self._completer.activated[QModelIndex].connect(self._take_index)  # type: ignore[index]  # one of two signals

    @property
    def article(self) -> Id | None:
        """The article whose edits are wanted; None for all."""
        chosen = self.list.currentData()
        return self._other if chosen == OTHER else chosen

    def show_article(self, article: Article | None) -> None:
        """Offer the edits of the article on the screen; if those of the last one are shown, these are now."""
        was_chosen = self.list.currentData() not in (None, OTHER)
        self.list.blockSignals(True)
        if self.list.count() > 2:
            self.list.removeItem(1)
        if article:
            self.list.insertItem(1, _("Only {title}").format(title=quoted(article.title)), article.id)
        if was_chosen:
            self.list.setCurrentIndex(1 if article else 0)
        self.list.blockSignals(False)
        if was_chosen:
            self.changed.emit()

    def choose(self, article: Id, title: str) -> None:
        """Show the edits of an article, which can be gone."""
        self._other, self._title = article, " ".join(title.split())
        self.list.blockSignals(True)
        self.list.setCurrentIndex(self.list.count() - 1)
        self.list.blockSignals(False)
        self.title.setText(self._title)
        self.title.setCursorPosition(0)
        self.title.show()
        self.changed.emit()

    def _follow_list(self) -> None:
        is_other = self.list.currentData() == OTHER
        self.title.setVisible(is_other)
        if is_other:
            self.title.setFocus()
            self.title.selectAll()
            self._ask()
        self.changed.emit()

    def _ask(self) -> None:
        words = search_words("" if self.title.text() == self._title else self.title.text())
        self._project.reader.ask(self, lambda view: view.titles(words, MOST), self._offer)

    def _offer(self, found: list[tuple[Id, str]]) -> None:
        self._offered = found
        self._titles.setStringList([" ".join(title.split()) for _id, title in found])
        popup = self._completer.popup()
        assert popup is not None, "it completes in a popup"
        popup.setMinimumWidth(WIDTH)
        popup.ensurePolished()  # else its rows are measured before they have their style
        if found and self.title.hasFocus():
            self._completer.complete()
        else:
            popup.hide()

    def _take_current(self) -> None:
        """Take the title that is current in the list, or else the first; the line hears of Enter before the list."""
        popup = self._completer.popup()
        current = popup.currentIndex() if popup and popup.isVisible() else QModelIndex()
        if current.isValid() or self.title.text() != self._title:
            self._take(max(current.row(), 0))

    def _take_index(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _take(self, row: int) -> None:
        if 0 <= row < len(self._offered):
            self._project.reader.forget(self)
            self.choose(*self._offered[row])
            self.chosen.emit()

    def _give_up(self) -> None:
        """Go back to the article that was chosen, or to all of them."""
        if self._other:
            self.title.setText(self._title)
            self.list.setFocus()
        else:
            self.list.setCurrentIndex(0)
            self.list.setFocus()
