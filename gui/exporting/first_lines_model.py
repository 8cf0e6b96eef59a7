"""The first lines of a table as a Qt model."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from gui.widgets.tooltips import plain_tooltip
from models.exports.beginning import FirstLines

Index = QModelIndex | QPersistentModelIndex


class FirstLinesModel(QAbstractTableModel):
    """What a column means is the tooltip of its title."""

    shown: FirstLines | None = None

    def put(self, shown: FirstLines | None) -> None:
        """Show the lines of another table, or none."""
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many lines are shown."""
        return 0 if parent.isValid() or self.shown is None else len(self.shown.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns the table has."""
        return 0 if parent.isValid() or self.shown is None else len(self.shown.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, on one line; the tooltip has all of it."""
        if self.shown is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        text = self.shown.rows[index.row()][index.column()]
        return text.replace("\n", " ") if role == Qt.ItemDataRole.DisplayRole else plain_tooltip(text)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name of a column, or what it means."""
        if self.shown is None or orientation is not Qt.Orientation.Horizontal:
            return None
        heading = self.shown.headings[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return heading.name
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(heading.description)
        return None


def first_change(before: FirstLines | None, after: FirstLines) -> int | None:
    """Return the first column that is new or has other cells than in the same table before; None without any."""
    if before is None or (before.name, before.file) != (after.name, after.file):
        return None
    known = {heading.name: at for at, heading in enumerate(before.headings)}
    for at, heading in enumerate(after.headings):
        old = known.get(heading.name)
        if old is None:
            return at
        if len(before.rows) == len(after.rows) and any(
            one[old] != other[at] for one, other in zip(before.rows, after.rows, strict=True)
        ):
            return at
    return None
