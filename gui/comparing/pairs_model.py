"""Pairs of articles that are alike, as a Qt model."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.widgets.tooltips import plain_tooltip
from models.alike import AlikePair
from models.ids import Id
from models.translation import _

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
TITLES = (_("Alike"), _("Article"), _("Is like"))
SHARE, FIRST, OTHER = range(len(TITLES))


class PairsModel(QAbstractTableModel):
    """A row for each pair, most alike first."""

    pairs: Sequence[AlikePair] = ()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def put(self, pairs: Sequence[AlikePair]) -> None:
        """Show other pairs."""
        self.beginResetModel()
        self.pairs = pairs
        self.endResetModel()

    def leave_out(self, gone: Id) -> None:
        """Leave out the pairs of an article that is gone."""
        self.put([pair for pair in self.pairs if gone not in (pair.first.article, pair.other.article)])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many pairs there are."""
        return 0 if parent.isValid() else len(self.pairs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return a title, or how alike two articles are."""
        pair = self.pairs[index.row()]
        texts = (f"{pair.share:.0%}", pair.first.title, pair.other.title)
        match role:
            case Role.DisplayRole:
                return " ".join(texts[index.column()].split())
            case Role.ToolTipRole:
                return plain_tooltip(texts[index.column()])
            case Role.TextAlignmentRole if index.column() == SHARE:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return TITLES[section]
        return None
