"""Edit several choices on one line, separated by semicolons, with completions for each."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.editors.line_editor import STEPS, LineEditor
from gui.editors.offers import Offer, Offers
from models.text.name_lists import join_names, split_names

SEPARATOR = ";"
TICK = " ✓"
"""Follows a choice that is already in the line."""


class SeveralEditor(LineEditor):
    """Completions are of the last part. A semicolon takes the picked row, and the next part begins.

    A digit, a click, or Space on a row that the arrow keys picked adds a choice or takes it away; the list stays open.
    Typing adds to what is there, unless that is selected.
    """

    def __init__(self, offers: Offers | None = None, parent: QWidget | None = None) -> None:
        super().__init__(offers, parent)
        self._takes_picked = False  # the picked row was typed or stepped to since the last choice was taken
        self.textEdited.connect(self._take_picked)

    def _take_picked(self) -> None:
        self._takes_picked = True

    def fill(self, text: str) -> None:
        """Show a text and count it as untouched."""
        self._takes_picked = False
        super().fill(text)

    def typed_part(self) -> str:
        """Return the part after the last semicolon; nothing as long as nothing was typed."""
        return self.text().rpartition(SEPARATOR)[2].strip() if self.touched else ""

    def _taken(self) -> list[str]:
        """Return the names before the part that is being typed."""
        text, part = self.text(), self.typed_part()
        return [*split_names(text.rpartition(SEPARATOR)[0] if part else text)]

    def value(self) -> str:
        """Return the value to write: with the picked row, or else what was typed, as the last name."""
        if not self.touched:
            return self.text()
        last = [self.picked.value] if self.picked and self._takes_picked else split_names(self.typed_part())
        return join_names(dict.fromkeys([*self._taken(), *last]))

    def select_backwards(self) -> None:
        """Go to the end and select nothing, since typing adds another name."""
        self.end(False)

    def take(self, offer: Offer) -> None:
        """Add a choice, or take it away, and show the list with its row picked."""
        names = self._taken()
        names = [name for name in names if name != offer.value] if offer.value in names else [*names, offer.value]
        self.setText(f"{join_names(names)}{SEPARATOR} " if names else "")
        self.touched, self._takes_picked = True, False
        self.refusal.take_back()
        self.open_list()
        self.pick_value(offer.value)

    def _found(self, typed: str) -> Sequence[Offer]:
        names = self._taken()
        return [replace(each, text=each.text + TICK) if each.value in names else each for each in super()._found(typed)]

    def _clicked(self) -> None:
        if self.picked:
            self.take(self.picked)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.end(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.picked and key == (Qt.Key.Key_Semicolon if self.typed_part() else Qt.Key.Key_Space):
            self.take(self.picked)
        else:
            if key in STEPS:
                self._takes_picked = True
            elif not self.touched and event.text().isprintable() and event.text().strip():
                self._begin_part()
            super().keyPressEvent(event)

    def _begin_part(self) -> None:
        """Separate what is typed next from the names that are there, unless these are selected and thus replaced."""
        if self.text() and not self.hasSelectedText():
            self.end(False)
            self.insert(f"{SEPARATOR} ")
