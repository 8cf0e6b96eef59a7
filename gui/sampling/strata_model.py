"""The strata of a sample as a Qt model: how many articles each has, and how many of them are drawn."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from models.entities import SampleMethod
from models.sampling.definition import Definition
from models.sampling.plan import Stratum
from models.text.name_lists import join_names
from models.translation import _

Index = QModelIndex | QPersistentModelIndex
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

FIRST = {
    SampleMethod.RANDOM: _("Stratum"),
    SampleMethod.BY_OUTLET: _("Outlet"),
    SampleMethod.BY_MONTH: _("Month"),
    SampleMethod.CONSTRUCTED_WEEK: _("Date"),
}
UNNAMED = {
    SampleMethod.RANDOM: _("All articles"),
    SampleMethod.BY_OUTLET: _("(no outlet)"),
    SampleMethod.BY_MONTH: _("(no date)"),
    SampleMethod.CONSTRUCTED_WEEK: "",
}
DAYS = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))


class StrataModel(QAbstractTableModel):
    """A row for each stratum."""

    def __init__(self) -> None:
        super().__init__()
        self._method = SampleMethod.RANDOM
        self.strata: Sequence[Stratum] = ()

    def put(self, definition: Definition | None) -> None:
        """Show the strata of a draw, or none."""
        self.beginResetModel()
        self.strata = definition.strata if definition else ()
        self._method = definition.plan.method if definition else SampleMethod.RANDOM
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many strata there are."""
        return 0 if parent.isValid() else len(self.strata)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns: the stratum, its articles, and those drawn."""
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name of a stratum or a count."""
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        stratum = self.strata[index.row()]
        cells = (self._named(stratum), f"{stratum.population:,}", f"{stratum.drawn:,}")
        return cells[index.column()]

    def _named(self, stratum: Stratum) -> str:
        if stratum.name is None:
            return UNNAMED[self._method]
        if self._method is not SampleMethod.CONSTRUCTED_WEEK:
            return stratum.name
        day = f"{DAYS[date.fromisoformat(stratum.name).weekday()]} {stratum.name}"
        return join_names([day, stratum.outlet]) if stratum.outlet else day

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (FIRST[self._method], _("Articles"), _("Drawn"))[section]


class StrataView(QTableView):
    """The strata as a table that is only read."""

    def __init__(self) -> None:
        super().__init__()
        self.strata = StrataModel()
        self.setObjectName("strata")
        self.setAccessibleName(_("Strata"))
        self.setModel(self.strata)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
