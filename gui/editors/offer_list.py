"""The list of completions below an editor, which never takes the focus from the editor."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QListWidget, QWidget

from gui.editors.offers import Offer
from gui.theme import fonts
from gui.widgets.popups import show_under
from models.translation import _

WIDEST = 460
MOST_ROWS = 14
"""Rows that are seen at once; more of them scroll."""
AROUND = 50
"""Pixels of the width that are not a row's text: the border and the paddings."""


class OfferList(QListWidget):
    """A list over the window, below the editor that has the focus. One row can be picked. A guess is in italics."""

    @classmethod
    def of(cls, window: QWidget) -> "OfferList":
        """Return the list of a window, which all its editors share, since making one takes longer than showing it."""
        return window.findChild(cls, options=Qt.FindChildOption.FindDirectChildrenOnly) or cls(window)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._offers: tuple[Offer, ...] = ()
        self._width = 0
        self.setObjectName("offers")
        self.setFont(fonts.table_font())
        self.setAccessibleName(_("Suggestions"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QListWidget.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show these rows; none is picked."""
        if self._offers == tuple(offers):
            self.pick(-1)
            self.scrollToTop()
            return
        texts = [f"{offer.digit}  {offer.text}" if offer.digit else offer.text for offer in offers]
        self._offers = tuple(offers)
        self._width = max(map(self.fontMetrics().horizontalAdvance, texts), default=0) + AROUND
        self.clear()
        self.addItems(texts)
        for row, offer in enumerate(offers):
            if offer.guess:
                font = fonts.table_font()
                font.setItalic(True)
                self.item(row).setFont(font)

    def show_under(self, editor: QWidget) -> None:
        """Show the list below an editor, as wide as its rows need."""
        width = min(max(self._width, editor.width()), WIDEST)
        self.resize(width, self.sizeHintForRow(0) * min(len(self._offers), MOST_ROWS) + 12)
        show_under(self, editor)

    def picked(self) -> Offer | None:
        """Return the row that Enter takes."""
        row = self.currentRow()
        return self._offers[row] if not self.isHidden() and row >= 0 else None

    def pick(self, row: int) -> None:
        """Pick the row that Enter takes; −1 is none."""
        self.setCurrentRow(row)

    def pick_value(self, value: str) -> None:
        """Pick the first row with a value; none if there is no such row."""
        self.pick(next((row for row, offer in enumerate(self._offers) if offer.value == value), -1))

    def step(self, step: int) -> None:
        """Move up or down: from nothing to the first or the last row, and round."""
        count, row = len(self._offers), self.currentRow()
        if row < 0:
            self.pick(0 if step > 0 else count - 1)
        elif abs(step) == 1:
            self.pick((row + step) % count)
        else:
            self.pick(min(max(row + step, 0), count - 1))
