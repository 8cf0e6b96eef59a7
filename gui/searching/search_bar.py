"""The line above what a search has found: its words, where is searched, how much was found, and buttons."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from gui.theme import theme
from gui.widgets.drop_down import DropDown
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.search_line import SearchLine
from gui.widgets.tool_buttons import tool_button
from models.translation import _


class Scope(NamedTuple):
    """Where is searched: in the articles that the list shows or in all, and in their boilerplate too or not."""

    listed: bool
    boilerplate: bool


SCOPES = {
    Scope(listed=False, boilerplate=False): _("All articles"),
    Scope(listed=True, boilerplate=False): _("Listed articles"),
    Scope(listed=False, boilerplate=True): _("All, with boilerplate"),
    Scope(listed=True, boilerplate=True): _("Listed, with boilerplate"),
}


BESIDE_SCOPE = 46
"""Pixels of the drop-down list beside the words of its current entry."""


class SearchBar(QWidget):
    """Says what the coder asks for."""

    stepped = Signal(int)
    """The next place is wanted (1), or the one before (-1)."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = SearchLine(_("Search articles"), _("Words in the texts of all articles"))
        self.words.setObjectName("search_articles")
        self.words.setClearButtonEnabled(True)
        self.words.addAction(theme().icon("search"), SearchLine.ActionPosition.LeadingPosition)
        self.scopes = DropDown()
        self.scopes.setAccessibleName(_("Articles that are searched"))
        for scope, words in SCOPES.items():
            self.scopes.addItem(words, scope)
        self.scopes.view().setMinimumWidth(self.scopes.sizeHint().width())
        self._count = ElidedLabel()
        self._count.setObjectName("hint")
        self._previous = tool_button("chevron-up", _("Previous place"), "Shift+F3")
        self._next = tool_button("chevron-down", _("Next place"), "F3")
        close = tool_button("close", _("Close"), "Esc")
        self._previous.clicked.connect(lambda: self.stepped.emit(-1))
        self._next.clicked.connect(lambda: self.stepped.emit(1))
        for closing in (close.clicked, self.words.escaped):
            closing.connect(self.closed)
        self.scopes.currentTextChanged.connect(self._fit_scope)
        self._lay_out(close)
        self._fit_scope(self.scopes.currentText())

    def _lay_out(self, close: QToolButton) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.words, 5)
        row.addWidget(self.scopes)
        row.addSpacing(6)
        row.addWidget(self._count, 6)
        for button in (self._previous, self._next, close):
            row.addWidget(button)

    def _fit_scope(self, words: str) -> None:
        """Make the drop-down list as wide as its current entry, which leaves room for words and counts."""
        self.scopes.setFixedWidth(self.scopes.fontMetrics().horizontalAdvance(words) + BESIDE_SCOPE)

    @property
    def scope(self) -> Scope:
        """Where is searched."""
        return Scope(*self.scopes.currentData())

    def tell(self, words: str, *, can_step: bool) -> None:
        """Say how much was found, and offer to go from place to place if there is any."""
        self._count.setText(words)
        self._count.setToolTip(words)
        for button in (self._previous, self._next):
            button.setEnabled(can_step)
