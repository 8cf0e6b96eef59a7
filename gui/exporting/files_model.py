"""The files of an export as a Qt model: what is in them, how many rows, and whether a table is wanted."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from gui.widgets.tooltips import plain_tooltip
from models.exports.beginning import Part
from models.exports.tables import tables
from models.translation import _

Index = QModelIndex | QPersistentModelIndex

TITLES = (_("File"), _("Rows"))


@dataclass(frozen=True, slots=True)
class Row:
    """A file, or one of several tables in a file; `part` is missing if the table is not exported."""

    table: str
    description: str
    part: Part | None
    alone: bool = True

    @property
    def key(self) -> str:
        """By what the row is known again in another preview: the name of its table, or of a file without one."""
        return self.table or self.words

    @property
    def words(self) -> str:
        """What the row is called: the table, if it is not exported or shares its file with others."""
        if self.part is None:
            return self.table
        return self.part.file if self.alone else f"{self.part.file} · {self.part.name}"

    @property
    def count(self) -> str:
        """How many rows there are, in words."""
        return "" if self.part is None or self.part.count is None else f"{self.part.count:,}"


class FilesModel(QAbstractTableModel):
    """Lists what was previewed. In a form that has tables, each of them can be checked or not."""

    checked = Signal()
    """Other tables are wanted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.unwanted: set[str] = set()
        self.checkable = False
        self.tables = {table.name: table.description for table in tables()}

    def put(self, parts: Iterable[Part], *, checkable: bool) -> None:
        """List what an export writes; rows that are the same stay."""
        self.checkable = checkable
        rows = [*_rows([*parts], self.tables if checkable else {})]
        if rows and [row.key for row in rows] == [row.key for row in self.rows]:
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 1))
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def check(self, table: str, *, on: bool) -> None:
        """Want a table, or no longer."""
        (self.unwanted.discard if on else self.unwanted.add)(table)
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 1))
        self.checked.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many files are listed."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(TITLES)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._is_box(index) else flags

    def _is_box(self, index: Index) -> bool:
        return self.checkable and index.column() == 0 and self.rows[index.row()].table in self.tables

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell, what they mean, or whether its box is checked."""
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.count if index.column() else row.words
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(row.description)
            case Qt.ItemDataRole.TextAlignmentRole if index.column():
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case Qt.ItemDataRole.CheckStateRole if self._is_box(index):
                return Qt.CheckState.Unchecked if row.table in self.unwanted else Qt.CheckState.Checked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Check or uncheck a table."""
        if role != Qt.ItemDataRole.CheckStateRole or not self._is_box(index):
            return False
        self.check(self.rows[index.row()].table, on=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return TITLES[section]
        return None


def _rows(parts: list[Part], described: dict[str, str]) -> Iterable[Row]:
    """Yield a row for each table, exported or not, and then one for each other part."""
    files = [part.file for part in parts]
    by_table = {part.name: part for part in parts if part.name in described}
    for table, description in described.items():
        part = by_table.get(table)
        yield Row(table, description, part, part is None or files.count(part.file) == 1)
    for part in parts:
        if part.name not in described:
            yield Row(part.name, part.description, part, files.count(part.file) == 1)
