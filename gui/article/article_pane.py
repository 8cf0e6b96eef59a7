"""The middle of the window: the article's text, the find bar under it, and a line for hints."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from gui.article.article_view import ArticleView
from gui.article.find_bar import FindBar
from gui.article.look import PADDING
from gui.theme import fonts, theme
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.tooltips import plain_tooltip
from models.translation import _

_HINT_MILLISECONDS = 4000
_EDGE = 8
"""Pixels at the right of the foot line."""


class ArticlePane(QWidget):
    """Shows an article with its find bar. The foot line counts the places without a record, if these are wanted; it
    shows a hint for a while, and is hidden otherwise.
    """

    next_place_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view = ArticleView(self)
        self.find_bar = FindBar(self.view, self)
        self.foot = ElidedLabel(self)  # long words would make the text wider, and break its lines again
        self.foot.setObjectName("article_foot")
        self._moved, self._scrolled = 0, 0
        """How far the pane was moved down, as by a notice that came above it, and how far it was scrolled before."""
        self._coverage = ""
        self._stays = False
        self._next_place = QToolButton(self)
        self._next_place.setObjectName("next_open_place")
        self._next_place.setText(_("Next (G)"))
        self._next_place.setAutoRaise(True)
        self._next_place.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._next_place.clicked.connect(self.next_place_wanted)
        self._row = QWidget(self)
        self._row.setObjectName("article_foot_row")
        self._hinting = QTimer(self, singleShot=True, interval=_HINT_MILLISECONDS)
        self._rule = QFrame(self)
        self._rule.setFixedHeight(1)
        self._lay_out()
        self._hinting.timeout.connect(self._end_hint)
        self.view.hinted.connect(self.hint)
        self.view.column.moved.connect(self._set_margin)
        self.view.display.page_turned.connect(self.find_bar.leave_page)
        self.find_bar.closed.connect(lambda: self.view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.setFocusProxy(self.view)
        theme().changed.connect(self._apply_colours)
        self._apply_colours()
        self._end_hint()

    def find(self) -> None:  # type: ignore[override]  # hides a static look-up by window id that nobody needs
        """Open the find bar; Esc in it returns to the text."""
        if self.view.text:
            self.find_bar.open_bar()

    def hint(self, words: str) -> None:
        """Show a message for a few seconds."""
        self._say(words)
        self._hinting.start()

    def show_coverage(self, words: str, *, stays: bool, has_places: bool) -> None:
        """Say which places have no record. The foot line stays while these are counted, so that no text moves."""
        self._stays, self._coverage = stays, words
        self._next_place.setVisible(has_places)
        if not self._hinting.isActive():
            self._end_hint()

    def _end_hint(self) -> None:
        self._say(self._coverage)

    def _say(self, words: str) -> None:
        self.foot.setText(words)
        self.foot.setToolTip(plain_tooltip(words))
        for each in (self.foot, self._row, self._rule):
            each.setVisible(bool(words) or self._stays)

    def _set_margin(self, margin: int) -> None:
        """Keep the foot and the find bar below the column."""
        self.find_bar.set_margin(margin)
        self._row.setContentsMargins(margin + PADDING, 0, _EDGE, 0)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._moved, self._scrolled = event.pos().y() - event.oldPos().y(), self.view.scrolling.offset

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text where it is on the screen when something comes or goes above the pane."""
        super().resizeEvent(event)
        self.view.scrolling.stay_on_screen(self._scrolled, self._moved)
        self._moved = 0

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.find_bar)
        column.addWidget(self._rule)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        self.foot.setContentsMargins(0, 6, 0, 7)
        row.addWidget(self.foot)
        row.addWidget(self._next_place)
        row.addStretch(1)
        column.addWidget(self._row)

    def _apply_colours(self) -> None:
        scheme = theme().scheme
        self.setStyleSheet(
            f"ArticlePane {{ background: {scheme.surface}; }}"
            f" FindBar {{ background: {scheme.surface}; border-top: 1px solid {scheme.line}; }}"
            f" #article_foot {{ color: {scheme.muted}; }}"
            f" #next_open_place {{ color: {scheme.accent}; }}"
        )
        self._rule.setStyleSheet(f"background: {scheme.line};")
        self.foot.setFont(fonts.small_font())
        self._next_place.setFont(fonts.small_font())
