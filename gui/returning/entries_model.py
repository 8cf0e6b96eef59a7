"""The entries of a part as a Qt model; those that can be taken have a box."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from gui.returning.parts import Part, texts
from gui.theme import theme
from gui.widgets.tooltips import plain_tooltip
from models.returning.comparison import Comparison, Difference
from models.translation import _

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
TITLES = (_("Column"), _("Now"), _("Becomes"), _("Record"), _("Remark"))
COLUMN, NOW, BECOMES, RECORD, REMARK = range(len(TITLES))
NOTHING = Part("", ())


class EntriesTableModel(QAbstractTableModel):
    """Shows one part; `taken` are the places of the differences that are taken."""

    changed = Signal()
    """Other differences are taken."""

    def __init__(self, found: Comparison, parent: QObject) -> None:
        super().__init__(parent)
        self._found, self._part = found, NOTHING
        self.taken = {place for place, each in enumerate(found.differences) if not each.doubt}

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The differences that are taken, in their order."""
        return tuple(each for place, each in enumerate(self._found.differences) if place in self.taken)

    def put(self, part: Part) -> None:
        """Show another part."""
        self.beginResetModel()
        self._part = part
        self.endResetModel()

    def take(self, rows: Iterable[int], *, taken: bool) -> None:
        """Take the differences of some rows, or leave them."""
        places = {self._part.places[row] for row in rows if row < len(self._part.places)}
        self.taken = self.taken | places if taken else self.taken - places
        last = self.index(self.rowCount() - 1, COLUMN)
        self.dataChanged.emit(self.index(0, COLUMN), last, [Role.CheckStateRole])
        self.changed.emit()

    def is_taken(self, row: int) -> bool:
        """Return whether the difference of a row is taken."""
        return row < len(self._part.places) and self._part.places[row] in self.taken

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many entries there are."""
        return 0 if parent.isValid() else len(self._part.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(TITLES)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the box of a difference be checked."""
        box = index.column() == COLUMN and bool(self._part.places)
        return super().flags(index) | (Qt.ItemFlag.ItemIsUserCheckable if box else Qt.ItemFlag.NoItemFlags)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Take a difference or leave it, by its box."""
        if role != Role.CheckStateRole:
            return False
        self.take([index.row()], taken=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return a text, or all of it as a tooltip; the box of a difference; or the colour of what is there now."""
        column = index.column()
        match role:
            case Role.DisplayRole:
                return " ".join(self._text(index).split())
            case Role.ToolTipRole:
                return plain_tooltip(self._text(index))
            case Role.CheckStateRole if column == COLUMN and self._part.places:
                return Qt.CheckState.Checked if self.is_taken(index.row()) else Qt.CheckState.Unchecked
            case Role.ForegroundRole if column == NOW:
                return QColor(theme().scheme.muted)
        return None

    def _text(self, index: Index) -> str:
        return texts(self._part.entries[index.row()])[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return TITLES[section]
        return None
