"""Records that were coded with a choice, as a Qt model: their words with a box to check, and their articles."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from gui.widgets.tooltips import plain_tooltip
from models.codebook.reach import Coded
from models.translation import _

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
TITLES = (_("Record"), _("Article"))


class CodedModel(QAbstractTableModel):
    """A row for each record. `checked` has the rows whose boxes are checked."""

    def __init__(self, coded: Sequence[Coded], parent: QWidget) -> None:
        super().__init__(parent)
        self.coded, self.checked = coded, set[int]()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many records there are."""
        return 0 if parent.isValid() else len(self.coded)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(TITLES)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the first column be checked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return a text, all of it as a tooltip, or whether the record is checked."""
        each = self.coded[index.row()]
        text = (each.words, each.title)[index.column()]
        match role:
            case Role.DisplayRole:
                return " ".join(text.split())
            case Role.ToolTipRole:
                return plain_tooltip(text)
            case Role.CheckStateRole if index.column() == 0:
                return Qt.CheckState.Checked if index.row() in self.checked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, _value: Any, role: int = Role.EditRole) -> bool:
        """Check a record or not, as its box was clicked."""
        if role != Role.CheckStateRole:
            return False
        self.check([index.row()])
        return True

    def check(self, rows: Sequence[int]) -> None:
        """Check some rows; if all of them are checked, check none of them."""
        if self.checked.issuperset(rows):
            self.checked.difference_update(rows)
        else:
            self.checked.update(rows)
        self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), 0), [Role.CheckStateRole])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return TITLES[section]
        return None
