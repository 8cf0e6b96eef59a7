"""Find words in the article: the match is selected while one types, Enter goes on, Esc returns to the text with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.article.article_view import ArticleView
from gui.article.look import PADDING
from gui.theme import theme
from gui.widgets.plain_label import PlainLabel
from gui.widgets.search_line import SearchLine
from gui.widgets.tool_buttons import tool_button
from models.text.finding import find_all, nearest
from models.text.ranges import Range
from models.translation import _

_SHOWN = 40
"""Matches on each side of the selected one that are coloured too; with more, each key would be slow."""

_LONGEST = 80
"""Code points of a selection that is searched for at once."""


class FindBar(QWidget):
    """A line under the text. It searches the article's own text and selects exactly what it finds."""

    closed = Signal()

    def __init__(self, view: ArticleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._places: list[Range] = []
        self._at = 0
        self._from = 0
        self._words = _search_line()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._count = PlainLabel(wrapped=False)
        self._previous = tool_button("chevron-up", _("Previous match"), "Shift+Enter")
        self._next = tool_button("chevron-down", _("Next match"), "Enter")
        self._close = tool_button("close", _("Close"), "Esc")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(6)
        row.addWidget(self._words, 1)
        for each in (self._count, self._previous, self._next, self._close):
            row.addWidget(each)
        self._wire()
        self.hide()

    def _wire(self) -> None:
        self._words.textChanged.connect(self._search)
        self._words.accepted.connect(self.step)
        self._words.stepped.connect(self.step)
        self._words.escaped.connect(self.close_bar)
        self._previous.clicked.connect(lambda: self.step(-1))
        self._next.clicked.connect(lambda: self.step(1))
        self._close.clicked.connect(self.close_bar)

    def set_margin(self, margin: int) -> None:
        """Keep the bar below the column of the text, with this margin in pixels on both sides."""
        self.setContentsMargins(margin + PADDING, 0, margin + PADDING - 4, 0)

    def open_bar(self) -> None:
        """Show the bar, ready for typing; words that are selected on one line are searched for at once."""
        self._from = self._view.selection()[0]
        words = selected_words(self._view)
        self.show()
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if words:
            self._words.setText(words)
        self._words.selectAll()
        self._search()

    def close_bar(self) -> None:
        """Hide the bar; the match stays selected."""
        self._view.clear_matches()
        self.hide()
        self.closed.emit()

    def leave_page(self) -> None:
        """Forget what was found in the article before; Ctrl+F searches this one for the same words."""
        self._places = []
        if not self.isHidden():
            self.close_bar()

    def _search(self) -> None:
        """Search from where the search began, so that further typing does not leave the first match.

        Hidden words are found only if there are no others.
        """
        places = find_all(self._view.text, self._words.text())
        self._places = [place for place in places if not self._view.folding.is_folded(place[0])] or places
        self._at = nearest(self._places, self._from)
        self._show()

    def step(self, step: int) -> None:
        """Go to the next match (step 1) or to the one before (-1); after the last comes the first."""
        if self._places:
            self._at = (self._at + step) % len(self._places)
            self._from = self._places[self._at][0]
            self._show()

    def _show(self) -> None:
        if self._places:
            self._count.setText(_("{at} of {count}").format(at=self._at + 1, count=len(self._places)))
            near = self._places[max(0, self._at - _SHOWN) : self._at + _SHOWN]
            self._view.show_matches(self._places[self._at], near)
        else:
            self._count.setText(_("Not found") if self._words.text().strip() else "")
            self._view.clear_matches()
        for button in (self._previous, self._next):
            button.setEnabled(bool(self._places))


def selected_words(view: ArticleView) -> str:
    """Return the words that are selected in an article, to search for them; "" for too many, or for several lines."""
    start, end = view.selection()
    words = view.text[start:end]
    return words if "\n" not in words and len(words) <= _LONGEST else ""


def _search_line() -> SearchLine:
    words = SearchLine(_("Find in article"), _("Find in article"))
    words.setObjectName("find_in_article")
    words.addAction(theme().icon("search"), SearchLine.ActionPosition.LeadingPosition)
    return words
