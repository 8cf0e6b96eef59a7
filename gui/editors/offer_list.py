"""The list of completions below an editor, which never takes the focus from the editor."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QListView, QWidget

from gui.editors.offers import Offer
from gui.theme import fonts
from gui.widgets.popups import show_under
from models.translation import _

WIDEST = 460


class _Rows(QStringListModel):
    """The texts of the offers; a guess in italics."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.offers: tuple[Offer, ...] = ()

    def show(self, offers: Sequence[Offer]) -> None:
        """Replace the offers."""
        self.offers = tuple(offers)
        self.setStringList([offer.text for offer in offers])

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.FontRole and self.offers[index.row()].guess:
            font = QFont(fonts.interface_font())
            font.setItalic(True)
            return font
        return super().data(index, role)


class OfferList(QListView):
    """A list over the window, below an editor. One row can be picked."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setObjectName("offers")
        self.setAccessibleName(_("Suggestions"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show these rows; none is picked."""
        self._rows.show(offers)
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def show_under(self, editor: QWidget) -> None:
        """Show the list below an editor, as wide as its rows need."""
        wide = self.sizeHintForColumn(0) + 28
        self.resize(min(max(wide, editor.width()), WIDEST), self.sizeHintForRow(0) * len(self._rows.offers) + 12)
        show_under(self, editor)

    def picked(self) -> Offer | None:
        """Return the row that Enter takes."""
        row = self.currentIndex().row()
        return self._rows.offers[row] if not self.isHidden() and 0 <= row < len(self._rows.offers) else None

    def pick(self, row: int) -> None:
        """Pick the row that Enter takes; −1 is none."""
        self.setCurrentIndex(self._rows.index(row, 0) if row >= 0 else QModelIndex())

    def step(self, step: int) -> None:
        """Move up or down: from nothing to the first or the last row, and round."""
        count, row = len(self._rows.offers), self.currentIndex().row()
        if row < 0:
            self.pick(0 if step > 0 else count - 1)
        elif abs(step) == 1:
            self.pick((row + step) % count)
        else:
            self.pick(min(max(row + step, 0), count - 1))
