"""A line across the top of the article that says what went wrong and what is safe, until it is closed."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from gui.theme import theme
from gui.widgets.plain_label import PlainLabel
from models.errors import OnrecordError
from models.translation import _


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be done about a notice, as a button."""

    label: str
    do: Callable[[], object]


@dataclass(frozen=True, slots=True)
class News:
    """Something that should be read and is not an error, with what can be done about it."""

    words: str
    offers: tuple[Offer, ...] = ()
    icon: str = "information"


class Notice(QFrame):
    """Plain words, never markup; closed by its button, by Esc in the text, or by the next edit that succeeds."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setAccessibleName(_("Notice"))
        self._icon = QLabel()
        self._icon.setFixedWidth(16)
        self._words = PlainLabel(name="notice_words")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QToolButton()
        close.setIcon(theme().icon("close"))
        close.setAutoRaise(True)
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.setToolTip(_("Close this notice"))
        close.setAccessibleName(_("Close this notice"))
        close.clicked.connect(self.hide)
        self._offers = QWidget()
        self._buttons = QHBoxLayout(self._offers)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self._buttons.setSpacing(8)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addWidget(self._offers)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_error(self, error: OnrecordError) -> None:
        """Say what happened, what is safe and what to do."""
        self._show(str(error), "warning")

    def show_news(self, news: News) -> None:
        """Show something that should be read, and offer what can be done about it."""
        self._show(news.words, news.icon, news.offers)

    def _show(self, words: str, icon: str, offers: tuple[Offer, ...] = ()) -> None:
        self._icon.setPixmap(theme().icon(icon).pixmap(16, 16))
        self._words.setText(words)
        self.setAccessibleDescription(words)
        while (item := self._buttons.takeAt(0)) is not None:
            if button := item.widget():
                button.hide()
                button.deleteLater()
        for offer in offers:
            button = QPushButton(offer.label)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the coder's work
            button.clicked.connect(lambda _checked=False, offer=offer: offer.do())
            self._buttons.addWidget(button)
            button.show()  # at once: beside others that are shown, the layout would do so in the next turn of the loop
        self._buttons.addStretch(1)
        self._offers.setVisible(bool(offers))
        self.show()

    @property
    def words(self) -> str:
        """Its present words; empty when it is hidden."""
        return self._words.text() if self.isVisible() else ""
