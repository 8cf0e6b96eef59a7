"""The names of files, and what a pattern reads in each, as a Qt model; those that do not fit come first."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.widgets.tooltips import plain_tooltip
from models.articles.name_pattern import NameParts, NamePattern
from models.translation import _

Index = QModelIndex | QPersistentModelIndex
TITLES = (_("File"), _("Outlet"), _("Date"), _("Title"), _("Byline"), _("Language"))


class NamesModel(QAbstractTableModel):
    """A row for each file."""

    def __init__(self, paths: Sequence[PurePath], parent: QObject) -> None:
        super().__init__(parent)
        self._paths = paths
        self.rows: list[tuple[PurePath, NameParts | None]] = [(path, None) for path in paths]

    def read(self, pattern: NamePattern | None) -> None:
        """Read the names by a pattern; None reads nothing."""
        self.beginResetModel()
        found = [(path, pattern.read(path) if pattern else None) for path in self._paths]
        self.rows = sorted(found, key=lambda row: row[1] is not None)
        self.endResetModel()

    @property
    def unmatched(self) -> int:
        """Return how many names do not fit."""
        return sum(parts is None for _path, parts in self.rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many files there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a name or a part of it, or all of it as a tooltip."""
        path, parts = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells(path, parts)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return plain_tooltip(str(path))
        return None

    @staticmethod
    def _cells(path: PurePath, parts: NameParts | None) -> tuple[str, ...]:
        if parts is None:
            return (path.name, _("does not fit"), "", "", "", "")
        day = parts.day() or (_("{words} (not certain)").format(words=parts.words) if parts.words else "")
        return (path.name, parts.outlet or "", day, parts.title or "", parts.byline or "", parts.language or "")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return TITLES[section]
        return None
