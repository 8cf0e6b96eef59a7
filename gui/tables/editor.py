"""The line that a cell is typed in, with the list of what it can become and the reason why it was refused."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMoveEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QWidget

from gui.tables.columns import Offer, Offers

GAP = 3
WIDEST = 460


class CellEditor(QLineEdit):
    """A cell while it is typed in. It asks to be `taken` when something of its list is clicked.

    `touched` once something was typed or picked: what is only filled in is nobody's decision yet. `done` once it may
    close; `reason` says why it was refused, nothing when it was not, or when something was typed since.
    """

    taken = Signal()

    def __init__(self, parent: QWidget, index: QModelIndex | QPersistentModelIndex, offers: Offers | None) -> None:
        super().__init__(parent)
        self.index = QPersistentModelIndex(index)
        self.touched = self.done = False
        self.reason = ""
        self._filled = False
        self._offers = offers
        self._list: OfferList | None = None
        self._label: QLabel | None = None
        self.setObjectName("cell_editor")
        self.textEdited.connect(self._typed)

    def fill(self, text: str) -> None:
        """Begin with a text, selected so that the first letter replaces it. Only once: typing is never overwritten."""
        if self._filled:
            return
        self._filled = True
        self.setText(text)
        self.selectAll()

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
        if self._offers.closed:
            self._list.pick(self._closed_row(found))

    def _closed_row(self, found: Sequence[Offer]) -> int:
        rows = [offer.value for offer in found]
        return rows.index(self.text()) if self.text() in rows else (0 if self.touched else -1)

    def close_list(self) -> None:
        """Hide the list; nothing in it is picked any more."""
        if self._list:
            self._list.hide()

    def refuse(self, reason: str) -> None:
        """Say why this cannot stand in the cell. What was typed stays."""
        self.close_list()
        self.reason = reason
        show_refused(self, True)
        self.setAccessibleDescription(reason)
        if self._label is None:
            self._label = QLabel(self.window())
            self._label.setObjectName("refusal")
            self._label.setTextFormat(Qt.TextFormat.PlainText)
            self._label.setWordWrap(True)
        self._label.setText(reason)
        if self.isVisible():
            stand_under(self._label, self)

    def accept_again(self) -> None:
        """Take back the refusal: something else is being typed."""
        if self.reason and self._label:
            self.reason = ""
            self._label.hide()
            show_refused(self, False)
            self.setAccessibleDescription("")

    def dismiss(self) -> None:
        """Take away what stands beside the cell, before the cell itself goes."""
        for beside in (self._list, self._label):
            if beside is not None:
                beside.hide()
                beside.deleteLater()
        self._list = self._label = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
        step = steps.get(Qt.Key(event.key()))
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
        for beside in (self._list, self._label):
            if beside is not None and beside.isVisible():
                stand_under(beside, self)

    def showEvent(self, event: QShowEvent) -> None:
        """Come into sight again, with the reason where there is one."""
        super().showEvent(event)
        if self.reason and self._label:
            stand_under(self._label, self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Go out of sight, as when the table is scrolled far, with everything beside it."""
        for beside in (self._list, self._label):
            if beside is not None:
                beside.hide()
        super().hideEvent(event)

    def _typed(self) -> None:
        self.touched = True
        self.accept_again()
        if self._offers is not None:
            self.open_list()

    def _clicked(self) -> None:
        self.touched = True
        self.taken.emit()


class OfferList(QListView):
    """What a cell can become: a list over the window that never takes the focus from the cell."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._offers: tuple[Offer, ...] = ()
        self._rows = QStringListModel(self)
        self.setModel(self._rows)
        self.setObjectName("offers")
        self.setAccessibleName("Suggestions for the cell")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show these rows; none is picked."""
        self._offers = tuple(offers)
        self._rows.setStringList([offer.text for offer in self._offers])
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def stand_under(self, editor: QWidget) -> None:
        """Stand below the cell, as wide as the words need."""
        wide = self.sizeHintForColumn(0) + 28
        self.resize(min(max(wide, editor.width()), WIDEST), self.sizeHintForRow(0) * len(self._offers) + 12)
        stand_under(self, editor)

    def picked(self) -> Offer | None:
        """The row that Enter takes."""
        row = self.currentIndex().row()
        return self._offers[row] if not self.isHidden() and 0 <= row < len(self._offers) else None

    def pick(self, row: int) -> None:
        """Make a row the one that Enter takes; −1 is none."""
        self.setCurrentIndex(self._rows.index(row, 0) if row >= 0 else QModelIndex())

    def step(self, step: int) -> None:
        """Go up or down; from nothing to the first or the last, and round."""
        count, row = len(self._offers), self.currentIndex().row()
        if row < 0:
            self.pick(0 if step > 0 else count - 1)
        elif abs(step) == 1:
            self.pick((row + step) % count)
        else:
            self.pick(min(max(row + step, 0), count - 1))


def show_refused(line: QLineEdit, refused: bool) -> None:
    """Give a line the look of one that was refused, or take it back; the theme's stylesheet knows the property."""
    line.setProperty("refused", refused)
    line.style().unpolish(line)
    line.style().polish(line)


def stand_under(beside: QWidget, editor: QWidget) -> None:
    """Show a widget of the window below a cell, or above it where there is no room; always inside the window."""
    window = editor.window()
    beside.ensurePolished()
    if isinstance(beside, QLabel):
        width = min(max(editor.width(), 250), window.width() - 2 * GAP)
        beside.resize(width, beside.heightForWidth(width))
    below = editor.mapTo(window, QPoint(0, editor.height() + GAP))
    if below.y() + beside.height() > window.height() - GAP:
        below.setY(max(GAP, editor.mapTo(window, QPoint(0, 0)).y() - GAP - beside.height()))
    below.setX(max(GAP, min(below.x(), window.width() - beside.width() - GAP)))
    beside.move(below)
    beside.show()
    beside.raise_()
