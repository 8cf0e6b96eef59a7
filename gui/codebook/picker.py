"""A list of choices that drops down and is changed only on purpose."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from gui.widgets.drop_down import DropDown


class Picker(DropDown):
    """Shows one of some entries. `picked` comes only from the coder."""

    picked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.activated.connect(lambda _row: self.picked.emit())

    def show_entries(self, entries: Sequence[tuple[str, str | None]], current: str | None) -> None:
        """Show entries, each with its words and its value, and the current one of the values."""
        if [(self.itemText(row), self.itemData(row)) for row in range(self.count())] != list(entries):
            self.clear()
            for words, value in entries:
                self.addItem(words, value)
        self.setCurrentIndex(next((row for row, (_words, value) in enumerate(entries) if value == current), -1))

    @property
    def value(self) -> str | None:
        """The value of the current entry."""
        found: str | None = self.currentData()
        return found
