"""The list of cells that could not be given their text: which, what they were given, and why."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QDialogButtonBox, QTableView, QVBoxLayout, QWidget

from gui.widgets.plain_label import PlainLabel
from gui.widgets.tooltips import plain_tooltip
from models.actions.cells import Refusal
from models.translation import _, counted

Index = QModelIndex | QPersistentModelIndex
TITLES = (_("Row"), _("Column"), _("Given"), _("Why it is not changed"))


class RefusalsModel(QAbstractTableModel):
    """Refusals as a Qt model, a row for each."""

    def __init__(self, refused: Sequence[Refusal], parent: QWidget) -> None:
        super().__init__(parent)
        self._refused = refused

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many refusals there are."""
        return 0 if parent.isValid() else len(self._refused)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a text, or all of it as a tooltip."""
        refusal = self._refused[index.row()]
        cells = (f"{refusal.cell.row + 1:,}", refusal.cell.column, refusal.text, refusal.reason)
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(cells[index.column()].split())
        return plain_tooltip(cells[index.column()]) if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return TITLES[section]
        return None


class RefusedCells(QDialog):
    """Lists refusals beside the window, so that the cells can be corrected meanwhile."""

    def __init__(self, refused: Sequence[Refusal], changed: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("refused_cells")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Cells That Were Not Changed"))
        self.list = QTableView()
        self.list.setObjectName("refused")
        self.list.setAccessibleName(_("Refused cells"))
        self.list.setModel(RefusalsModel(refused, self))
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setTabKeyNavigation(False)
        self.list.verticalHeader().hide()
        self.list.horizontalHeader().setStretchLastSection(True)
        for section, width in enumerate((60, 110, 170)):
            self.list.setColumnWidth(section, width)
        summary = PlainLabel(_summary(len(refused), changed), "details_heading")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(summary)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.resize(760, 360)


def _summary(refused: int, changed: int) -> str:
    """Return what became of the cells, in sentences."""
    not_changed = counted("{count:,} cell was not changed.", "{count:,} cells were not changed.", refused)
    rest = counted("{count:,} cell was changed.", "{count:,} cells were changed.", changed)
    return f"{not_changed} {rest} {_('Ctrl+Z takes that back.')}" if changed else not_changed
