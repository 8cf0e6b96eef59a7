"""A list of entries that drops down, in which letters are compared as everywhere."""

from PySide6.QtWidgets import QComboBox, QListView, QWidget

from gui.widgets.typed_letters import TypedLetters


class DropDown(QComboBox):
    """Shows one of some entries. Letters go to the next in which a word begins with them, open or closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = _Entries(self)
        self.setView(self._entries)


class _Entries(QListView):
    """The entries, which the combo box asks for a typed letter even while they are hidden."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._letters = TypedLetters()

    def keyboardSearch(self, search: str) -> None:
        entries = [str(self.model().index(row, 0).data()) for row in range(self.model().rowCount())]
        found = self._letters.find(search, entries, self.currentIndex().row())
        if found is not None:
            self.setCurrentIndex(self.model().index(found, 0))
