"""The backups of a project, as a Qt model."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.widgets.tooltips import plain_tooltip
from models.backups.listing import ListedBackup
from models.translation import _

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
TITLES = (_("When"), _("Articles"), _("Claims"), _("Numbers"), _("Last edits"), _("MB"))
LAST_EDITS = 4


class BackupsModel(QAbstractTableModel):
    """A row for each backup, newest first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.listed: list[ListedBackup] = []

    def put(self, listed: Sequence[ListedBackup]) -> None:
        """Show other backups."""
        self.beginResetModel()
        self.listed = list(listed)
        self.endResetModel()

    def complete(self, found: ListedBackup) -> None:
        """Show what was found in a backup, if it is still listed."""
        for row, listed in enumerate(self.listed):
            if listed.backup == found.backup:
                self.listed[row] = found
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(TITLES) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many backups there are."""
        return 0 if parent.isValid() else len(self.listed)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return when a backup was made, or something that it holds."""
        words = _cells(self.listed[index.row()])[index.column()]
        match role:
            case Role.DisplayRole:
                return words
            case Role.ToolTipRole:
                return plain_tooltip(words)
            case Role.TextAlignmentRole:
                return _alignment(index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return the title of a column, aligned as its cells are."""
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return TITLES[section]
        if orientation == Qt.Orientation.Horizontal and role == Role.TextAlignmentRole:
            return _alignment(section)
        return None


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column in (0, LAST_EDITS) else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def _cells(listed: ListedBackup) -> tuple[str, ...]:
    holds = listed.holds
    counts = (holds.articles, holds.claims, holds.numbers) if holds else ()
    shown = [f"{count:,}" for count in counts] or ["", "", ""]
    return (listed.when, *shown, listed.last_edits, f"{listed.backup.size / 1_000_000:,.1f}")
