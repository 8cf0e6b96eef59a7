"""The line that a cell is typed in, with the list of what it can become and the reason why it was refused."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMoveEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.tables.columns import Offer, Offers, Opening
from gui.tables.offer_list import OfferList
from gui.tables.refusal import Refusal
from gui.widgets.untouched import is_undo_for_window


class CellEditor(QLineEdit):
    """A cell while it is typed in. It asks to be `taken` when something of its list is clicked.

    `touched` once something was typed or picked. `done` once it may close, and then `step` lines
    down (or up, if negative) is where the coder goes on. `opening` says how it was opened for a
    record that was just made; what that fills in is accepted like what was typed.
    """

    taken = Signal()
    widened = Signal()
    """What stands in it has another length."""

    def __init__(
        self,
        parent: QWidget,
        index: QModelIndex | QPersistentModelIndex,
        offers: Offers | None,
        opening: Opening | None = None,
    ) -> None:
        super().__init__(parent)
        self.index = QPersistentModelIndex(index)
        self.opening = opening
        self.touched = self.done = False
        self.step = 0
        self._filled = self.declined = False
        self._offers = offers
        self._list: OfferList | None = None
        self._refusal = Refusal(self)
        self.setObjectName("cell_editor")
        self.textEdited.connect(self._typed)

    def fill(self, text: str) -> None:
        """Begin with a text, selected so that the first letter replaces it. Only once: typing is never overwritten."""
        if self._filled:
            return
        self._filled = True
        self.setText(text)
        self.selectAll()
        self.textChanged.connect(self.widened)
        self.widened.emit()

        self._lean(self.opening is not None and self.opening.picked and not text)

    def _lean(self, italic: bool) -> None:
        """Show a guess in italics, and what is typed upright."""
        font = self.font()
        if font.italic() != italic:
            font.setItalic(italic)
            self.setFont(font)

    @property
    def confirmed(self) -> bool:
        """Whether what the cell holds is accepted when the coder goes elsewhere: it was typed, or it was filled in."""
        return self.touched or bool(self.opening and self.opening.text and not self.declined)

    def value(self) -> str:
        """What the cell is to take: what is picked in the list, else what was typed."""
        picked = self._list.picked() if self._list else None
        return picked.value if picked else self.text()

    @property
    def offering(self) -> bool:
        """Whether the list is open."""
        return self._list is not None and not self._list.isHidden()

    def open_list(self) -> None:
        """Show what the cell can become."""
        if self._offers is None:
            return
        found = self._offers.matching(self.text() if self.touched else "")
        if not found:
            self.close_list()
            return
        if self._list is None:
            self._list = OfferList(self.window())
            self._list.clicked.connect(self._clicked)
        self._list.show_offers(found)
        self._list.stand_under(self)
        self._list.pick(self._row_to_take(found))

    def _row_to_take(self, found: Sequence[Offer]) -> int:
        """The row that Enter takes: the first that fits what was typed, or what the cell holds or was opened with."""
        if self.touched:
            return 0 if self.text().strip() and found[0].fits else -1
        if self.opening is not None:
            return 0 if self.opening.picked else -1
        rows = [offer.value for offer in found]
        return rows.index(self.text()) if self.text() in rows else -1

    def close_list(self) -> None:
        """Hide the list; nothing in it is picked any more."""
        if self._list:
            self._list.hide()

    def refuse(self, reason: str) -> None:
        """Say why this cannot stand in the cell. What was typed stays."""
        self.close_list()
        self._refusal.say(reason)

    @property
    def reason(self) -> str:
        """Why the cell was refused; nothing when it was not, or when something was typed since."""
        return self._refusal.reason

    def dismiss(self) -> None:
        """Take away what stands beside the cell, before the cell itself goes."""
        self._refusal.remove()
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
            self._list = None

    def event(self, event: QEvent) -> bool:
        """Leave Undo and Redo to the window while there is no typing of this cell's to take back."""
        if is_undo_for_window(self, event):
            self.declined = True
            event.ignore()
            return False
        return super().event(event)

    def begin_with(self, text: str) -> None:
        """Type a text that came to the closed cell, in place of what the cell holds."""
        self.selectAll()
        self.insert(text)
        self._typed()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus; of what was filled in the beginning is in sight, and all of it is still selected."""
        super().focusInEvent(event)
        if not self.touched:
            length = len(self.text().encode("utf-16-le")) // 2  # as Qt counts
            self.setSelection(length, -length)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
        step = steps.get(event.key())
        if step is None or self._offers is None:
            super().keyPressEvent(event)
            return
        if not self.offering:
            self.open_list()
        if self._list and self.offering:
            self.touched = True
            self._list.step(step)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Take along what stands beside the cell when the table is scrolled."""
        super().moveEvent(event)
        self._refusal.stand()
        if self._list and self.offering:
            self._list.stand_under(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Come into sight again, with the reason where there is one."""
        super().showEvent(event)
        self._refusal.stand()

    def hideEvent(self, event: QHideEvent) -> None:
        """Go out of sight, as when the table is scrolled far, with everything beside it."""
        self.close_list()
        self._refusal.hide()
        super().hideEvent(event)

    def _typed(self) -> None:
        self.touched = True
        self._lean(False)
        self._refusal.take_back()
        if self._offers is not None:
            self.open_list()

    def _clicked(self) -> None:
        self.touched = True
        self.taken.emit()
