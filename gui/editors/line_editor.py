"""Edit an attribute on one line, with completions where it has some."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QMoveEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.editors.offer_list import OfferList
from gui.editors.offers import Offer, Offers
from gui.editors.refusal import Refusal
from gui.theme import theme
from gui.widgets.interruptions import is_interruption
from gui.widgets.tooltips import plain_tooltip
from models.translation import _

STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
"""How many rows of the list of completions a key moves down."""
WITH_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""Keys with which a digit is no digit."""


class LineEditor(QLineEdit):
    """One line. `original` is the text before anything was typed; `touched` means that something was typed or picked.

    Enter takes the picked row of the completions. Typing and the arrow keys pick one. Before anything is typed, the row
    with the editor's text is picked, or the first with `pick_first`, and a digit takes the row that it numbers.
    """

    taken = Signal()
    """A row of the completions was clicked."""
    chosen = Signal()
    """A row of the completions was taken by its digit."""
    pointed = Signal(str)
    """Another row is picked: what is to be read about it."""

    def __init__(self, offers: Offers | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.refusal = Refusal(self)
        self.original = ""
        self.touched = self.pick_first = False
        self._offers = offers
        self._list: OfferList | None = None  # while it is open below this editor
        self._opens_by_click = False
        self.textEdited.connect(self._typed)

    def fill(self, text: str) -> None:
        """Show a text and count it as untouched; if it is the same, the caret does not move."""
        self.touched = False
        self.refusal.drop()
        self.close_list()
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)  # a long title is read from its beginning
        self.original = self.text()  # Qt may change a text, for example a no-break space

    def lean(self, leaning: bool) -> None:
        """Show a guess in italics, and what is typed upright."""
        font = self.font()
        if font.italic() != leaning:
            font.setItalic(leaning)
            self.setFont(font)

    def value(self) -> str:
        """Return the value to write: the picked row of the list, or else what was typed."""
        return self.picked.value if self.picked else self.text()

    @property
    def changed(self) -> bool:
        """Whether its value differs from the original."""
        return self.value() != self.original

    def select_backwards(self) -> None:
        """Select everything, so that typing replaces it, with the beginning visible."""
        length = len(self.text().encode("utf-16-le")) // 2  # in UTF-16 units, as Qt counts
        self.setSelection(length, -length)

    def go_on(self) -> None:
        """Put the caret at the end, so that typing adds to the text, unless the value is chosen from a list."""
        if self._offers is None:
            self.end(False)

    def begin_with(self, text: str) -> None:
        """Replace the text as if it was typed."""
        self.selectAll()
        self.insert(text)
        self._typed()

    def lock(self, reason: str) -> None:
        """Make the editor read-only and give the reason in a tooltip; without a reason, make it editable again."""
        tip = plain_tooltip(reason)
        if tip != self.toolTip():
            self.setReadOnly(bool(reason))
            self.setToolTip(tip)

    # Completions

    def open_by_click(self) -> None:
        """Add a button for the list of completions, and open the list by a click anywhere, like a list of choices."""
        self._opens_by_click = True
        button = self.addAction(theme().icon("chevron-down"), QLineEdit.ActionPosition.TrailingPosition)
        button.setText(_("Show choices"))
        button.triggered.connect(self._toggle_list)

    @property
    def offering(self) -> bool:
        """Whether the list is open."""
        return self._list is not None

    def open_list(self) -> None:
        """Show the completions. What is only offered is left out if there is a value."""
        found = [each for each in self._found(self.typed_part()) if not (each.guess and self.original)]
        if not found:
            self.close_list()
            return
        if self._list is None:
            self._list = OfferList.of(self.window())
            self._list.clicked.connect(self._clicked)
            self._list.currentRowChanged.connect(self._point)
        self._list.show_offers(found)
        self._list.show_under(self)
        self._list.pick(self._row_to_take(found))
        QTimer.singleShot(0, self, self._move_list)  # what is above the table may just have been hidden

    def typed_part(self) -> str:
        """Return what is completed; nothing as long as nothing was typed."""
        return self.text() if self.touched else ""

    def _found(self, typed: str) -> Sequence[Offer]:
        return self._offers.matching(typed) if self._offers else ()

    @property
    def picked(self) -> Offer | None:
        """The picked row of the list."""
        return self._list.picked() if self._list else None

    def _point(self) -> None:
        self.pointed.emit(self.picked.about if self.picked else "")

    def _row_to_take(self, found: Sequence[Offer]) -> int:
        """Return the row that Enter takes: the first that fits what was typed, or that of the editor's text; −1 if
        none.
        """
        if self.touched:
            return 0 if self.typed_part().strip() and found[0].fits else -1
        if self.pick_first:
            return 0
        rows = [offer.value for offer in found]
        return rows.index(self.text()) if self.text() in rows else -1

    def pick_value(self, value: str) -> None:
        """Pick the row of the list with a value."""
        if self._list:
            self._list.pick_value(value)

    def close_list(self) -> None:
        """Hide the list and pick nothing."""
        if self._list:
            self._list.clicked.disconnect(self._clicked)
            self._list.currentRowChanged.disconnect(self._point)
            self._list.hide()
            self._list = None
            self.pointed.emit("")

    def _toggle_list(self) -> None:
        if self.offering:
            self.close_list()
        elif not self.isReadOnly():
            self.open_list()

    def _clicked(self) -> None:
        self.touched = True
        self.taken.emit()

    def take_digit(self, digit: str) -> bool:
        """Take the row that a digit numbers, if nothing is typed; return whether there is one."""
        replaces = not self.typed_part().strip() or self.selectedText() == self.text()
        if not (digit and replaces) or self.isReadOnly():
            return False
        row = next((each for each in self._found("") if each.digit == digit), None)
        if row is None:
            return False
        self.touched = True
        self.take(row)
        return True

    def take(self, offer: Offer) -> None:
        """Take a row of the completions as the value; another digit replaces it."""
        self.close_list()
        self.refusal.take_back()
        self.setText(offer.value)
        self.selectAll()
        self.chosen.emit()

    def _typed(self) -> None:
        self.touched = True
        self.lean(False)
        self.refusal.take_back()
        self.open_list()

    def refuse(self, reason: str) -> None:
        """Explain why what was typed cannot be taken; it stays."""
        self.close_list()
        self.refusal.say(reason)

    def dismiss(self) -> None:
        """Remove the pop-ups before the editor itself is deleted."""
        self.refusal.remove()
        self.close_list()

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self._opens_by_click and event.button() == Qt.MouseButton.LeftButton:
            self.selectAll()
            self._toggle_list()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus; a choice is selected as a whole, to be replaced."""
        super().focusInEvent(event)
        if self._opens_by_click:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not is_interruption(event):
            self.close_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.modifiers() & WITH_KEYS and self.take_digit(event.text()):
            return
        step = STEPS.get(event.key())
        if step is None or self._offers is None or self.isReadOnly():
            super().keyPressEvent(event)
            return
        if not self.offering:
            self.open_list()
        if self._list:
            self.touched = True
            self._list.step(step)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Move the list along when a table is scrolled."""
        super().moveEvent(event)
        self._move_list()

    def _move_list(self) -> None:
        if self._list:
            self._list.show_under(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Hide the list too, for example when a table is scrolled far."""
        self.close_list()
        super().hideEvent(event)
