"""The middle of the window: the article's text, the find bar under it, and a line for hints."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from gui.article.article_view import ArticleView
from gui.article.find_bar import FindBar
from gui.article.look import PADDING
from gui.theme import fonts, theme

_HINT_MILLISECONDS = 4000


class ArticlePane(QWidget):
    """Shows an article with its find bar. The foot line shows a hint for a while, and is hidden otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ArticleView(self)
        self.find_bar = FindBar(self.view, self)
        self.foot = QLabel(self)
        self.foot.setObjectName("article_foot")
        self.foot.setTextFormat(Qt.TextFormat.PlainText)
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

    def _end_hint(self) -> None:
        self._say("")

    def _say(self, words: str) -> None:
        self.foot.setText(words)
        for each in (self.foot, self._rule):
            each.setVisible(bool(words))

    def _set_margin(self, margin: int) -> None:
        """Keep the foot and the find bar below the column."""
        self.find_bar.set_margin(margin)
        self.foot.setContentsMargins(margin + PADDING, 6, PADDING, 7)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.find_bar)
        column.addWidget(self._rule)
        column.addWidget(self.foot)

    def _apply_colours(self) -> None:
        scheme = theme().scheme
        self.setStyleSheet(
            f"ArticlePane {{ background: {scheme.surface}; }}"
            f" FindBar {{ background: {scheme.surface}; border-top: 1px solid {scheme.line}; }}"
            f" #article_foot {{ color: {scheme.muted}; background: {scheme.surface}; }}"
        )
        self._rule.setStyleSheet(f"background: {scheme.line};")
        self.foot.setFont(fonts.small_font())
