"""What narrows the list of edits: words, an article, a coder, and what they concern."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.history.article_filter import ArticleFilter
from gui.project.project import Project
from gui.widgets.drop_down import DropDown
from gui.widgets.search_line import SearchLine
from models.lines.edit_line import WORDS, Concern, EditFilter
from models.text.finding import search_words
from models.translation import _

PAUSE = 250
"""Milliseconds after the last letter, after which is searched."""


class Filters(QWidget):
    """One line above the list."""

    changed = Signal()
    left = Signal()
    """Enter or Down in the line for words: the list is to have the focus."""

    def __init__(self, project: Project) -> None:
        super().__init__()
        self.words = SearchLine(_("Search the history"), _("Search"))
        self.words.setClearButtonEnabled(True)
        self.article = ArticleFilter(project)
        self.coders, self.concerns = DropDown(), DropDown()
        self.coders.addItem(_("All coders"), None)
        self.concerns.addItem(_("Everything"), None)
        for concern, words in WORDS.items():
            self.concerns.addItem(words, concern)
        self.coders.setAccessibleName(_("Coders of the history"))
        self.concerns.setAccessibleName(_("Kinds of edits"))
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.words, 1)
        for each in (self.article, self.coders, self.concerns):
            row.addWidget(each)
        self._soon.timeout.connect(self.changed)
        self.words.textChanged.connect(self._soon.start)
        self.words.accepted.connect(self._search_now)
        self.words.stepped.connect(lambda _by: self.left.emit())
        self.words.escaped.connect(self._leave_words)
        self.article.changed.connect(self.changed)
        self.article.chosen.connect(self.left)
        for each in (self.coders, self.concerns):
            each.currentIndexChanged.connect(self.changed)

    def wanted(self) -> EditFilter:
        """Return what is asked for, besides words."""
        concern: Concern | None = self.concerns.currentData()
        return EditFilter(self.article.article, self.coders.currentData(), concern)

    def searched(self) -> tuple[str, ...]:
        """Return the words that are searched for, folded."""
        return search_words(self.words.text())

    def offer_coders(self, coders: tuple[str, ...]) -> None:
        """Offer everybody who made an edit."""
        for coder in coders:
            if self.coders.findData(coder) < 0:
                self.coders.addItem(coder, coder)

    def choose_coder(self, coder: str) -> None:
        """Show the edits of a coder."""
        self.offer_coders((coder,))
        self.coders.setCurrentIndex(self.coders.findData(coder))

    def begin_with(self, typed: str) -> None:
        """Search for words that begin with what was typed elsewhere."""
        self.words.setText(typed)
        self.words.setFocus()

    def _search_now(self) -> None:
        if self._soon.isActive():
            self._soon.stop()
            self.changed.emit()
        self.left.emit()

    def _leave_words(self) -> None:
        """Escape takes the words away first, and only then leaves the window."""
        if self.words.text():
            self.words.clear()
            self._search_now()
        else:
            self.left.emit()
