"""The preview in the export dialog: the first lines of each table, the counts, and what is left out."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTabBar, QTableView, QVBoxLayout, QWidget

from gui.widgets.plain_label import PlainLabel
from gui.widgets.tooltips import plain_tooltip
from models.exports.preview import FirstLines, Preview
from models.translation import _, counted

Index = QModelIndex | QPersistentModelIndex

WIDEST = 200
"""Pixels of a column at first."""


class FirstLinesModel(QAbstractTableModel):
    """The first lines of a table as a Qt model; what a column means is the tooltip of its title."""

    _shown: FirstLines | None = None

    def put(self, shown: FirstLines | None) -> None:
        """Show the lines of another table, or none."""
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many lines are shown."""
        return 0 if parent.isValid() or self._shown is None else len(self._shown.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns the table has."""
        return 0 if parent.isValid() or self._shown is None else len(self._shown.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, on one line; the tooltip has all of it."""
        if self._shown is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        text = self._shown.rows[index.row()][index.column()]
        return " ".join(text.split()) if role == Qt.ItemDataRole.DisplayRole else plain_tooltip(text)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name of a column, or what it means."""
        if self._shown is None or orientation is not Qt.Orientation.Horizontal:
            return None
        column = self._shown.columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.name
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(column.description)
        return None


class PreviewPane(QWidget):
    """Tabs with the names of the tables over the lines of one of them; below, what is left out and why."""

    def __init__(self) -> None:
        super().__init__()
        self._preview: Preview | None = None
        self.tabs, self.model, self.list = QTabBar(), FirstLinesModel(self), QTableView()
        self.count, self.left_out = PlainLabel(name="hint"), PlainLabel(name="hint")
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(_("Table"))
        self.list.setObjectName("first_lines")
        self.list.setAccessibleName(_("First lines"))
        self.list.setModel(self.model)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setTabKeyNavigation(False)
        self.list.setWordWrap(False)
        self.list.verticalHeader().hide()
        self.list.horizontalHeader().setHighlightSections(False)
        self.list.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.tabs)
        column.addWidget(self.list, 1)
        column.addWidget(self.count)
        column.addWidget(self.left_out)
        self.tabs.currentChanged.connect(self._show_table)

    def wait(self) -> None:
        """Say that the lines shown are about to change."""
        self.count.setText(_("Reading the first lines …"))

    def refuse(self, reason: str) -> None:
        """Say why there are no lines."""
        self._preview = None
        self.model.put(None)
        self.count.setText(reason)

    def put(self, found: Preview) -> None:
        """Show the beginning of an export; the table in front stays if it is exported."""
        before = self.tabs.tabText(self.tabs.currentIndex())
        names = [each.name for each in found.tables]
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for name in names:
            self.tabs.addTab(name)
        self.tabs.setCurrentIndex(names.index(before) if before in names else 0)
        self.tabs.blockSignals(False)
        self._preview = found
        self.left_out.setText("\n".join(found.left_out))
        self.left_out.setVisible(bool(found.left_out))
        self._show_table()

    def _show_table(self) -> None:
        if self._preview is None or not self._preview.tables:
            return
        shown = self._preview.tables[max(0, self.tabs.currentIndex())]
        self.model.put(shown)
        self.list.resizeColumnsToContents()
        for section in range(self.model.columnCount()):
            self.list.setColumnWidth(section, min(WIDEST, self.list.columnWidth(section)))
        rows = counted("{count:,} row", "{count:,} rows", shown.count)
        self.count.setText(_("{rows}. {description}").format(rows=rows, description=shown.description))
